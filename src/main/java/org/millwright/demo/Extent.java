package org.millwright.demo;

import java.util.Optional;
import java.util.stream.IntStream;

/** How much of the country is written; every edition has all divisions. */
public enum Extent {
    /** Two regions, three years: 288 rows in the register. */
    SMALL(2, 2022),
    /** 31 regions, 13 years: what a national statistical system publishes. */
    DEFAULT(31, 2012);

    static final int LAST_YEAR = 2024;
    /** The country itself stands before its regions. */
    static final int NATION = 0;

    private final int regions;
    private final int firstYear;

    Extent(int regions, int firstYear) {
        this.regions = regions;
        this.firstYear = firstYear;
    }

    /** The edition that a user asked for by name. */
    public static Optional<Extent> named(String name) {
        return switch (name) {
            case "small" -> Optional.of(SMALL);
            case "default" -> Optional.of(DEFAULT);
            default -> Optional.empty();
        };
    }

    int regions() {
        return regions;
    }

    /** The nation, 0, and its regions from 1. */
    IntStream areas() {
        return IntStream.rangeClosed(NATION, regions);
    }

    IntStream years() {
        return IntStream.rangeClosed(firstYear, LAST_YEAR);
    }

    int firstYear() {
        return firstYear;
    }
}
