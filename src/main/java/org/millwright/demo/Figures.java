package org.millwright.demo;

/** The figures of one area, division and year: one whole number for each measure. */
final class Figures {
    private final long[] values = new long[Measure.values().length];

    long of(Measure measure) {
        return values[measure.ordinal()];
    }

    /** Sets a figure to the nearest whole number, at least to a smallest one. */
    void put(Measure measure, double value, long smallest) {
        values[measure.ordinal()] = Math.max(smallest, Math.round(value));
    }

    void put(Measure measure, double value) {
        put(measure, value, Long.MIN_VALUE);
    }

    /** Adds the figures of a part. */
    void add(Figures part) {
        for (int i = 0; i < values.length; i++) {
            values[i] += part.values[i];
        }
    }
}
