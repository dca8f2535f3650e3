package org.millwright.stat.weighting;

import java.util.Arrays;
import org.millwright.stat.CanonicalRows;
import org.millwright.stat.Correlation;
import org.millwright.stat.Moments;

/**
 * CRITIC (criteria importance through intercriteria correlation): a child weighs more the more its scores differ and the less
 * it tells what the others tell.
 *
 * <p>w_c is in proportion to s_c sum_k (1 - r_ck): s_c the standard deviation of the child's scores brought to [0, 1] by its own
 * minimum and maximum, r Pearson's correlation. Both are taken over the rows of the reference window that miss no child. A
 * change of a child's unit or origin changes no weight.
 *
 * <p>Undefined where a child is constant on those rows, there are fewer than two, or all children tell exactly the same.
 *
 * <p>Reference: Diakoulaki, Mavrotas and Papayannakis (1995), Determining objective weights in multiple criteria problems:
 * the CRITIC method, Computers and Operations Research 22(7).
 */
public record Critic() implements Weighting.Common {
    public static final Critic DEFAULT = new Critic();

    @Override
    public double[] weights(double[][] children, double[] given) {
        double[][] rows = CanonicalRows.ofColumns(children);
        double[][] correlations = Correlation.ofCanonical(rows);
        double[] information = new double[children.length];
        Arrays.setAll(information, c -> relativeDeviation(rows[c]) * conflict(correlations[c]));
        return Shares.of(information);
    }

    /** The standard deviation over the range, which is that of the min-max scores. */
    private static double relativeDeviation(double[] child) {
        double minimum = Arrays.stream(child).min().orElse(Double.NaN);
        double maximum = Arrays.stream(child).max().orElse(Double.NaN);
        return Moments.of(child).standardDeviation() / (maximum - minimum);
    }

    private static double conflict(double[] correlations) {
        return Arrays.stream(correlations).map(r -> 1 - r).sum();
    }
}
