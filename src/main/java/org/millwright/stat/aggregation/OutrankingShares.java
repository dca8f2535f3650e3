package org.millwright.stat.aggregation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Shares a unit's Copeland score among its children by the Shapley value.
 *
 * <p>The score is a sum over pairs of units, and so is the value. In a pair only wins and losses matter, so that pairs of
 * the same wins and losses share one computation. With n children there are at most 3^n of these, each at a cost of n 2^n;
 * where all of them together would take more than some seconds, or with more than 16 children, there are no shares (NaN).
 */
final class OutrankingShares {
    /** The most sets of children that are looked at: 10 children of any number of units, 16 of a hundred. */
    private static final double MAXIMUM_SETS = 0x1p30;

    private final double[][] units;
    private final double[] weights;
    private final Outranking outranking;
    private final Map<Long, double[]> known = new HashMap<>();

    OutrankingShares(double[][] units, double[] weights) {
        this.units = units;
        this.weights = weights;
        outranking = new Outranking(units, weights);
    }

    /** What each child adds to the score of unit j; 0 for a missing one. */
    double[] of(int j) {
        double[] shares = new double[weights.length];
        if (tooMuch()) {
            Arrays.fill(shares, Double.NaN);
            return shares;
        }
        // In ascending order, so that the sum has the same digits however the units came.
        long[] pairs = Arrays.stream(units)
                .mapToLong(other -> winsAndLosses(units[j], other))
                .sorted()
                .toArray();
        for (long pair : pairs) {
            double[] values = known.computeIfAbsent(pair, this::valuesOfPair);
            for (int c = 0; c < shares.length; c++) {
                shares[c] += values[c];
            }
        }
        return shares;
    }

    private boolean tooMuch() {
        double pairs = Math.min(Math.pow(units.length, 2), Math.pow(3, weights.length));
        return weights.length > Shapley.MAXIMUM_CHILDREN || pairs * Math.pow(2, weights.length) > MAXIMUM_SETS;
    }

    /** Bit c: better in child c; bit 32 + c: worse. Neither where equal or missing. */
    private static long winsAndLosses(double[] unit, double[] other) {
        long pair = 0;
        for (int c = 0; c < unit.length; c++) {
            pair |= (unit[c] > other[c] ? 1L : 0) << c;
            pair |= (unit[c] < other[c] ? 1L : 0) << (c + Integer.SIZE);
        }
        return pair;
    }

    /** The values of the game whose worth is the sign that the children at hand give to the pair. */
    private double[] valuesOfPair(long pair) {
        double[] lead = new double[1 << weights.length];
        double[] worth = new double[lead.length];
        for (int set = 1; set < lead.length; set++) {
            int child = Integer.numberOfTrailingZeros(set);
            long compared = pair >>> child;
            long sign = (compared & 1) - (compared >>> Integer.SIZE & 1);
            lead[set] = lead[set & (set - 1)] + sign * weights[child];
            worth[set] = outranking.sign(lead[set]);
        }
        return Shapley.values(worth);
    }
}
