package org.millwright.stat.normalisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millwright.stat.normalisation.Window.scores;

import org.junit.jupiter.api.Test;
import org.millwright.stat.Ties;
import org.millwright.testing.ReferenceTable;

/** COINr's ranks, and hand computations. */
class BordaTest {

    @Test
    void scoreIsOneLessThanTheRankThatCoinrGives() {
        ReferenceTable ranks = ReferenceTable.read("coinr/normalise/rank_min.csv");
        ReferenceTable treated = ReferenceTable.read("coinr/default/treated.csv");
        double[] borda = scores(Borda.DEFAULT, -1, treated.column("CO2"));
        for (int i = 0; i < borda.length; i++) {
            assertThat(borda[i]).isEqualTo(ranks.number(treated.keys().get(i), "CO2") - 1);
        }
    }

    @Test
    void scoreCountsTheUnitsLeftBehind() {
        assertThat(scores(Borda.DEFAULT, 1, 9, 7, 5, 7)).containsExactly(3, 1, 0, 1);
        assertThat(scores(Borda.DEFAULT, -1, 9, 7, 5, 7)).containsExactly(0, 1, 3, 1);
    }

    @Test
    void unitOfEqualValueCountsOneHalfIfDeclared() {
        // 7 leaves 5 behind, and half of the other 7
        assertThat(scores(new Borda(Ties.AVERAGE), 1, 9, 7, 5, 7)).containsExactly(3, 1.5, 0, 1.5);
    }
}
