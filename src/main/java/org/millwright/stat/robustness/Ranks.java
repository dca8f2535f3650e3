package org.millwright.stat.robustness;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.millwright.stat.Reference;

/**
 * Ranks of units by score: 1 + the number of units with a higher score.
 *
 * <p>Rank 1 is the highest score and ties share the smallest rank. A missing score (NaN) has no rank (NaN) and pushes nobody
 * down.
 */
public final class Ranks {
    private Ranks() {}

    public static double[] of(double[] scores) {
        double[] ascending = Reference.presentAscending(scores);
        return Arrays.stream(scores)
                .map(score -> Double.isNaN(score) ? score : 1 + higher(ascending, score))
                .toArray();
    }

    private static int higher(double[] ascending, double score) {
        int below = 0;
        int above = ascending.length;
        while (below < above) {
            int middle = (below + above) >>> 1;
            if (ascending[middle] > score) {
                above = middle;
            } else {
                below = middle + 1;
            }
        }
        return ascending.length - above;
    }

    /** The mean of |rank - nominal rank| over the units that have both; NaN where none has. */
    public static double meanShift(double[] nominal, double[] ranks) {
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
    public static double maximumShift(double[] nominal, double[] ranks) {
        return IntStream.range(0, nominal.length)
                .mapToDouble(i -> Math.abs(ranks[i] - nominal[i]))
                .filter(shift -> !Double.isNaN(shift))
                .max()
                .orElse(Double.NaN);
    }
}
