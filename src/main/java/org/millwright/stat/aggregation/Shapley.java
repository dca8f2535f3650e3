package org.millwright.stat.aggregation;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Shares a score among the children by the exact Shapley value: what a child adds on joining, averaged over all orders in
 * which the children can come.
 *
 * <p>phi_c = sum over sets S without c of |S|! (n - |S| - 1)! / n! * (v(S + c) - v(S)). The worth v(S) is the score with
 * only the children of S present; that of no child, or of a set that has no score, is 0. The values sum to the score; a
 * child that changes no score, as one of weight 0, has 0. The cost is 2^n scores: beyond 16 children there are no values.
 *
 * <p>Reference: Shapley (1953), A value for n-person games, Contributions to the Theory of Games II.
 */
final class Shapley {
    static final int MAXIMUM_CHILDREN = 16;

    private Shapley() {}

    /** The value of every child; NaN for a missing one, for all where there is no score, and beyond 16 present children. */
    static double[] of(double[] children, ToDoubleFunction<double[]> score) {
        int[] present = IntStream.range(0, children.length)
                .filter(c -> !Double.isNaN(children[c]))
                .toArray();
        double[] contributions = new double[children.length];
        Arrays.fill(contributions, Double.NaN);
        if (present.length > MAXIMUM_CHILDREN || Double.isNaN(score.applyAsDouble(children))) {
            return contributions;
        }
        double[] worth = new double[1 << present.length];
        double[] some = new double[children.length];
        for (int set = 1; set < worth.length; set++) {
            Arrays.fill(some, Double.NaN);
            for (int p = 0; p < present.length; p++) {
                some[present[p]] = (set >> p & 1) == 1 ? children[present[p]] : Double.NaN;
            }
            double scored = score.applyAsDouble(some);
            worth[set] = Double.isNaN(scored) ? 0 : scored;
        }
        double[] values = values(worth);
        for (int p = 0; p < present.length; p++) {
            contributions[present[p]] = values[p];
        }
        return contributions;
    }

    /**
     * The values of the players of a game.
     *
     * @param worth of every set of the n players: {@code worth[set]}, where bit p of {@code set} says whether player p is in;
     *     2^n of them
     */
    static double[] values(double[] worth) {
        int players = Integer.numberOfTrailingZeros(worth.length);
        double[] shareOfOrders = new double[players];
        for (int size = 0; size < players; size++) {
            shareOfOrders[size] = size == 0 ? 1.0 / players : shareOfOrders[size - 1] * size / (players - size);
        }
        double[] values = new double[players];
        for (int set = 0; set < worth.length; set++) {
            for (int player = 0; player < players; player++) {
                if ((set >> player & 1) == 0) {
                    double joining = worth[set | 1 << player] - worth[set];
                    values[player] += shareOfOrders[Integer.bitCount(set)] * joining;
                }
            }
        }
        return values;
    }
}
