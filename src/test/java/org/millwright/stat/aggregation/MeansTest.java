package org.millwright.stat.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.millwright.model.Reason;
import org.millwright.stat.aggregation.MazziottaPareto.Penalty;

/** Means and the Mazziotta-Pareto index by hand, and where they are undefined. */
class MeansTest {
    private static final double NONE = Double.NaN;
    private static final double[] CHILDREN = {2, NONE, 8};
    private static final double[] WEIGHTS = {3, 5, 1};

    /** (3 * 2 + 1 * 8)/4 = 3.5; of it 6/4 and 8/4. */
    @Test
    void arithmeticByHand() {
        assertThat(Arithmetic.DEFAULT.score(CHILDREN, WEIGHTS)).isEqualTo(3.5);
        assertThat(Arithmetic.DEFAULT.contributions(CHILDREN, WEIGHTS)).containsExactly(1.5, NONE, 2);
    }

    /** (2^3 * 8)^(1/4) = 64^(1/4) = 2 sqrt 2; the logarithms are 3 ln 2 and ln 8 = 3 ln 2: half each. */
    @Test
    void geometricByHand() {
        double score = 2 * Math.sqrt(2);
        assertThat(Geometric.DEFAULT.score(CHILDREN, WEIGHTS)).isCloseTo(score, within(1e-12));
        assertThat(Geometric.DEFAULT.contributions(CHILDREN, WEIGHTS))
                .containsExactly(new double[] {score / 2, NONE, score / 2}, within(1e-12));
    }

    /** ln 4 + ln 0.25 = 0: there is no share of the logarithm, and each child adds its weight of the score 1. */
    @Test
    void geometricContributionsOfCancellingLogarithmsFollowTheWeights() {
        double[] children = {4, 0.25, 1};
        double[] weights = {1, 1, 2};
        assertThat(Geometric.DEFAULT.contributions(children, weights))
                .containsExactly(new double[] {0.25, 0.25, 0.5}, within(1e-12));
    }

    /** 4/(3/2 + 1/8) = 32/13. Alone the children score 2 and 8: they add (2 + 32/13 - 8)/2 and (8 + 32/13 - 2)/2. */
    @Test
    void harmonicByHand() {
        double score = 32.0 / 13;
        assertThat(Harmonic.DEFAULT.score(CHILDREN, WEIGHTS)).isCloseTo(score, within(1e-12));
        assertThat(Harmonic.DEFAULT.contributions(CHILDREN, WEIGHTS))
                .containsExactly(new double[] {(score - 6) / 2, NONE, (score + 6) / 2}, within(1e-12));
    }

    /** p = 2: sqrt((3 * 4 + 64)/4) = sqrt 19; p = -2: ((3/4 + 1/64)/4)^(-1/2) = (49/256)^(-1/2) = 16/7. */
    @Test
    void powerByHand() {
        assertThat(new Power(2).score(CHILDREN, WEIGHTS)).isCloseTo(Math.sqrt(19), within(1e-12));
        assertThat(new Power(-2).score(CHILDREN, WEIGHTS)).isCloseTo(16.0 / 7, within(1e-12));
        assertThat(new Power(0.5).score(new double[] {0, 4}, new double[] {1, 1}))
                .isCloseTo(1, within(1e-12));
        assertThat(new Power(3).score(new double[] {0, 0}, new double[] {1, 1})).isZero();
    }

    /** A mean is never above its largest child; 8^2000 alone is beyond the largest double. */
    @Test
    void powerOfALargeExponentGoesToTheExtremeChild() {
        assertThat(new Power(2000).score(CHILDREN, WEIGHTS)).isBetween(7.99, 8.0);
        assertThat(new Power(-2000).score(CHILDREN, WEIGHTS)).isBetween(2.0, 2.01);
    }

    /** M = (90 + 110 + 130)/3 = 110, S^2 = (400 + 0 + 400)/3 = 800/3, S cv = S^2/M = 80/33. */
    @Test
    void mazziottaParetoByHand() {
        double[] children = {90, 110, 130};
        double[] equal = {1, 1, 1};
        assertThat(MazziottaPareto.DEFAULT.score(children, equal)).isCloseTo(110 - 80.0 / 33, within(1e-12));
        assertThat(new MazziottaPareto(Penalty.POSITIVE).score(children, equal))
                .isCloseTo(110 + 80.0 / 33, within(1e-12));
        assertThat(MazziottaPareto.DEFAULT.score(new double[] {104, 104}, new double[] {1, 3}))
                .isEqualTo(104);
    }

    /** M = (3 * 90 + 110)/4 = 95, S^2 = (3 * 25 + 225)/4 = 75. */
    @Test
    void weightsEnterMeanAndDeviationOfMazziottaPareto() {
        assertThat(MazziottaPareto.DEFAULT.score(new double[] {90, NONE, 110}, WEIGHTS))
                .isCloseTo(95 - 75.0 / 95, within(1e-12));
    }

    @Test
    void meansThatNeedPositiveValuesAreUndefinedOtherwise() {
        double[] equal = {1, 1};
        assertThat(Geometric.DEFAULT.score(new double[] {0, 4}, equal)).isNaN();
        assertThat(Harmonic.DEFAULT.score(new double[] {-1, 4}, equal)).isNaN();
        assertThat(new Power(-1).score(new double[] {0, 4}, equal)).isNaN();
        assertThat(new Power(1).score(new double[] {-1, 4}, equal)).isNaN();
        assertThat(MazziottaPareto.DEFAULT.score(new double[] {-4, 4}, equal)).isNaN();
        assertThat(Geometric.DEFAULT.contributions(new double[] {0, 4}, equal)).containsExactly(NONE, NONE);
        assertThat(Harmonic.DEFAULT.contributions(new double[] {0, 4}, equal)).containsExactly(NONE, NONE);
        assertThat(new Power(-1).needsPositive()).isTrue();
        assertThat(new Power(1).needsPositive()).isFalse();
        assertThat(Geometric.DEFAULT.undefined()).isEqualTo(Reason.NONPOSITIVE);
        assertThat(Arithmetic.DEFAULT.undefined()).isEqualTo(Reason.COVERAGE);
    }

    @Test
    void exponentZeroIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Power(0)).withMessageContaining("the geometric mean");
        assertThatIllegalArgumentException().isThrownBy(() -> new Power(NONE));
    }
}
