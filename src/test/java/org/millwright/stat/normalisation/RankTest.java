package org.millwright.stat.normalisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millwright.stat.normalisation.Window.scores;

import org.junit.jupiter.api.Test;
import org.millwright.stat.Ties;

/** COINr's table, and hand computations. */
class RankTest {

    @Test
    void ranksOfAsemAreThoseOfCoinr() {
        AsemScores.assertReproduced(
                "coinr/normalise/rank_min.csv", column -> scores(Rank.DEFAULT, column.direction(), column.values()));
    }

    @Test
    void bestUnitHasTheHighestRank() {
        assertThat(scores(Rank.DEFAULT, 1, 9, 7, 5, 7)).containsExactly(4, 2, 1, 2);
        assertThat(scores(Rank.DEFAULT, -1, 9, 7, 5, 7)).containsExactly(1, 2, 4, 2);
    }

    @Test
    void equalValuesShareTheirMeanRankIfDeclared() {
        assertThat(scores(new Rank(Ties.AVERAGE), 1, 9, 7, 5, 7)).containsExactly(4, 2.5, 1, 2.5);
        assertThat(scores(new Rank(Ties.AVERAGE), -1, 9, 7, 5, 7)).containsExactly(1, 2.5, 4, 2.5);
    }

    @Test
    void missingUnitsTakeNoRank() {
        assertThat(scores(Rank.DEFAULT, 1, 9, Double.NaN, 5)).containsExactly(2, Double.NaN, 1);
    }
}
