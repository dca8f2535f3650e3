package org.millwright.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.millwright.testing.ReferenceTable;

/** Hand computations, and the 10 % and 90 % quantiles that R gave for the ASEM indicators. */
class QuantilesTest {

    @Test
    void quantileLiesBetweenTwoValues() {
        // n = 4: h = 3 * 0.25 = 0.75, 1 + 0.75 * (2 - 1)
        assertThat(Quantiles.quantile(new double[] {1, 2, 4, 8}, 0.25)).isEqualTo(1.75);
    }

    @Test
    void endsAreTheExtremes() {
        assertThat(Quantiles.quantile(new double[] {1, 2, 4, 8}, 0)).isEqualTo(1);
        assertThat(Quantiles.quantile(new double[] {1, 2, 4, 8}, 1)).isEqualTo(8);
    }

    @Test
    void medianIsTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
        assertThat(Quantiles.median(new double[] {1, 5, 6})).isEqualTo(5);
        assertThat(Quantiles.median(new double[] {1, 2, 4, 8})).isEqualTo(3);
        assertThat(Quantiles.median(new double[] {7})).isEqualTo(7);
    }

    @Test
    void withoutValuesThereIsNone() {
        assertThat(Quantiles.median(new double[0])).isNaN();
    }

    @Test
    void probabilityOutsideOfZeroToOneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Quantiles.quantile(new double[] {1}, 1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> Quantiles.quantile(new double[] {1}, Double.NaN));
    }

    @Test
    void quantilesOfAsemIndicatorsAreThoseOfR() {
        ReferenceTable treated = ReferenceTable.read("coinr/default/treated.csv");
        ReferenceTable expected = ReferenceTable.read("coinr/normalise/goalposts_params.csv");
        assertThat(expected.keys()).hasSize(49);
        for (String indicator : expected.keys()) {
            double[] values = Reference.presentAscending(treated.column(indicator));
            assertCloseTo(Quantiles.quantile(values, 0.1), expected.number(indicator, "goalpost_lower"));
            assertCloseTo(Quantiles.quantile(values, 0.9), expected.number(indicator, "goalpost_upper"));
        }
    }

    private static void assertCloseTo(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-14 * Math.abs(expected)));
    }
}
