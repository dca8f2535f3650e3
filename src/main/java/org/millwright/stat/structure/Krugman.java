package org.millwright.stat.structure;

/**
 * Krugman's index of specialisation: K = sum |s_i - b_i|, how far the structure of an area is from that of its reference.
 *
 * <p>From 0, the same structure, to 2, no group in common. Never undefined.
 *
 * <p>Reference: Krugman (1991), Geography and Trade, appendix B.
 */
public record Krugman() implements Structural.Distance {
    public static final Krugman DEFAULT = new Krugman();

    @Override
    public double of(double[] base, double[] shares) {
        return AbsoluteDifferences.sum(base, shares);
    }
}
