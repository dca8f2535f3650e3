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

    /**
     * One for each unit.
     *
     * @param nominal scores of the units as they are published; NaN where missing
     * @param replicates {@code replicates[r][i]}: score of unit i in replicate r
     */
    public static UnitRobustness[] of(double[] nominal, double[][] replicates) {
        double[] nominalRanks = Ranks.of(nominal);
        double[][] ranks = Arrays.stream(replicates).map(Ranks::of).toArray(double[][]::new);
        UnitRobustness[] units = new UnitRobustness[nominal.length];
        for (int i = 0; i < units.length; i++) {
            units[i] = of(nominalRanks[i], unit(replicates, i), unit(ranks, i));
        }
        return units;
    }

    /** One unit, from its scores and ranks in the replicates; NaN where it has none. */
    public static UnitRobustness of(double nominalRank, double[] scores, double[] ranks) {
        return new UnitRobustness(Spread.of(scores), Spread.of(ranks), same(nominalRank, ranks));
    }

    private static double[] unit(double[][] replicates, int i) {
        return Arrays.stream(replicates).mapToDouble(replicate -> replicate[i]).toArray();
    }

    private static double same(double nominal, double[] ranks) {
        double same = Arrays.stream(ranks).filter(rank -> rank == nominal).count();
        return Double.isNaN(nominal) ? Double.NaN : same / ranks.length;
    }
}
