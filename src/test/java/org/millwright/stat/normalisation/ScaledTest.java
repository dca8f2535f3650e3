package org.millwright.stat.normalisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.millwright.stat.normalisation.Window.scores;

import org.junit.jupiter.api.Test;

/** COINr's table of min-max, which bounds at the extremes must give, and hand computations. */
class ScaledTest {

    @Test
    void boundsAtTheExtremesGiveMinMax() {
        AsemScores.assertReproduced(
                "coinr/normalise/minmax_0_100.csv",
                column -> scores(new Scaled(column.min(), column.max(), 100), column.direction(), column.values()));
    }

    @Test
    void valuesBeyondTheBoundsGoBeyondTheScale() {
        // 100 (4 - 1)/6 = 50, 100 (10 - 1)/6 = 150; 100 (7 - 10)/6 = -50
        assertThat(scores(new Scaled(1, 7, 100), 1, 1, 4, 10)).containsExactly(0, 50, 150);
        assertThat(scores(new Scaled(1, 7, 100), -1, 1, 4, 10)).containsExactly(100, 50, -50);
    }

    @Test
    void percentagesStayAsTheyAreByDefault() {
        assertThat(scores(Scaled.DEFAULT, 1, 37, 120)).containsExactly(37, 120);
    }

    @Test
    void boundsThatAreEqualAndScalesOfNothingAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Scaled(1, 1, 100));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scaled(0, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scaled(0, 1, Double.POSITIVE_INFINITY));
    }
}
