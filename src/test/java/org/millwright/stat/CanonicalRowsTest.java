package org.millwright.stat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CanonicalRowsTest {
    private static final double NAN = Double.NaN;

    @Test
    void rowsAscendByTheFirstColumnThenTheSecond() {
        assertThat(CanonicalRows.of(new double[][] {{2, 1}, {1, 5}, {1, -3}})).isDeepEqualTo(new double[][] {
            {1, -3}, {1, 5}, {2, 1}
        });
    }

    @Test
    void rowThatMissesAnythingIsLeftOut() {
        assertThat(CanonicalRows.ofColumns(new double[][] {{3, 1, NAN}, {30, 10, 20}}))
                .isDeepEqualTo(new double[][] {{1, 3}, {10, 30}});
    }

    @Test
    void minusZeroStandsWithZero() {
        assertThat(CanonicalRows.of(new double[][] {{0.0, 1}, {-0.0, 2}})[0]).containsExactly(0.0, 1);
    }
}
