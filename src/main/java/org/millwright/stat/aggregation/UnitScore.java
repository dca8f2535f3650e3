package org.millwright.stat.aggregation;

/**
 * A score of one unit, made of its children alone; its change between two states of the children splits exactly into theirs.
 *
 * <p>A missing child is NaN, and is dropped.
 */
public interface UnitScore {
    /** The score of one unit; NaN where it is undefined. */
    double score(double[] children, double[] weights);

    /**
     * How much the score changes for each unit that a child changes, all children changing together:
     *
     * <p>score(to) - score(from) = sum slope_c (to_c - from_c), exactly. Going back has the same slopes. A child that does not
     * change has the slope that it would have with an infinitely small change.
     *
     * @param from children before; both states have a score, and miss the same children
     * @param to children after
     * @return 0 for a missing child and for one of weight 0
     */
    double[] slopes(double[] from, double[] to, double[] weights);
}
