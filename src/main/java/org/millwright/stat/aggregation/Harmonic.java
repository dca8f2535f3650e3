package org.millwright.stat.aggregation;

import org.millwright.model.Reason;

/**
 * The weighted harmonic mean: sum w / sum (w / x) over the children that are present.
 *
 * <p>Children must be above zero, else the score is undefined. Of the three classical means it makes good least of a bad
 * child. A child adds its {@link Shapley} value.
 *
 * <p>Reference: Bullen, Handbook of Means and Their Inequalities (2003), chapter II; {@code a_hmean} of COINr.
 */
public record Harmonic() implements Aggregation.OfUnit {
    public static final Harmonic DEFAULT = new Harmonic();

    @Override
    public double score(double[] children, double[] weights) {
        return 1 / WeightedMean.of(children, weights, x -> x > 0 ? 1 / x : Double.NaN);
    }

    @Override
    public double[] slopes(double[] from, double[] to, double[] weights) {
        return Secant.slopes(from, to, weights, this, (a, b) -> -1 / (a * b));
    }

    @Override
    public double[] contributions(double[] children, double[] weights) {
        return Shapley.of(children, present -> score(present, weights));
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
