package org.millwright.stat.normalisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.millwright.stat.normalisation.Window.scores;

import org.junit.jupiter.api.Test;
import org.millwright.stat.Reference;

/** COINr's tables, and hand computations. */
class MinMaxTest {

    @Test
    void scoresOfAsemAreThoseOfCoinr() {
        AsemScores.assertReproduced(
                "coinr/normalise/minmax_0_100.csv",
                column -> scores(MinMax.DEFAULT, column.direction(), column.values()));
        AsemScores.assertReproduced(
                "coinr/default/normalised.csv", column -> scores(MinMax.DEFAULT, column.direction(), column.values()));
    }

    @Test
    void directionTurnsTheScaleRound() {
        // 100 (4 - 2)/(10 - 2) = 25; 100 (10 - 4)/8 = 75
        assertThat(scores(MinMax.DEFAULT, 1, 2, 4, 10)).containsExactly(0, 25, 100);
        assertThat(scores(MinMax.DEFAULT, -1, 2, 4, 10)).containsExactly(100, 75, 0);
    }

    @Test
    void scaleIsDeclared() {
        // 1 + 99 * 2/8 = 25.75
        assertThat(scores(new MinMax(1, 100), 1, 2, 4, 10)).containsExactly(1, 25.75, 100);
    }

    @Test
    void laterValuesGoBeyondTheScale() {
        assertThat(scores(MinMax.DEFAULT, 1, Reference.of(2, 10), 12, 0)).containsExactly(125, -25);
    }

    @Test
    void windowWithoutTwoDifferentValuesGivesNoScore() {
        assertThat(scores(MinMax.DEFAULT, 1, 3, 3)).containsExactly(Double.NaN, Double.NaN);
        assertThat(scores(MinMax.DEFAULT, 1, Reference.of(), 3)).containsExactly(Double.NaN);
    }

    @Test
    void scaleThatIsNotAscendingOrNotFiniteIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MinMax(100, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new MinMax(0, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new MinMax(0, Double.POSITIVE_INFINITY));
    }
}
