package org.millwright.stat.aggregation;

import java.util.Arrays;
import org.millwright.model.Reason;

/**
 * The weighted geometric mean: exp(sum w ln x / sum w) over the children that are present.
 *
 * <p>Children must be above zero, else the score is undefined. A child adds its share of the logarithm, score * w ln x /
 * sum w ln x, which says most on a scale from 1 upwards, where no share is negative. Where the logarithms cancel (children
 * above and below 1, score near 1) there are no shares of them, and a child adds its share of the weight.
 *
 * <p>Reference: OECD/JRC Handbook (2008), section 6, geometric aggregation; {@code a_gmean} of COINr.
 */
public record Geometric() implements Aggregation.OfUnit {
    public static final Geometric DEFAULT = new Geometric();

    /** Below this part of their absolute sum, logarithms cancel: shares of so little would have few digits left. */
    private static final double CANCELLED = 1e-6;

    @Override
    public double score(double[] children, double[] weights) {
        return Math.exp(WeightedMean.of(children, weights, Geometric::logarithm));
    }

    @Override
    public double[] slopes(double[] from, double[] to, double[] weights) {
        return Secant.slopes(from, to, weights, this, Secant::ofLogarithm);
    }

    @Override
    public double[] contributions(double[] children, double[] weights) {
        double score = score(children, weights);
        double logarithm = WeightedMean.of(children, weights, Geometric::logarithm);
        double absolute = WeightedMean.of(children, weights, x -> Math.abs(logarithm(x)));
        if (Math.abs(logarithm) <= CANCELLED * absolute) {
            return WeightedMean.parts(children, weights, x -> Double.isNaN(x) ? x : score);
        }
        return Arrays.stream(WeightedMean.parts(children, weights, Geometric::logarithm))
                .map(part -> score * part / logarithm)
                .toArray();
    }

    private static double logarithm(double child) {
        return child > 0 ? Math.log(child) : Double.NaN;
    }

    @Override
    public boolean needsPositive() {
        return true;
    }

    @Override
    public Reason undefined() {
        return Reason.NONPOSITIVE;
    }
}
