package org.millwright.demo;

import java.util.Locale;

/**
 * The enterprises that the agency surveys. Every year some of them fall below the threshold and others rise above it, so that
 * the sums of two years are of different enterprises: growth on the comparable panel is published beside them, and is not
 * the growth of the sums.
 */
record Panel(Noise noise) {
    /** What the exit of enterprises takes from the growth of the sums, in percentage points, and how far it varies. */
    private static final double USUAL_EXIT = 1.5;

    private static final double VARIATION = 1.0;

    /** Growth of a division's revenue over the same months a year before, in % with one decimal. */
    String growth(Division division, int year, long now, long yearBefore) {
        double exit = USUAL_EXIT + VARIATION * noise.normal("panel", division.index(), year);
        return String.format(Locale.ROOT, "%.1f", 100.0 * now / yearBefore - 100 + exit);
    }
}
