package org.millwright.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Hand computations. */
class MomentsTest {

    @Test
    void spreadOfASampleDividesByNLessOneAndOfAPopulationByN() {
        // m = 40/8 = 5; squares 9+1+1+1+0+0+4+16 = 32; sqrt(32/7), sqrt(32/8) = 2
        Moments moments = Moments.of(2, 4, 4, 4, 5, 5, 7, 9);
        assertThat(moments.mean()).isEqualTo(5);
        assertThat(moments.standardDeviation()).isEqualTo(Math.sqrt(32.0 / 7));
        assertThat(moments.populationStandardDeviation()).isEqualTo(2);
    }

    @Test
    void missingValuesAreNotCounted() {
        assertThat(Moments.of(1, Double.NaN, 3)).isEqualTo(Moments.of(3, 1)).isEqualTo(new Moments(2, 2, 2));
    }

    @Test
    void equalValuesHaveNoSpreadAtAll() {
        double[] values = new double[7];
        Arrays.fill(values, 0.1);
        assertThat(Moments.of(values)).isEqualTo(new Moments(7, 0.1, 0));
    }

    @Test
    void oneValueHasAMeanButNoSampleSpread() {
        assertThat(Moments.of(3).mean()).isEqualTo(3);
        assertThat(Moments.of(3).standardDeviation()).isNaN();
        assertThat(Moments.of(3).populationStandardDeviation()).isZero();
    }

    @Test
    void withoutValuesNothingIsDefined() {
        assertThat(Moments.of(Double.NaN).mean()).isNaN();
        assertThat(Moments.of().standardDeviation()).isNaN();
        assertThat(Moments.of().populationStandardDeviation()).isNaN();
    }

    @Test
    void spreadSurvivesALargeMean() {
        // 1e9 + (4, 7, 13, 16): m = 1e9 + 10, squares 36+9+9+36 = 90, 90/3 = 30
        assertThat(Moments.of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16).standardDeviation())
                .isCloseTo(Math.sqrt(30), within(1e-12));
    }

    @Test
    void orderOfRowsChangesNoDigit() {
        List<Double> values = new Random(11).doubles(1_000, -1e6, 1e6).boxed().toList();
        List<Double> shuffled = Arrays.asList(values.toArray(new Double[0]));
        Collections.shuffle(shuffled, new Random(12));
        assertThat(Moments.of(array(shuffled))).isEqualTo(Moments.of(array(values)));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
