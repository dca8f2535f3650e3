package org.millwright.stat.normalisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.millwright.stat.normalisation.Window.scores;

import org.junit.jupiter.api.Test;
import org.millwright.model.Reason;
import org.millwright.stat.Reference;

/** Hand computations; the Handbook's ratio to the best stands in {@link HandbookTest}. */
class FractionOfMaximumTest {

    @Test
    void scoreIsAPartOfTheBestValue() {
        // 100 * 4/10; turned 100 * 2/4
        assertThat(scores(FractionOfMaximum.DEFAULT, 1, 2, 4, 10)).containsExactly(20, 40, 100);
        assertThat(scores(FractionOfMaximum.DEFAULT, -1, 2, 4, 10)).containsExactly(100, 50, 20);
    }

    @Test
    void zeroAndNegativeValuesKeepTheirRatioToAPositiveMaximum() {
        assertThat(scores(new FractionOfMaximum(1), 1, -5, 0, 10)).containsExactly(-0.5, 0, 1);
    }

    @Test
    void maximumMustBeAboveZero() {
        assertThat(scores(FractionOfMaximum.DEFAULT, 1, -5, 0)).containsOnly(Double.NaN);
        assertThat(scores(FractionOfMaximum.DEFAULT, 1, Reference.of(), 1)).containsOnly(Double.NaN);
        assertThat(FractionOfMaximum.DEFAULT.undefined()).isEqualTo(Reason.NONPOSITIVE);
    }

    @Test
    void whereLessIsBetterEveryValueMustBeAboveZero() {
        assertThat(scores(FractionOfMaximum.DEFAULT, -1, 0, 4)).containsOnly(Double.NaN);
        assertThat(scores(FractionOfMaximum.DEFAULT, -1, Reference.of(2, 10), 0, -1, 4))
                .containsExactly(Double.NaN, Double.NaN, 50);
    }

    @Test
    void scoreThatIsNoFiniteNumberIsUndefined() {
        assertThat(scores(FractionOfMaximum.DEFAULT, -1, Reference.of(1e300), 1e-300))
                .containsExactly(Double.NaN);
    }

    @Test
    void scaleOfNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FractionOfMaximum(0));
    }
}
