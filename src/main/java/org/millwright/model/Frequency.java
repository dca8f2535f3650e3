package org.millwright.model;

/** How often a series is observed, and whether its figures are cumulated from the first of January. */
public enum Frequency {
    ANNUAL("annual"),
    QUARTERLY("quarterly"),
    MONTHLY("monthly"),
    /** Months cumulated from January; China's industrial finances are published this way, and never for January alone. */
    YEAR_TO_DATE("year-to-date");

    private final String code;

    Frequency(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
