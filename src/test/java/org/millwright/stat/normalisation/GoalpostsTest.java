package org.millwright.stat.normalisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.millwright.stat.normalisation.Window.scores;

import org.junit.jupiter.api.Test;
import org.millwright.model.Reason;
import org.millwright.testing.ReferenceTable;

/** COINr's table, and hand computations. */
class GoalpostsTest {
    private static final Goalposts TEN_TO_TWENTY = Goalposts.DEFAULT.between(10, 20);

    @Test
    void scoresOfAsemAreThoseOfCoinr() {
        ReferenceTable posts = ReferenceTable.read("coinr/normalise/goalposts_params.csv");
        AsemScores.assertReproduced("coinr/normalise/goalposts_trunc.csv", column -> {
            double lower = posts.number(column.indicator(), "goalpost_lower");
            double upper = posts.number(column.indicator(), "goalpost_upper");
            double scale = posts.number(column.indicator(), "goalpost_scale");
            return scores(new Goalposts(lower, upper, true, 0, scale), column.direction(), column.values());
        });
    }

    @Test
    void goalpostsSwapWhereLessIsBetter() {
        assertThat(scores(TEN_TO_TWENTY, 1, 10, 12.5, 20)).containsExactly(0, 25, 100);
        assertThat(scores(TEN_TO_TWENTY, -1, 10, 12.5, 20)).containsExactly(100, 75, 0);
    }

    @Test
    void valuesBeyondAGoalpostScoreAsTheGoalpostIfCut() {
        assertThat(scores(TEN_TO_TWENTY, 1, 5, 30)).containsExactly(0, 100);
        assertThat(scores(TEN_TO_TWENTY, -1, 5, 30)).containsExactly(100, 0);
        Goalposts open = new Goalposts(10, 20, false, 0, 100);
        assertThat(scores(open, 1, 5, 30)).containsExactly(-50, 200);
        assertThat(scores(open, -1, 5, 30)).containsExactly(150, -100);
    }

    @Test
    void scaleIsDeclared() {
        // 1 + 99 * 0.25 = 25.75
        assertThat(scores(new Goalposts(10, 20, true, 1, 100), 1, 0, 12.5, 20)).containsExactly(1, 25.75, 100);
    }

    @Test
    void withoutGoalpostsThereIsNoScore() {
        assertThat(Goalposts.DEFAULT.isDeclared()).isFalse();
        assertThat(Goalposts.DEFAULT.undefined()).isEqualTo(Reason.NO_GOALPOST);
        assertThat(scores(Goalposts.DEFAULT, 1, 5)).containsExactly(Double.NaN);
        assertThat(TEN_TO_TWENTY.isDeclared()).isTrue();
    }

    @Test
    void goalpostsOfTheIndicatorKeepTheOtherOptions() {
        assertThat(new Goalposts(Double.NaN, Double.NaN, false, 1, 7).between(0, 2))
                .isEqualTo(new Goalposts(0, 2, false, 1, 7));
    }

    @Test
    void equalTurnedOrHalfDeclaredGoalpostsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> TEN_TO_TWENTY.between(3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> TEN_TO_TWENTY.between(4, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> TEN_TO_TWENTY.between(4, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> TEN_TO_TWENTY.between(Double.NaN, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> TEN_TO_TWENTY.between(4, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Goalposts(0, 1, true, 100, 100));
    }
}
