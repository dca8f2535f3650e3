package org.millwright.stat.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.millwright.model.Reason;

/** Hand computations; Student's distribution with 1, 2 and 3 degrees of freedom has closed forms. */
class RevisionSummaryTest {
    private static final double EXACT = 1e-12;

    /**
     * Mean 4/4 = 1, deviations 0 2 -2 0, squares 8, neighbours 0 - 4 + 0 = -4. One lag of weight 1/2 for n = 4: v = (8 - 2 *
     * 1/2 * 4) / (4 * 3) = 1/3, t = sqrt(3). With 3 degrees P(T <= t) = 1/2 + (u / (1 + u^2) + arctan u) / pi with u = t /
     * sqrt(3) = 1, so that p = 2 (1/2 - (1/2 + pi/4) / pi) = 1/2 - 1/pi.
     */
    @Test
    void biasIsTestedAgainstTheSpreadOfTheMeanWithItsNeighbours() {
        RevisionSummary summary = RevisionSummary.of(1, 3, -1, 1);
        assertThat(summary.size()).isEqualTo(4);
        assertThat(summary.mean()).isEqualTo(1);
        assertThat(summary.meanAbsolute()).isEqualTo(1.5);
        assertThat(summary.standardDeviation()).isCloseTo(Math.sqrt(8.0 / 3), within(EXACT));
        assertThat(summary.tStatistic()).isCloseTo(Math.sqrt(3), within(EXACT));
        assertThat(summary.pValue()).isCloseTo(0.5 - 1 / Math.PI, within(1e-10));
        assertThat(summary.upwardShare()).isEqualTo(0.75);
        assertThat(summary.reason()).isEmpty();
    }

    /** Deviations -1 1: v = (2 - 2 * 1/2 * 1) / (2 * 1) = 1/2, t = 3 sqrt(2); with 1 degree p = 1 - 2/pi arctan t. */
    @Test
    void twoRevisionsAreTheLeastForATest() {
        RevisionSummary summary = RevisionSummary.of(2, 4);
        assertThat(summary.tStatistic()).isCloseTo(3 * Math.sqrt(2), within(EXACT));
        assertThat(summary.pValue()).isCloseTo(1 - 2 / Math.PI * Math.atan(3 * Math.sqrt(2)), within(1e-10));
    }

    /** Deviations -1 0 1: v = (2 - 2 * 1/2 * 0) / (3 * 2) = 1/3, t = -sqrt(3); with 2 degrees p = 1 - |t| / sqrt(2 + t^2). */
    @Test
    void downwardRevisionsHaveANegativeTAndTheSameP() {
        RevisionSummary summary = RevisionSummary.of(-2, -1, 0);
        assertThat(summary.tStatistic()).isCloseTo(-Math.sqrt(3), within(EXACT));
        assertThat(summary.pValue()).isCloseTo(1 - Math.sqrt(3.0 / 5), within(1e-10));
        assertThat(summary.upwardShare()).isZero();
    }

    @Test
    void oneRevisionHasAMeanAndNoTest() {
        RevisionSummary summary = RevisionSummary.of(-2);
        assertThat(summary.mean()).isEqualTo(-2);
        assertThat(summary.meanAbsolute()).isEqualTo(2);
        assertThat(summary.standardDeviation()).isNaN();
        assertThat(summary.tStatistic()).isNaN();
        assertThat(summary.pValue()).isNaN();
        assertThat(summary.reason()).contains(Reason.SHORT);
    }

    @Test
    void withoutRevisionsNothingIsDefined() {
        RevisionSummary summary = RevisionSummary.of();
        assertThat(summary.size()).isZero();
        assertThat(summary.mean()).isNaN();
        assertThat(summary.upwardShare()).isNaN();
        assertThat(summary.reason()).contains(Reason.SHORT);
    }

    @Test
    void confirmedFiguresCountAndCannotBeTested() {
        RevisionSummary summary = RevisionSummary.of(0, 0, 0);
        assertThat(summary.size()).isEqualTo(3);
        assertThat(summary.mean()).isZero();
        assertThat(summary.standardDeviation()).isZero();
        assertThat(summary.tStatistic()).isNaN();
        assertThat(summary.upwardShare()).isZero();
        assertThat(summary.reason()).contains(Reason.CONSTANT);
    }

    /** floor(4 (n / 100)^(2/9)): 4 * 0.42 = 1.7, 4 * 0.60 = 2.4, 4 * 1 = 4. */
    @Test
    void lagsGrowWithTheLengthOfTheSeries() {
        assertThat(MeanVariance.lags(2)).isEqualTo(1);
        assertThat(MeanVariance.lags(10)).isEqualTo(2);
        assertThat(MeanVariance.lags(100)).isEqualTo(4);
    }

    /** Ten values, two lags of weights 2/3 and 1/3, written out as the double sum of the definition. */
    @Test
    void varianceIsTheWeightedSumOverAllPairsOfPeriods() {
        double[] series = new Random(5).doubles(10, -1, 1).toArray();
        double mean = Arrays.stream(series).average().orElseThrow();
        double sum = 0;
        for (int s = 0; s < 10; s++) {
            for (int t = 0; t < 10; t++) {
                double weight = Math.max(0, 1 - Math.abs(s - t) / 3.0);
                sum += weight * (series[s] - mean) * (series[t] - mean);
            }
        }
        assertThat(MeanVariance.of(series)).isCloseTo(sum / 90, within(EXACT));
    }

    @Test
    void testDoesNotDependOnTheUnit() {
        double[] revisions = new Random(6).doubles(24, -1, 2).toArray();
        double[] larger =
                Arrays.stream(revisions).map(revision -> 1000 * revision).toArray();
        RevisionSummary one = RevisionSummary.of(revisions);
        RevisionSummary other = RevisionSummary.of(larger);
        assertThat(other.tStatistic()).isCloseTo(one.tStatistic(), within(1e-9));
        assertThat(other.pValue()).isCloseTo(one.pValue(), within(1e-9));
        assertThat(other.mean()).isCloseTo(1000 * one.mean(), within(1e-9));
    }
}
