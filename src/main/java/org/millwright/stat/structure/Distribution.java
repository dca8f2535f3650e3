package org.millwright.stat.structure;

import org.millwright.model.Reason;

/**
 * How a total is distributed over its groups: s_i = x_i / sum x.
 *
 * <p>Undefined with {@code SIGN} where an amount is negative, and with {@code DENOMINATOR} where all are zero.
 *
 * @param shares in the order of the amounts; none is negative and they sum to 1; empty where undefined
 * @param undefined why there are no shares; null where there are
 */
public record Distribution(double[] shares, Reason undefined) {
    public static Distribution undefined(Reason reason) {
        return new Distribution(new double[0], reason);
    }

    /** The distribution of amounts that are all there. */
    public static Distribution of(double[] amounts) {
        double total = 0;
        for (double amount : amounts) {
            if (amount < 0) {
                return undefined(Reason.SIGN);
            }
            total += amount;
        }
        if (!(total > 0)) {
            return undefined(Reason.DENOMINATOR);
        }
        double[] shares = new double[amounts.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = amounts[i] / total;
        }
        return new Distribution(shares, null);
    }

    public boolean isDefined() {
        return undefined == null;
    }
}
