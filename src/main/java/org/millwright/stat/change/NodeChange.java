package org.millwright.stat.change;

import java.util.Arrays;
import org.millwright.stat.aggregation.UnitScore;

/**
 * The change of a node's score between two periods, split exactly:
 *
 * <p>s1 - s0 = sum slope_c (x1_c - x0_c) + weights + coverage.
 *
 * <ul>
 *   <li>The children that both periods have are compared with each other. With a and b the weights of the two periods, what their
 *       values make is the mean of the change under a and of the change under b, each split by {@link UnitScore#slopes}.
 *   <li>weights: what the other weights make of the same children, the mean over the values of both periods; 0 where they do
 *       not differ.
 *   <li>coverage: what the score owes to children that the other period lacks: (s1 - its score of the common children) less the
 *       same of s0. With no child in common all of the change is of this kind, and so it is where the common children alone have no score.
 * </ul>
 *
 * Going back changes the sign of every part.
 *
 * @param slopes of each child; NaN for one that is not compared: a period lacks it, or the common children have no score
 */
public record NodeChange(double[] slopes, double weights, double coverage) {
    private static final double ROUNDING = 1e-12;

    /**
     * One node at one period.
     *
     * @param children their scores; NaN where missing
     * @param weights their weights in this score
     */
    public record State(double[] children, double[] weights) {
        private boolean lacks(int child) {
            return Double.isNaN(children[child]);
        }
    }

    /** The split between two states that both have a score. */
    public static NodeChange of(UnitScore method, State from, State to) {
        double before = method.score(from.children, from.weights);
        double after = method.score(to.children, to.weights);
        double[] common0 = common(from, to);
        double[] common1 = common(to, from);
        double ofBoth = method.score(common0, from.weights)
                + method.score(common1, from.weights)
                + method.score(common0, to.weights)
                + method.score(common1, to.weights);
        if (Double.isNaN(ofBoth)) {
            double[] none = new double[common0.length];
            Arrays.fill(none, Double.NaN);
            return new NodeChange(none, 0, after - before);
        }
        double[] slopes = method.slopes(common0, common1, from.weights);
        double[] underNew = method.slopes(common0, common1, to.weights);
        Arrays.setAll(slopes, c -> Double.isNaN(common0[c]) ? Double.NaN : (slopes[c] + underNew[c]) / 2);
        double reweighted = method.score(common0, to.weights)
                - method.score(common0, from.weights)
                + (method.score(common1, to.weights) - method.score(common1, from.weights));
        boolean rounded = Math.abs(reweighted) <= ROUNDING * (Math.abs(before) + Math.abs(after));
        double coverage = haveTheSame(from, to)
                ? 0
                : (after - method.score(common1, to.weights)) - (before - method.score(common0, from.weights));
        return new NodeChange(slopes, rounded ? 0 : reweighted / 2, coverage);
    }

    private static double[] common(State one, State other) {
        double[] common = one.children.clone();
        for (int c = 0; c < common.length; c++) {
            common[c] = other.lacks(c) ? Double.NaN : common[c];
        }
        return common;
    }

    private static boolean haveTheSame(State one, State other) {
        for (int c = 0; c < one.children.length; c++) {
            if (one.lacks(c) != other.lacks(c)) {
                return false;
            }
        }
        return true;
    }
}
