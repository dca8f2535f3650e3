package org.millwright.stat.structure;

/**
 * The part of the total that changed its group: 1/2 sum |s_iT - s_i0|, also known as norm of absolute values.
 *
 * <p>From 0, where all shares stayed, to 1, where no group of the one period is left in the other. The same forwards and
 * backwards, and for groups cut into parts that keep their proportions. Never undefined.
 *
 * <p>Reference: Michaely (1962), Concentration in International Trade; Dietrich (2012), Does growth cause structural change, or
 * is it the other way around?, Empirical Economics 43, 915-944.
 */
public record StructuralChange() implements Structural.Change {
    public static final StructuralChange DEFAULT = new StructuralChange();

    @Override
    public double of(double[] base, double[] shares) {
        return AbsoluteDifferences.sum(base, shares) / 2;
    }
}
