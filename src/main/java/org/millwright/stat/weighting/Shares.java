package org.millwright.stat.weighting;

import java.util.Arrays;

/** Makes weights of how much each child counts: they keep their proportions and sum to 1. */
final class Shares {
    private Shares() {}

    /**
     * The importances over their sum; 1 for a lone child whatever it counts.
     *
     * @param importances not negative; all shares are NaN if one is NaN, or none above zero
     */
    static double[] of(double[] importances) {
        if (importances.length == 1) {
            return new double[] {1};
        }
        double sum = Arrays.stream(importances).sum();
        return sum > 0 ? Arrays.stream(importances).map(x -> x / sum).toArray() : none(importances.length);
    }

    /** No weights: the data give none. */
    static double[] none(int children) {
        double[] none = new double[children];
        Arrays.fill(none, Double.NaN);
        return none;
    }
}
