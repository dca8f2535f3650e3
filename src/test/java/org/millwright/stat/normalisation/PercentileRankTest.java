package org.millwright.stat.normalisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.millwright.stat.normalisation.Window.scores;

import org.junit.jupiter.api.Test;
import org.millwright.testing.ReferenceTable;

/** COINr's ranks, and hand computations. */
class PercentileRankTest {

    @Test
    void scoreIsTheShareOfOtherCountriesThatTheRankOfCoinrLeavesBehind() {
        ReferenceTable ranks = ReferenceTable.read("coinr/normalise/rank_min.csv");
        ReferenceTable treated = ReferenceTable.read("coinr/default/treated.csv");
        double[] percentiles = scores(new PercentileRank(1), 1, treated.column("Goods"));
        assertThat(percentiles).hasSize(51);
        for (int i = 0; i < percentiles.length; i++) {
            assertThat(percentiles[i]).isEqualTo((ranks.number(treated.keys().get(i), "Goods") - 1) / 50);
        }
    }

    @Test
    void scaleEndsAtAHundred() {
        // 100 (2 - 1)/(5 - 1) = 25
        assertThat(scores(PercentileRank.DEFAULT, 1, 9, 7, 5, 7, 8)).containsExactly(100, 25, 0, 25, 75);
        assertThat(scores(PercentileRank.DEFAULT, -1, 9, 7, 5, 7, 8)).containsExactly(0, 50, 100, 50, 25);
    }

    @Test
    void missingUnitsAreNotCounted() {
        assertThat(scores(PercentileRank.DEFAULT, 1, 9, Double.NaN, 5, 6)).containsExactly(100, Double.NaN, 0, 50);
    }

    @Test
    void onlyUnitHasNoScore() {
        assertThat(scores(PercentileRank.DEFAULT, 1, 9, Double.NaN)).containsOnly(Double.NaN);
    }

    @Test
    void scaleOfNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PercentileRank(0));
    }
}
