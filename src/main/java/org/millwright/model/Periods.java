package org.millwright.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Periods as they are written: {@code 2015}, {@code 2015-Q3}, {@code 2015-07}. Text order is the order of time. */
public final class Periods {
    /** How a period is written. */
    public static final String SHAPE = "^(\\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$";

    private static final Pattern PERIOD = Pattern.compile(SHAPE);

    private Periods() {}

    /**
     * The place of a period among those of its frequency: neighbours differ by 1.
     *
     * @throws IllegalArgumentException if it is no year, quarter or month
     */
    public static int position(String period) {
        Matcher parts = PERIOD.matcher(period);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + period + "' is no period: write 2015, 2015-Q3 or 2015-07");
        }
        int year = Integer.parseInt(parts.group(1));
        if (parts.group(2) != null) {
            return year * 4 + Integer.parseInt(parts.group(2)) - 1;
        }
        return parts.group(3) == null ? year : year * 12 + Integer.parseInt(parts.group(3)) - 1;
    }

    /** The year, quarter or month at a place among those of which a year has 1, 4 or 12. */
    public static String at(int position, int perYear) {
        int year = Math.floorDiv(position, perYear);
        int within = Math.floorMod(position, perYear) + 1;
        return switch (perYear) {
            case 1 -> String.format("%04d", year);
            case 4 -> String.format("%04d-Q%d", year, within);
            default -> String.format("%04d-%02d", year, within);
        };
    }

    /** How many periods of its frequency a year has: 1, 4 or 12; 0 for a text that is no period. */
    public static int perYear(String period) {
        Matcher parts = PERIOD.matcher(period);
        if (!parts.matches()) {
            return 0;
        }
        return parts.group(2) != null ? 4 : parts.group(3) != null ? 12 : 1;
    }
}
