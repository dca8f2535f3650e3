package org.millwright.stat.robustness;

import java.util.stream.IntStream;

/** How far the ranks of units are from their nominal ranks. A unit that lacks one of the two (NaN) does not count. */
public final class RankShifts {
    private RankShifts() {}

    /** The mean of |rank - nominal rank| over the units that have both; NaN where none has. */
    public static double mean(double[] nominal, double[] ranks) {
        double shifts = 0;
        int units = 0;
        for (int i = 0; i < nominal.length; i++) {
            double shift = Math.abs(ranks[i] - nominal[i]);
            shifts += Double.isNaN(shift) ? 0 : shift;
            units += Double.isNaN(shift) ? 0 : 1;
        }
        return shifts / units;
    }

    /** The largest |rank - nominal rank| over the units that have both; NaN where none has. */
    public static double maximum(double[] nominal, double[] ranks) {
        return IntStream.range(0, nominal.length)
                .mapToDouble(i -> Math.abs(ranks[i] - nominal[i]))
                .filter(shift -> !Double.isNaN(shift))
                .max()
                .orElse(Double.NaN);
    }
}
