package org.millwright.stat.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.millwright.stat.Ranks;
import org.millwright.testing.ReplicateScores;

/** Ranks, spreads and noisy weights by hand. */
class UnitRobustnessTest {
    private static final double NONE = Double.NaN;

    @Test
    void tiesShareTheSmallestRankAndMissingScoresHaveNone() {
        assertThat(Ranks.descending(new double[] {5, 7, NONE, 5, 9, 1})).containsExactly(3, 2, NONE, 3, 1, 5);
    }

    @Test
    void rankShiftIsAveragedOverTheUnitsThatHaveBothRanks() {
        double[] nominal = {1, 2, 3, NONE};
        assertThat(RankShifts.mean(nominal, new double[] {3, 2, NONE, 1})).isEqualTo((2 + 0) / 2.0);
        assertThat(RankShifts.mean(nominal, new double[] {NONE, NONE, NONE, 1})).isNaN();
    }

    /** Type 7 of 1, 2, 4, 8: the 5th percentile at 1 + 3 * 0.05 = 1.15, the 95th at 3.85. */
    @Test
    void spreadLeavesOutReplicatesWithoutValue() {
        Spread spread = Spread.of(new double[] {8, 1, NONE, 4, 2});
        assertThat(spread.mean()).isEqualTo(15 / 4.0);
        assertThat(spread.median()).isEqualTo(3);
        assertThat(spread.q05()).isCloseTo(1.15, within(1e-12));
        assertThat(spread.q95()).isCloseTo(4 + 0.85 * 4, within(1e-12));
        assertThat(Spread.of(new double[] {NONE})).isEqualTo(new Spread(NONE, NONE, NONE, NONE));
    }

    /** The second unit is nominally second; it is so in the first replicate, third in the second, without score in the third. */
    @Test
    void replicateWithoutRankIsNotTheSameRank() {
        double[][] replicates = {{9, 8, 1}, {9, 1, 8}, {9, NONE, 1}};
        UnitRobustness[] units = new ReplicateScores(new double[] {3, 2, NONE}, replicates).units();
        assertThat(units[0].sameRank()).isEqualTo(1);
        assertThat(units[1].sameRank()).isEqualTo(1.0 / 3);
        assertThat(units[1].rank().mean()).isEqualTo(2.5);
        assertThat(units[2].sameRank()).isNaN();
    }

    /** 2 (1 - 0.25) = 1.5, 1 (1 + 0.25) = 1.25, 1 * 1 = 1: the sum is 3.75. */
    @Test
    void noiseMovesEachWeightOnItsOwn() {
        double[] moved = new NoisyWeights(0.25).of(new double[] {2, 1, 1}, new double[] {0, 1, 0.5});
        assertThat(moved).containsExactly(new double[] {0.4, 1 / 3.0, 4 / 15.0}, within(1e-15));
    }

    @Test
    void noiseAboveOneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NoisyWeights(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new NoisyWeights(NONE));
    }
}
