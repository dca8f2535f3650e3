package org.millwright.stat.normalisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.millwright.stat.normalisation.Window.scores;

import org.junit.jupiter.api.Test;
import org.millwright.stat.Reference;

/** COINr's table, and hand computations. */
class ZScoreTest {

    @Test
    void scoresOfAsemAreThoseOfCoinr() {
        AsemScores.assertReproduced(
                "coinr/normalise/zscore_10_2.csv",
                column -> scores(new ZScore(10, 2), column.direction(), column.values()));
    }

    @Test
    void scoreCountsStandardDeviationsFromTheMean() {
        // m = 2, s = sqrt((1 + 0 + 1)/2) = 1
        assertThat(scores(ZScore.DEFAULT, 1, 1, 2, 3)).containsExactly(-1, 0, 1);
        assertThat(scores(new ZScore(100, 10), -1, 1, 2, 3)).containsExactly(110, 100, 90);
    }

    @Test
    void windowWithoutTwoDifferentValuesGivesNoScore() {
        assertThat(scores(ZScore.DEFAULT, 1, 0.1, 0.1, 0.1)).containsOnly(Double.NaN);
        assertThat(scores(ZScore.DEFAULT, 1, Reference.of(4), 4, 5)).containsOnly(Double.NaN);
        assertThat(scores(ZScore.DEFAULT, 1, Reference.of(), 4, 5)).containsOnly(Double.NaN);
    }

    @Test
    void scaleWithoutSpreadIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ZScore(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ZScore(0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ZScore(Double.NaN, 1));
    }
}
