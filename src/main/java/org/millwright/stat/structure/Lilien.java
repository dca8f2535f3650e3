package org.millwright.stat.structure;

import org.millwright.model.Reason;

/**
 * Lilien's index: how much the growth of the groups differs,
 *
 * <p>sqrt(sum w_i (dln x_i - dln X)^2), with w_i = (s_i0 + s_iT) / 2, the mean of the shares of both periods, x_i the amount of
 * the group and X the total.
 *
 * <p>Since x_i = s_i X, dln x_i - dln X = ln(s_iT / s_i0): shares are all it needs. At least 0, without upper bound. It is not
 * divided by the length of the span. The weights make it the same forwards and backwards, and the same for groups cut into parts
 * that keep their proportions. Undefined ({@code NONPOSITIVE}) where a group is zero in one of the periods.
 *
 * <p>Reference: Lilien (1982), Sectoral Shifts and Cyclical Unemployment, Journal of Political Economy 90, 777-793, whose weights
 * are the shares of the later period.
 */
public record Lilien() implements Structural.Change {
    public static final Lilien DEFAULT = new Lilien();

    @Override
    public Reason undefined() {
        return Reason.NONPOSITIVE;
    }

    @Override
    public double of(double[] base, double[] shares) {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            if (base[i] == 0 || shares[i] == 0) {
                return Double.NaN;
            }
            double relative = Math.log(shares[i] / base[i]);
            sum += (base[i] + shares[i]) / 2 * relative * relative;
        }
        return Math.sqrt(sum);
    }
}
