package org.millwright.stat.normalisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.millwright.stat.normalisation.Window.scores;

import org.junit.jupiter.api.Test;
import org.millwright.model.Reason;
import org.millwright.stat.Reference;

/** COINr's table of min-max, which a target at the best value must give, and hand computations. */
class DistanceToTargetTest {
    private static final Reference WINDOW = Reference.of(2, 4, 10);

    @Test
    void targetAtTheBestValueGivesMinMax() {
        AsemScores.assertReproduced(
                "coinr/normalise/minmax_0_100.csv",
                column -> scores(new DistanceToTarget(column.best(), true, 100), column.direction(), column.values()));
    }

    @Test
    void scoreIsThePartOfTheWayThatIsDone() {
        // 100 (4 - 2)/(12 - 2) = 20; 100 (10 - 4)/(10 - 0) = 60
        assertThat(scores(new DistanceToTarget(12, false, 100), 1, 2, 4, 10)).containsExactly(0, 20, 80);
        assertThat(scores(new DistanceToTarget(0, false, 100), -1, 2, 4, 10)).containsExactly(80, 60, 0);
    }

    @Test
    void valuesBetterThanTheTargetAreCappedIfDeclared() {
        // 100 (10 - 2)/(6 - 2) = 200
        assertThat(scores(new DistanceToTarget(6, false, 100), 1, 2, 4, 10)).containsExactly(0, 50, 200);
        assertThat(scores(new DistanceToTarget(6, true, 1), 1, 2, 4, 10)).containsExactly(0, 0.5, 1);
    }

    @Test
    void valuesWorseThanTheWindowScoreBelowZero() {
        assertThat(scores(new DistanceToTarget(12, true, 100), 1, WINDOW, 1)).containsExactly(-10);
    }

    @Test
    void targetMayBeReachedFromAWindowOfOneValue() {
        assertThat(scores(new DistanceToTarget(5, false, 100), 1, Reference.of(3, 3), 3, 4))
                .containsExactly(0, 50);
    }

    @Test
    void targetNotBetterThanTheWorstGivesNoScore() {
        assertThat(scores(new DistanceToTarget(2, false, 100), 1, WINDOW, 4)).containsExactly(Double.NaN);
        assertThat(scores(new DistanceToTarget(1, true, 100), 1, WINDOW, 4)).containsExactly(Double.NaN);
        assertThat(scores(new DistanceToTarget(11, true, 100), -1, WINDOW, 4)).containsExactly(Double.NaN);
        assertThat(new DistanceToTarget(1, true, 100).undefined()).isEqualTo(Reason.NO_SCALE);
    }

    @Test
    void withoutATargetThereIsNoScore() {
        assertThat(DistanceToTarget.DEFAULT.isDeclared()).isFalse();
        assertThat(DistanceToTarget.DEFAULT.undefined()).isEqualTo(Reason.NO_GOALPOST);
        assertThat(scores(DistanceToTarget.DEFAULT, 1, WINDOW, 4)).containsExactly(Double.NaN);
    }

    @Test
    void targetsWithoutEndAndScalesOfNothingAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DistanceToTarget(Double.POSITIVE_INFINITY, false, 100));
        assertThatIllegalArgumentException().isThrownBy(() -> new DistanceToTarget(1, false, -1));
    }
}
