package org.millwright.stat.weighting;

import java.util.Arrays;
import org.millwright.stat.CanonicalRows;
import org.millwright.stat.Correlation;
import org.millwright.stat.Moments;

/**
 * Weights under which the children correlate with their node as much as the given weights ask.
 *
 * <p>t is the given weights scaled to sum to 1, and r_c the correlation of child c with the arithmetic mean under w. The weights
 * minimise sum_c (r_c / sum r - t_c)^2 over w not negative. With R the correlations of the children, s their standard
 * deviations and v_c = w_c s_c, r is in proportion to R v; scaled so that R v sums to 1, the sum of squares is convex in v, and its
 * least value is found exactly, by {@link LeastSquares}. Where the importances asked for cannot be had, they are met as closely as
 * they can be, and children that would need a negative weight get none.
 *
 * <p>Both are taken over the rows of the reference window that miss no child. Undefined where a child is constant on them, or
 * where the children contradict each other so much that no weights give correlations of a positive sum. Made for the
 * arithmetic mean of this node; under another aggregation the correlations are different ones.
 *
 * <p>Reference: Becker, Saisana, Paruolo and Vandecasteele (2017), Weights and importance in composite indicators, Ecological
 * Indicators 80; {@code get_opt_weights} of COINr with {@code optype = "balance"}, which seeks the same minimum step by step.
 */
public record Optimised() implements Weighting.Common {
    public static final Optimised DEFAULT = new Optimised();

    @Override
    public double[] weights(double[][] children, double[] given) {
        double[][] rows = CanonicalRows.ofColumns(children);
        double[][] correlations = Correlation.ofCanonical(rows);
        boolean undefined =
                Arrays.stream(correlations).flatMapToDouble(Arrays::stream).anyMatch(Double::isNaN);
        if (undefined) {
            return Shares.of(Shares.none(given.length));
        }
        double[] v = new LeastSquares(correlations, Given.DEFAULT.weights(children, given)).solution();
        double[] weights = new double[v.length];
        Arrays.setAll(weights, c -> v[c] / Moments.of(rows[c]).standardDeviation());
        return Shares.of(weights);
    }
}
