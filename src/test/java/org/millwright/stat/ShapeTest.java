package org.millwright.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.millwright.testing.ReferenceTable;

/** Expected values: COINr 1.1.14 on its ASEM data; scipy 1.17.1, {@code skew} and {@code kurtosis} with bias=False. */
class ShapeTest {
    @Test
    void agreesWithCoinrOnEveryIndicator() {
        ReferenceTable data = ReferenceTable.read("coinr/default/screened.csv");
        ReferenceTable details = ReferenceTable.read("coinr/treat/default_details.csv");
        assertThat(details.keys()).hasSize(49);
        for (String indicator : details.keys()) {
            Shape shape = Shape.of(Reference.presentAscending(data.column(indicator)));
            assertClose(shape.skewness(), details.number(indicator, "check_SkewKurt0.Skew"));
            assertClose(shape.kurtosis(), details.number(indicator, "check_SkewKurt0.Kurt"));
        }
    }

    @Test
    void agreesWithScipy() {
        Shape shape = Shape.of(new double[] {1, 2, 2, 3, 5, 9, 9, 20});
        assertThat(shape.skewness()).isCloseTo(1.6588359458231596, within(1e-13));
        assertThat(shape.kurtosis()).isCloseTo(2.8765387470200707, within(1e-13));
    }

    /** By hand, x = 0, 0, 3: mean 1, sums of squares 6 and of cubes 6; g1 = sqrt(3) 6 / 6^1.5, times sqrt(6)/1 is sqrt(3). */
    @Test
    void threeValuesHaveASkewnessButNoKurtosis() {
        Shape shape = Shape.of(new double[] {0, 0, 3});
        assertThat(shape.skewness()).isCloseTo(Math.sqrt(3), within(1e-15));
        assertThat(shape.kurtosis()).isNaN();
        assertThat(shape.parameters("")).containsOnlyKeys("skewness");
    }

    @Test
    void tooFewValuesHaveNoShape() {
        for (double[] few : new double[][] {{}, {1}, {1, 2}}) {
            assertThat(Shape.of(few)).isEqualTo(new Shape(Double.NaN, Double.NaN));
        }
    }

    @Test
    void constantSeriesHasNoShape() {
        double[] values = new double[1000];
        Arrays.fill(values, 0.1);
        assertThat(Shape.of(values)).isEqualTo(new Shape(Double.NaN, Double.NaN));
        assertThat(Shape.of(values).parameters("")).isEmpty();
    }

    @Test
    void unitAndOffsetMakeNoDifference() {
        double[] values =
                new Random(7).doubles(500).map(u -> -Math.log(u)).sorted().toArray();
        Shape shape = Shape.of(values);
        for (double scale : new double[] {1e-200, 1e-3, 1e150}) {
            Shape scaled =
                    Shape.of(Arrays.stream(values).map(value -> value * scale).toArray());
            assertThat(scaled.skewness()).isCloseTo(shape.skewness(), within(1e-12));
            assertThat(scaled.kurtosis()).isCloseTo(shape.kurtosis(), within(1e-11));
        }
        Shape shifted = Shape.of(Arrays.stream(values).map(value -> value + 1e6).toArray());
        assertThat(shifted.skewness()).isCloseTo(shape.skewness(), within(1e-8));
        assertThat(shifted.kurtosis()).isCloseTo(shape.kurtosis(), within(1e-7));
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }
}
