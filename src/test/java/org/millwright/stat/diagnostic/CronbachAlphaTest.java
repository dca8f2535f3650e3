package org.millwright.stat.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CronbachAlphaTest {
    @Test
    void copiesOfOneIndicatorAreConsistent() {
        double[][] ones = {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}};
        assertThat(new CronbachAlpha(ones).alpha()).isEqualTo(1);
        assertThat(new CronbachAlpha(ones).correlationWithOthers(0)).isEqualTo(1);
    }

    @Test
    void unrelatedIndicatorsHaveNoConsistency() {
        double[][] unrelated = {{4, 0}, {0, 9}};
        assertThat(new CronbachAlpha(unrelated).alpha()).isZero();
        assertThat(new CronbachAlpha(unrelated).correlationWithOthers(1)).isZero();
    }

    /** Variances 1 and 4, covariance 1: alpha = 2 (1 - 5/7) = 4/7; the correlation with the other is 1/2. */
    @Test
    void covariancesGiveTheAlphaOfTheRawScores() {
        CronbachAlpha alpha = new CronbachAlpha(new double[][] {{1, 1}, {1, 4}});
        assertThat(alpha.alpha()).isCloseTo(4 / 7.0, within(1e-15));
        assertThat(alpha.correlationWithOthers(0)).isEqualTo(0.5);
    }

    @Test
    void oneIndicatorHasNoAlpha() {
        CronbachAlpha one = new CronbachAlpha(new double[][] {{1}});
        assertThat(one.alpha()).isNaN();
        assertThat(one.correlationWithOthers(0)).isNaN();
        assertThat(new CronbachAlpha(new double[][] {{1, 0.5}, {0.5, 1}}).alphaWithout(0))
                .isNaN();
    }

    @Test
    void indicatorsThatCancelHaveNoAlpha() {
        assertThat(new CronbachAlpha(new double[][] {{1, -1}, {-1, 1}}).alpha()).isNaN();
    }

    @Test
    void undefinedCorrelationLeavesAlphaUndefined() {
        assertThat(new CronbachAlpha(new double[][] {{1, Double.NaN}, {Double.NaN, 1}}).alpha())
                .isNaN();
    }
}
