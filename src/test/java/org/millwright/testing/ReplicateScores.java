package org.millwright.testing;

import java.util.Arrays;
import org.millwright.stat.Ranks;
import org.millwright.stat.robustness.UnitRobustness;

/**
 * Scores that somebody else gave, of all units in all replicates.
 *
 * @param nominal of each unit as it is published; NaN where missing
 * @param replicates {@code replicates[r][i]}: of unit i in replicate r
 */
public record ReplicateScores(double[] nominal, double[][] replicates) {

    /** What is to be published of each unit. */
    public UnitRobustness[] units() {
        double[] nominalRanks = Ranks.descending(nominal);
        double[][] ranks = Arrays.stream(replicates).map(Ranks::descending).toArray(double[][]::new);
        UnitRobustness[] units = new UnitRobustness[nominal.length];
        for (int i = 0; i < units.length; i++) {
            units[i] = UnitRobustness.of(nominalRanks[i], ofUnit(replicates, i), ofUnit(ranks, i));
        }
        return units;
    }

    private static double[] ofUnit(double[][] values, int i) {
        return Arrays.stream(values).mapToDouble(replicate -> replicate[i]).toArray();
    }
}
