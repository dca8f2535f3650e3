package org.millwright.demo;

import java.util.stream.IntStream;

/**
 * How a year's finance comes about month by month, cumulated from January. January is never published alone: the first
 * figure is that of February, for both months.
 */
final class YearToDate {
    private static final int FIRST_MONTH = 2;
    static final int LAST_MONTH = 12;
    /** Part of a year's revenue that falls into January and February, March, ... December. */
    private static final double[] SEASON = {0.138, 0.089, 0.079, 0.082, 0.091, 0.077, 0.079, 0.086, 0.081, 0.087, 0.111
    };

    private final double[] paid;
    private final double[] earned;

    YearToDate(Noise noise, Division division, int year) {
        paid = cumulated(noise, 0.03, "months of revenue", division.index(), year);
        earned = cumulated(noise, 0.25, "months of profit", division.index(), year);
    }

    private static double[] cumulated(Noise noise, double spread, String name, int division, int year) {
        double[] path = new double[SEASON.length];
        double sum = 0;
        for (int i = 0; i < path.length; i++) {
            sum += SEASON[i] * noise.factor(spread, name, division, year, i);
            path[i] = sum;
        }
        for (int i = 0; i < path.length; i++) {
            path[i] /= sum;
        }
        return path;
    }

    /** The months that are published for the nation; a region has December alone. */
    static IntStream months(int area) {
        return IntStream.rangeClosed(area == Extent.NATION ? FIRST_MONTH : LAST_MONTH, LAST_MONTH);
    }

    /** The figure from January to the end of a month. */
    long figure(Figures year, Measure measure, int month) {
        double[] path = measure == Measure.PROFIT ? earned : paid;
        return month == LAST_MONTH ? year.of(measure) : Math.round(year.of(measure) * path[month - FIRST_MONTH]);
    }
}
