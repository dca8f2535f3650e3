package org.millwright.stat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Hand computations. */
class RanksTest {
    private static final double[] VALUES = {3, 1, Double.NaN, 3, 2, 3};

    @Test
    void equalValuesShareTheSmallestRank() {
        assertThat(Ranks.ascending(VALUES, Ties.MIN)).containsExactly(3, 1, Double.NaN, 3, 2, 3);
    }

    @Test
    void equalValuesShareTheirMeanRank() {
        // the three threes stand at 3, 4 and 5
        assertThat(Ranks.ascending(VALUES, Ties.AVERAGE)).containsExactly(4, 1, Double.NaN, 4, 2, 4);
    }

    @Test
    void zeroAndMinusZeroAreEqual() {
        assertThat(Ranks.ascending(new double[] {0.0, -0.0, 1}, Ties.AVERAGE)).containsExactly(1.5, 1.5, 3);
        assertThat(Ranks.ascending(new double[] {0.0, -0.0, 1}, Ties.MIN)).containsExactly(1, 1, 3);
    }

    @Test
    void missingValuesHaveNoRank() {
        assertThat(Ranks.ascending(new double[] {Double.NaN}, Ties.MIN)).containsExactly(Double.NaN);
        assertThat(Ranks.ascending(new double[0], Ties.MIN)).isEmpty();
    }
}
