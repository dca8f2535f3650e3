package org.millwright.stat.normalisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.millwright.stat.normalisation.Window.scores;

import org.junit.jupiter.api.Test;
import org.millwright.testing.ReferenceTable;

/**
 * OECD/JRC Handbook on Constructing Composite Indicators (2008), Table 15: mean years of schooling in 23 countries,
 * normalised in several ways and printed with two decimals.
 */
class HandbookTest {
    private static final double HALF_A_DIGIT = 0.005 + 1e-12;

    private final ReferenceTable table = ReferenceTable.read("worked/tai/table15_normalisation_schooling.csv");

    @Test
    void ranksAreThoseOfTheHandbook() {
        assertThat(scores(Rank.DEFAULT, 1, table.column("schooling"))).containsExactly(table.column("rank"));
    }

    @Test
    void zScoresAreThoseOfTheHandbook() {
        assertColumn("z_score", ZScore.DEFAULT);
    }

    @Test
    void minMaxScoresAreThoseOfTheHandbook() {
        assertColumn("min_max", new MinMax(0, 1));
    }

    @Test
    void fractionsOfTheMaximumAreTheRatiosToTheLeader() {
        assertColumn("ratio_to_best", new FractionOfMaximum(1));
    }

    private void assertColumn(String name, Normalisation method) {
        double[] printed = table.column(name);
        assertThat(printed).hasSize(23);
        assertThat(scores(method, 1, table.column("schooling"))).containsExactly(printed, within(HALF_A_DIGIT));
    }
}
