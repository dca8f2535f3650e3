package org.millwright.stat.robustness;

import java.util.Arrays;

/**
 * How firmly a unit stands in the replicates of an uncertainty analysis.
 *
 * @param score of the scores
 * @param rank of the ranks among the units of each replicate
 * @param sameRank the share of all replicates in which the unit has its nominal rank, 0 to 1; one in which it has no rank
 *     does not count as the same; NaN where it has no nominal rank
 */
public record UnitRobustness(Spread score, Spread rank, double sameRank) {

    /** From the scores and ranks of the unit in the replicates; NaN where it has none. */
    public static UnitRobustness of(double nominalRank, double[] scores, double[] ranks) {
        return new UnitRobustness(Spread.of(scores), Spread.of(ranks), same(nominalRank, ranks));
    }

    private static double same(double nominal, double[] ranks) {
        double same = Arrays.stream(ranks).filter(rank -> rank == nominal).count();
        return Double.isNaN(nominal) ? Double.NaN : same / ranks.length;
    }
}
