package org.millwright.stat.normalisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.millwright.stat.normalisation.Window.scores;

import org.junit.jupiter.api.Test;
import org.millwright.stat.Reference;

/** COINr's table of min-max from 0 to 100, which has the same scores, and hand computations. */
class DistanceToMaximumTest {

    @Test
    void scoresOfAsemAreThoseOfMinMax() {
        AsemScores.assertReproduced(
                "coinr/normalise/minmax_0_100.csv",
                column -> scores(DistanceToMaximum.DEFAULT, column.direction(), column.values()));
    }

    @Test
    void scoreIsWhatTheDistanceLeaves() {
        // 1 - (10 - 4)/8 = 0.25; 1 - (4 - 2)/8 = 0.75
        assertThat(scores(new DistanceToMaximum(1), 1, 2, 4, 10)).containsExactly(0, 0.25, 1);
        assertThat(scores(new DistanceToMaximum(1), -1, 2, 4, 10)).containsExactly(1, 0.75, 0);
    }

    @Test
    void windowWithoutTwoDifferentValuesGivesNoScore() {
        assertThat(scores(DistanceToMaximum.DEFAULT, 1, 3, 3)).containsOnly(Double.NaN);
        assertThat(scores(DistanceToMaximum.DEFAULT, 1, Reference.of(), 3)).containsOnly(Double.NaN);
    }

    @Test
    void scaleOfNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DistanceToMaximum(0));
    }
}
