package org.millwright.stat.structure;

/**
 * Moore's measure of structural change: the cosine between the vectors of shares of two periods,
 *
 * <p>cos = sum s_i0 s_iT / sqrt(sum s_i0^2 sum s_iT^2).
 *
 * <p>From 1, where all shares stayed, to 0, where no group of the one period is left in the other. The same forwards and
 * backwards. Never undefined.
 *
 * <p>Reference: Moore (1978), A Measure of Structural Change in Output, Review of Income and Wealth 24, 105-118.
 */
public record MooreCosine() implements Structural.Change {
    public static final MooreCosine DEFAULT = new MooreCosine();

    @Override
    public double of(double[] base, double[] shares) {
        double product = 0;
        double ofBase = 0;
        double ofShares = 0;
        for (int i = 0; i < shares.length; i++) {
            product += base[i] * shares[i];
            ofBase += base[i] * base[i];
            ofShares += shares[i] * shares[i];
        }
        return Math.min(1, product / Math.sqrt(ofBase * ofShares));
    }
}
