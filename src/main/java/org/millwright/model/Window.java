package org.millwright.model;

/**
 * Periods from one to another, both included. A period of any frequency lies in it if all of its months do: 2015 lies in
 * 2015-01 to 2019, and not in 2015-07 to 2019.
 *
 * @param from its first year, quarter or month; empty for no bound
 * @param to its last; empty for no bound
 */
public record Window(String from, String to) {
    /** Every period. */
    public static final Window ALL = new Window("", "");

    private static final int MONTHS = 12;

    /** @throws IllegalArgumentException if a bound is no period, or the window ends before it begins */
    public Window {
        int first = from.isEmpty() ? Integer.MIN_VALUE : firstMonth(from);
        int last = to.isEmpty() ? Integer.MAX_VALUE : firstMonth(to) + months(to) - 1;
        if (first > last) {
            throw new IllegalArgumentException("'" + to + "' is before '" + from + "'");
        }
    }

    /** Whether some period lies outside. */
    public boolean hasBounds() {
        return !equals(ALL);
    }

    /** For people: {@code 2015 to 2019}, {@code from 2015}, {@code to 2019}. */
    public String text() {
        if (from.isEmpty() || to.isEmpty()) {
            return from.isEmpty() ? to.isEmpty() ? "all periods" : "to " + to : "from " + from;
        }
        return from + " to " + to;
    }

    /** The condition in SQL, of Spark and of DuckDB, that the period in a column lies in the window. */
    public String condition(String column) {
        return "(CASE WHEN length(" + column + ") = 4 THEN " + bounds(column, 1) + " WHEN " + column
                + " LIKE '%Q%' THEN " + bounds(column, 4) + " ELSE " + bounds(column, MONTHS) + " END)";
    }

    /** The bounds for periods of which a year has so many: their text order is the order of time. */
    private String bounds(String column, int perYear) {
        int months = MONTHS / perYear;
        String lower = from.isEmpty()
                ? ""
                : column + " >= '" + Periods.at(-Math.floorDiv(-firstMonth(from), months), perYear) + "'";
        String upper = to.isEmpty()
                ? ""
                : column + " <= '" + Periods.at(Math.floorDiv(firstMonth(to) + months(to), months) - 1, perYear) + "'";
        return lower.isEmpty() || upper.isEmpty()
                ? lower.isEmpty() && upper.isEmpty() ? "true" : lower + upper
                : lower + " AND " + upper;
    }

    private static int firstMonth(String period) {
        return Periods.position(period) * months(period);
    }

    /** How many months a period has; 0 for a text that is none, whose position cannot be told either. */
    private static int months(String period) {
        int perYear = Periods.perYear(period);
        return perYear == 0 ? 0 : MONTHS / perYear;
    }
}
