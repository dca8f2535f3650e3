package org.millwright.stat.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.millwright.stat.Reference;

/** What every treatment promises, on seeded random series: some regular, some with outliers, ties and gaps. */
class TreatmentPropertiesTest {
    private static final int SERIES = 60;

    static Stream<Treatment> treatments() {
        return Stream.concat(
                Stream.of(NoTreatment.DEFAULT, new BoxCox(2, Argument.RANGE), new BoxCox(-1, Argument.PLUS_ONE)),
                Stream.concat(
                        Stream.of(Transform.values()).map(then -> new Winsorise(2, 3.5, 5, then)),
                        Stream.of(Argument.values())
                                .flatMap(argument -> Stream.of(new Log(argument), new BoxCox(Double.NaN, argument)))));
    }

    @ParameterizedTest
    @MethodSource("treatments")
    void orderIsKeptAndEveryPresentValueStaysANumber(Treatment method) {
        for (double[] series : series()) {
            Map<String, Double> decision = method.estimate(Reference.of(series));
            assertThat(decision.values()).allSatisfy(value -> assertThat(value).isFinite());
            double[] later = Arrays.stream(series)
                    .flatMap(TreatmentPropertiesTest::around)
                    .sorted()
                    .toArray();
            double last = Double.NEGATIVE_INFINITY;
            for (double value : later) {
                double treated = method.treat(value, decision);
                assertThat(treated).isFinite().isGreaterThanOrEqualTo(last);
                last = treated;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("treatments")
    void missingStaysMissing(Treatment method) {
        for (double[] series : series()) {
            assertThat(method.treat(Double.NaN, method.estimate(Reference.of(series))))
                    .isNaN();
        }
    }

    @ParameterizedTest
    @MethodSource("treatments")
    void orderOfRowsMakesNoDifference(Treatment method) {
        for (double[] series : series()) {
            List<Double> rows = new ArrayList<>(Arrays.stream(series).boxed().toList());
            Collections.shuffle(rows, new Random(5));
            double[] shuffled = rows.stream().mapToDouble(Double::doubleValue).toArray();
            assertThat(method.estimate(Reference.of(shuffled))).isEqualTo(method.estimate(Reference.of(series)));
        }
    }

    @Test
    void seriesThatPassesOnceTreatedIsNotTreatedAgain() {
        Winsorise method = new Winsorise(2, 3.5, 100, Transform.NONE);
        for (double[] series : series()) {
            double[] once = treated(method, series);
            assertThat(treated(method, once)).isEqualTo(once);
        }
    }

    @Test
    void winsorisingCommutesWithTheUnit() {
        Winsorise method = new Winsorise(2, 3.5, 5, Transform.NONE);
        for (double[] series : series()) {
            double[] expected = Arrays.stream(treated(method, series))
                    .map(value -> value * 1000)
                    .toArray();
            double[] scaled = Arrays.stream(series).map(value -> value * 1000).toArray();
            assertThat(treated(method, scaled)).isEqualTo(expected);
        }
    }

    /** ln(k (x - min) + 0.01 k range) = ln k + ln(x - min + 0.01 range): a shift, which no normalisation by range sees. */
    @Test
    void logarithmOfTheRangeIsOnlyShiftedByTheUnit() {
        for (double[] series : series()) {
            double[] raw = treated(Log.DEFAULT, series);
            double[] scaled = treated(
                    Log.DEFAULT,
                    Arrays.stream(series).map(value -> value * 1000).toArray());
            for (int i = 0; i < series.length; i++) {
                if (!Double.isNaN(series[i])) {
                    assertThat(scaled[i] - raw[i]).isCloseTo(Math.log(1000), within(1e-9));
                }
            }
        }
    }

    @Test
    void someOfTheSeriesNeedEveryPath() {
        List<Map<String, Double>> decisions = series().stream()
                .map(series -> Winsorise.DEFAULT.estimate(Reference.of(series)))
                .toList();
        for (String path : List.of("upper", "lower", "transformed")) {
            assertThat(decisions).anySatisfy(decision -> assertThat(decision).containsKey(path));
        }
        assertThat(decisions)
                .anySatisfy(decision -> assertThat(decision).containsOnlyKeys("skewness_before", "kurtosis_before"));
    }

    private static double[] treated(Treatment method, double[] series) {
        Map<String, Double> decision = method.estimate(Reference.of(series));
        return Arrays.stream(series).map(value -> method.treat(value, decision)).toArray();
    }

    /** A value and others of a later period, far beyond it on both sides. */
    private static DoubleStream around(double value) {
        return Double.isNaN(value)
                ? DoubleStream.empty()
                : DoubleStream.of(value, value - 1000, value * 1.5 + 1, value - 0.1);
    }

    private static List<double[]> series() {
        Random random = new Random(2024);
        List<double[]> all = new ArrayList<>();
        for (int s = 0; s < SERIES; s++) {
            double spread = 0.2 + 2.5 * random.nextDouble();
            int sign = s % 3 == 0 ? -1 : 1;
            double[] series = new double[20 + random.nextInt(100)];
            for (int i = 0; i < series.length; i++) {
                double value = sign * Math.exp(spread * random.nextGaussian());
                double rounded = s % 4 == 0 ? Math.rint(value) : value;
                series[i] = random.nextInt(10) == 0 ? Double.NaN : rounded;
            }
            all.add(series);
        }
        return all;
    }
}
