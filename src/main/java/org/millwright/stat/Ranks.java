package org.millwright.stat;

import java.util.Arrays;

/**
 * Ranks of the values that are present: 1 is the smallest; a missing value (NaN) has none (NaN).
 *
 * <p>With b values below x and e equal to it (x among them): MIN gives b + 1, AVERAGE b + (e + 1)/2. Zero and minus zero
 * are equal.
 */
public final class Ranks {
    private Ranks() {}

    public static double[] ascending(double[] values, Ties ties) {
        double[] present = Reference.presentAscending(values);
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            ranks[i] = Double.isNaN(values[i]) ? Double.NaN : rank(values[i], present, ties);
        }
        return ranks;
    }

    /** Ranks of scores: 1 is the highest, and equal scores share the smallest rank. */
    public static double[] descending(double[] scores) {
        return ascending(Arrays.stream(scores).map(score -> -score).toArray(), Ties.MIN);
    }

    private static double rank(double value, double[] ascending, Ties ties) {
        int below = countBelow(ascending, value);
        return switch (ties) {
            case MIN -> below + 1;
            case AVERAGE -> (below + 1 + countBelow(ascending, Math.nextUp(value))) / 2.0;
        };
    }

    private static int countBelow(double[] ascending, double bound) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
