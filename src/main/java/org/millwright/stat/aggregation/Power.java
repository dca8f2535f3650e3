package org.millwright.stat.aggregation;

import org.millwright.model.Reason;

/**
 * The weighted power mean: (sum w x^p / sum w)^(1/p) over the children that are present.
 *
 * <p>p = 1 is the arithmetic mean, p = -1 the harmonic, and p towards 0 goes to the geometric; the smaller p, the less a
 * good child makes up for a bad one. Children must not be negative, and with p < 0 must be above zero, else the score is
 * undefined. A child adds its {@link Shapley} value.
 *
 * <p>Computed as m (1 + sum w ((x/m)^p - 1) / sum w)^(1/p), m the largest child (the smallest for p < 0), by functions
 * that keep the small differences from 1: no power overflows, and a p near 0 costs no digits.
 *
 * <p>Reference: Bullen, Handbook of Means and Their Inequalities (2003), chapter III; {@code a_genmean} of COINr.
 *
 * @param exponent p, not 0
 */
public record Power(double exponent) implements Aggregation.OfUnit {
    public static final Power DEFAULT = new Power(0.5);

    public Power {
        if (exponent == 0 || !Double.isFinite(exponent)) {
            throw new IllegalArgumentException("the exponent must be a number other than 0; 0 is the geometric mean");
        }
    }

    @Override
    public double score(double[] children, double[] weights) {
        double leading = Double.NaN;
        for (int c = 0; c < children.length; c++) {
            if (weights[c] > 0 && outOfDomain(children[c])) {
                return Double.NaN;
            }
            if (weights[c] > 0 && leads(children[c], leading)) {
                leading = children[c];
            }
        }
        if (leading == 0) {
            return 0;
        }
        double scale = leading;
        double excess = WeightedMean.of(children, weights, x -> Math.expm1(exponent * Math.log(x / scale)));
        return scale * Math.exp(Math.log1p(excess) / exponent);
    }

    private boolean outOfDomain(double child) {
        return exponent > 0 ? child < 0 : child <= 0;
    }

    private boolean leads(double child, double leading) {
        boolean first = Double.isNaN(leading) && !Double.isNaN(child);
        return first || (exponent > 0 ? child > leading : child < leading);
    }

    @Override
    public double[] slopes(double[] from, double[] to, double[] weights) {
        double before = score(from, weights);
        double after = score(to, weights);
        // A power of the ratio to the score cannot overflow, as a power of the child could.
        double scale = exponent > 0 ? Math.max(before, after) : Math.min(before, after);
        return Secant.slopes(from, to, weights, this, (a, b) -> Secant.ofPower(a / scale, b / scale, exponent));
    }

    @Override
    public double[] contributions(double[] children, double[] weights) {
        return Shapley.of(children, present -> score(present, weights));
    }

    @Override
    public boolean needsPositive() {
        return exponent < 0;
    }

    @Override
    public Reason undefined() {
        return Reason.NONPOSITIVE;
    }
}
