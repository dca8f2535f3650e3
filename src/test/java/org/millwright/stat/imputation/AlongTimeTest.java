package org.millwright.stat.imputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.millwright.stat.imputation.Imputation.AlongTime;

/** Expected values by hand. */
class AlongTimeTest {
    private static final double GAP = Double.NaN;

    @Test
    void valueIsCarriedNoFurtherThanTheLimit() {
        double[] series = {GAP, 3, GAP, GAP, GAP, 8, GAP};
        int[] years = {2010, 2011, 2012, 2013, 2014, 2015, 2016};
        assertThat(new CarryForward(1).fill(series, years)).containsExactly(GAP, 3, 3, GAP, GAP, 8, 8);
        assertThat(new CarryForward(2).fill(series, years)).containsExactly(GAP, 3, 3, 3, GAP, 8, 8);
        assertThat(new CarryForward(3).fill(series, years)).containsExactly(GAP, 3, 3, 3, 3, 8, 8);
    }

    /** Between 2011 and 2014 the data have no row: 2014 is three periods later, not one. */
    @Test
    void limitCountsPeriodsAndNotRows() {
        double[] series = {3, GAP, GAP};
        int[] years = {2011, 2014, 2015};
        assertThat(new CarryForward(2).fill(series, years)).containsExactly(3, GAP, GAP);
        assertThat(new CarryForward(3).fill(series, years)).containsExactly(3, 3, GAP);
    }

    /** From 3 in 2011 to 11 in 2015 two a year; then down 6 in two years. */
    @Test
    void lineGoesThroughKnownPoints() {
        double[] series = {3, GAP, GAP, GAP, 11, GAP, 5};
        int[] years = {2011, 2012, 2013, 2014, 2015, 2016, 2017};
        assertThat(Linear.DEFAULT.fill(series, years)).containsExactly(3, 5, 7, 9, 11, 8, 5);
    }

    /** 2013 is missing as a row: 2014 lies three quarters of the way from 2011 to 2015. */
    @Test
    void lineCountsPeriodsAndNotRows() {
        assertThat(Linear.DEFAULT.fill(new double[] {3, GAP, GAP, 11}, new int[] {2011, 2012, 2014, 2015}))
                .containsExactly(3, 5, 9, 11);
    }

    @Test
    void lineIsNotExtrapolated() {
        double[] series = {GAP, GAP, 4, GAP, 6, GAP};
        int[] years = {1, 2, 3, 4, 5, 6};
        assertThat(Linear.DEFAULT.fill(series, years)).containsExactly(GAP, GAP, 4, 5, 6, GAP);
        assertThat(Linear.DEFAULT.fill(new double[] {GAP, 4, GAP}, new int[] {1, 2, 3}))
                .containsExactly(GAP, 4, GAP);
    }

    static Stream<AlongTime> methods() {
        return Stream.of(new CarryForward(1), new CarryForward(3), Linear.DEFAULT);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void presentValueIsNeverChangedAndTheGivenSeriesStays(AlongTime method) {
        Random random = new Random(17);
        for (int s = 0; s < 200; s++) {
            double[] series = new double[random.nextInt(12)];
            int[] position = new int[series.length];
            for (int i = 0; i < series.length; i++) {
                series[i] = random.nextBoolean() ? GAP : random.nextGaussian();
                position[i] = (i == 0 ? 0 : position[i - 1]) + 1 + random.nextInt(3);
            }
            double[] given = series.clone();
            double[] filled = method.fill(series, position);
            assertThat(series).isEqualTo(given);
            assertThat(filled).hasSameSizeAs(series);
            for (int i = 0; i < series.length; i++) {
                if (!Double.isNaN(series[i])) {
                    assertThat(filled[i]).isEqualTo(series[i]);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void nothingIsFilledFromNothing(AlongTime method) {
        assertThat(method.fill(new double[] {GAP, GAP}, new int[] {1, 2})).containsExactly(GAP, GAP);
        assertThat(method.fill(new double[0], new int[0])).isEmpty();
    }

    @Test
    void limitBelowOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CarryForward(0))
                .withMessage("limit is below 1");
    }
}
