package org.millwright.stat.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.millwright.model.Reason;
import org.millwright.stat.Methods;

/** Statistics by hand, and where each of them is undefined. */
class StructuralTest {
    private static final double[] HALVES = {0.5, 0.5, 0};
    private static final double[] QUARTERS = {0.25, 0.25, 0.5};
    private static final double EXACT = 1e-15;

    @Test
    void theFamilyKnowsEveryStatisticByItsNameInTheTables() {
        assertThat(Methods.of(Structural.class))
                .containsOnlyKeys(
                        "hhi",
                        "krugman",
                        "lilien",
                        "location_quotient",
                        "moore_angle",
                        "moore_cosine",
                        "shannon",
                        "structural_change",
                        "theil");
    }

    @Test
    void sharesAreAmountsOverTheirSum() {
        assertThat(Distribution.of(new double[] {1, 0, 3}).shares()).containsExactly(0.25, 0, 0.75);
    }

    @Test
    void aNegativeAmountHasNoShareAndNothingHasNone() {
        assertThat(Distribution.of(new double[] {5, -1, 3}).undefined()).isEqualTo(Reason.SIGN);
        assertThat(Distribution.of(new double[] {0, 0}).undefined()).isEqualTo(Reason.DENOMINATOR);
        assertThat(Distribution.of(new double[] {0, 0}).isDefined()).isFalse();
    }

    /** 1/4 + 1/4; 2 x 1/2 ln 2. */
    @Test
    void concentrationAndDiversityOfTwoHalves() {
        assertThat(Hhi.DEFAULT.of(HALVES)).isEqualTo(0.5);
        assertThat(Shannon.DEFAULT.of(HALVES)).isCloseTo(Math.log(2), within(EXACT));
    }

    @Test
    void oneGroupWithEverythingIsAllConcentrationAndNoDiversity() {
        assertThat(Hhi.DEFAULT.of(new double[] {0, 1})).isEqualTo(1);
        assertThat(Shannon.DEFAULT.of(new double[] {0, 1})).isEqualTo(0.0);
    }

    /** (1/4 + 1/4 + 1/2) / 2; cos = 1/4 / sqrt(1/2 x 3/8) = 1 / sqrt 3. */
    @Test
    void changeFromHalvesToQuarters() {
        assertThat(StructuralChange.DEFAULT.of(HALVES, QUARTERS)).isEqualTo(0.5);
        assertThat(MooreCosine.DEFAULT.of(HALVES, QUARTERS)).isCloseTo(1 / Math.sqrt(3), within(EXACT));
        assertThat(MooreAngle.DEFAULT.of(HALVES, QUARTERS))
                .isCloseTo(Math.toDegrees(Math.acos(1 / Math.sqrt(3))), within(1e-13));
    }

    @Test
    void groupsThatSwapEverythingAreAsFarApartAsCanBe() {
        double[] one = {1, 0};
        double[] other = {0, 1};
        assertThat(StructuralChange.DEFAULT.of(one, other)).isEqualTo(1);
        assertThat(MooreCosine.DEFAULT.of(one, other)).isEqualTo(0);
        assertThat(MooreAngle.DEFAULT.of(one, other)).isEqualTo(90);
        assertThat(Krugman.DEFAULT.of(one, other)).isEqualTo(2);
    }

    /** A cosine of 1 - 5e-17 has no digit left of its angle of 1e-8 radian. */
    @Test
    void smallAnglesKeepTheirDigits() {
        double[] shares = Distribution.of(new double[] {1, 1e-8}).shares();
        assertThat(MooreCosine.DEFAULT.of(new double[] {1, 0}, shares)).isCloseTo(1, within(EXACT));
        assertThat(MooreAngle.DEFAULT.of(new double[] {1, 0}, shares)).isCloseTo(Math.toDegrees(1e-8), within(1e-18));
    }

    /** Shares 1/2, 1/2 and 1/4, 3/4, mean 3/8 and 5/8: sqrt(3/8 ln^2 2 + 5/8 ln^2 3/2). */
    @Test
    void lilienByHand() {
        double first = Math.log(0.5);
        double second = Math.log(1.5);
        assertThat(Lilien.DEFAULT.of(new double[] {0.5, 0.5}, new double[] {0.25, 0.75}))
                .isCloseTo(Math.sqrt(0.375 * first * first + 0.625 * second * second), within(EXACT));
    }

    @Test
    void lilienNeedsAnAmountInBothPeriods() {
        assertThat(Lilien.DEFAULT.of(HALVES, QUARTERS)).isNaN();
        assertThat(Lilien.DEFAULT.of(QUARTERS, HALVES)).isNaN();
        assertThat(Lilien.DEFAULT.of(HALVES, HALVES)).isNaN();
        assertThat(Lilien.DEFAULT.undefined()).isEqualTo(Reason.NONPOSITIVE);
    }

    /** Output 1/4, 1/4, 1/2 by labour 1/2, 1/4, 1/4: 1/4 ln 1/2 + 1/2 ln 2 = 1/4 ln 2. */
    @Test
    void theilByHand() {
        assertThat(Theil.DEFAULT.of(new double[] {0.5, 0.25, 0.25}, QUARTERS))
                .isCloseTo(Math.log(2) / 4, within(EXACT));
    }

    @Test
    void theilOfAGroupWithoutOutputOrWithoutLabour() {
        assertThat(Theil.DEFAULT.of(new double[] {0.25, 0.25, 0.5}, HALVES)).isCloseTo(Math.log(2), within(EXACT));
        assertThat(Theil.DEFAULT.of(HALVES, QUARTERS)).isNaN();
        assertThat(Theil.DEFAULT.of(HALVES, HALVES)).isEqualTo(0.0);
        assertThat(Theil.DEFAULT.undefined()).isEqualTo(Reason.DENOMINATOR);
    }

    /** |1/4 - 1/2| + |1/4 - 1/2| + 1/2. */
    @Test
    void comparisonsWithAReference() {
        assertThat(Krugman.DEFAULT.of(HALVES, QUARTERS)).isEqualTo(1);
        assertThat(LocationQuotient.DEFAULT.of(0.5, 0.25)).isEqualTo(0.5);
        assertThat(LocationQuotient.DEFAULT.of(0.5, 0)).isEqualTo(0.0);
        assertThat(LocationQuotient.DEFAULT.of(0, 0.5)).isNaN();
        assertThat(LocationQuotient.DEFAULT.undefined()).isEqualTo(Reason.DENOMINATOR);
    }
}
