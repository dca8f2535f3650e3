package org.millwright.stat.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.millwright.model.Reason;
import org.millwright.testing.ReferenceTable;

/** Closeness to the ideal, against the example of Tzeng and Huang (2011) and by hand. */
class TopsisTest {
    @Test
    void closenessIsThatOfTzengAndHuang() {
        ReferenceTable matrix = ReferenceTable.read("worked/mcdm/topsis_tzeng2011_matrix.csv");
        ReferenceTable expected = ReferenceTable.read("worked/mcdm/topsis_tzeng2011_expected.csv");
        double[][] units = matrix.keys().stream()
                .map(key -> new double[] {matrix.number(key, "C1"), matrix.number(key, "C2"), matrix.number(key, "C3")})
                .toArray(double[][]::new);
        double[] scores = Topsis.DEFAULT.scores(units, new double[] {0.3, 0.4, 0.3});
        for (int i = 0; i < scores.length; i++) {
            String key = matrix.keys().get(i);
            assertThat(scores[i]).as(key).isCloseTo(expected.number(key, "recomputed_closeness"), within(1e-9));
            assertThat(scores[i]).as(key).isCloseTo(expected.number(key, "published_closeness"), within(5e-5));
        }
    }

    /**
     * Lengths 5 and 13: r = (3/5, 5/13), (4/5, none), (0, 12/13); best (4/5, 12/13), worst (0, 5/13). The first unit: d+ =
     * sqrt((1/5)^2 + (7/13)^2), d- = 3/5. The second has only the child in which it is the best: 1. The third: d+ = 4/5, d- =
     * 7/13.
     */
    @Test
    void missingChildIsLeftOutOfTheDistances() {
        double[][] units = {{3, 5}, {4, Double.NaN}, {0, 12}};
        double[] scores = Topsis.DEFAULT.scores(units, new double[] {1, 1});
        double toBest = Math.hypot(1.0 / 5, 7.0 / 13);
        assertThat(scores[0]).isCloseTo(0.6 / (0.6 + toBest), within(1e-12));
        assertThat(scores[1]).isEqualTo(1);
        assertThat(scores[2]).isCloseTo((7.0 / 13) / (7.0 / 13 + 4.0 / 5), within(1e-12));
    }

    @Test
    void unitsThatAreAllEqualHaveNoScore() {
        double[][] units = {{2, 0, 7}, {2, 0, Double.NaN}, {2, 0, 9}};
        double[] scores = Topsis.DEFAULT.scores(units, new double[] {1, 1, 1});
        assertThat(scores[0]).isEqualTo(0);
        assertThat(scores[1]).isNaN();
        assertThat(scores[2]).isEqualTo(1);
        assertThat(Topsis.DEFAULT.undefined()).isEqualTo(Reason.CONSTANT);
    }
}
