package org.millwright.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.millwright.stat.aggregation.Aggregation;
import org.millwright.stat.imputation.Imputation;
import org.millwright.stat.normalisation.Normalisation;
import org.millwright.stat.treatment.Treatment;
import org.millwright.stat.weighting.Weighting;
import org.millwright.testing.DocumentedMethod;

/**
 * What every method of every family promises, as its page's example declares it, on seeded data with gaps, ties, zeros,
 * negative values and outliers: the order of the units changes no digit, and a result is finite or undefined.
 */
class MethodLawsTest {
    private static final int UNITS = 60;
    private static final int CHILDREN = 4;
    private static final double[] WEIGHTS = {1, 2, 0.5, 1};
    private static final double[][] COLUMNS = columns();
    private static final int[] ORDER = order();

    static <M extends Method> List<M> examples(Class<M> family) {
        return DocumentedMethod.all().stream()
                .filter(documented -> family.isInstance(documented.method()))
                .map(documented -> family.cast(documented.example()))
                .toList();
    }

    static List<Normalisation> normalisations() {
        return examples(Normalisation.class);
    }

    @ParameterizedTest
    @MethodSource("normalisations")
    void normalisation(Normalisation method) {
        for (int direction : new int[] {1, -1}) {
            UnaryOperator<double[]> scores = column -> method.normalise(
                    column,
                    direction,
                    method.estimate(new Reference(Reference.presentAscending(column), new double[] {7, 8}), direction));
            for (double[] column : COLUMNS) {
                double[] result = scores.apply(column);
                assertThat(result).hasSize(UNITS);
                assertFiniteOrUndefined(result);
                assertThat(scores.apply(permuted(column))).containsExactly(permuted(result));
                assertThat(undefinedWhereMissing(column, result)).isTrue();
            }
            assertSomeAreDefined(scores.apply(COLUMNS[0]));
        }
    }

    static List<Treatment> treatments() {
        return examples(Treatment.class);
    }

    @ParameterizedTest
    @MethodSource("treatments")
    void treatment(Treatment method) {
        UnaryOperator<double[]> treated = column -> {
            Map<String, Double> decision = method.estimate(Reference.of(column));
            return Arrays.stream(column)
                    .map(value -> method.treat(value, decision))
                    .toArray();
        };
        for (double[] column : COLUMNS) {
            double[] result = treated.apply(column);
            assertFiniteOrUndefined(result);
            assertThat(treated.apply(permuted(column))).containsExactly(permuted(result));
            assertThat(undefinedWhereMissing(column, result)).isTrue();
        }
        assertSomeAreDefined(treated.apply(COLUMNS[0]));
    }

    static List<Imputation> imputations() {
        return examples(Imputation.class);
    }

    @ParameterizedTest
    @MethodSource("imputations")
    void imputation(Imputation method) {
        for (double[] column : COLUMNS) {
            if (method instanceof Imputation.ByColumn byColumn) {
                assertThat(byColumn.fill(Reference.of(permuted(column))))
                        .isFinite()
                        .isEqualTo(byColumn.fill(Reference.of(column)));
            } else if (method instanceof Imputation.ByRow byRow) {
                assertThat(byRow.fill(permuted(column))).isFinite().isEqualTo(byRow.fill(column));
            } else if (method instanceof Imputation.AlongTime alongTime) {
                double[] filled =
                        alongTime.fill(column, IntStream.range(0, UNITS).toArray());
                assertFiniteOrUndefined(filled);
                assertThat(IntStream.range(0, UNITS)).allMatch(i -> Double.isNaN(column[i]) || filled[i] == column[i]);
            }
        }
    }

    static List<Weighting.Common> weightings() {
        return examples(Weighting.Common.class);
    }

    @ParameterizedTest
    @MethodSource("weightings")
    void weighting(Weighting.Common method) {
        double[][] permuted =
                Arrays.stream(COLUMNS).map(MethodLawsTest::permuted).toArray(double[][]::new);
        double[] weights = method.weights(COLUMNS, WEIGHTS);
        assertThat(weights).hasSize(CHILDREN);
        assertThat(Arrays.stream(weights)).allMatch(weight -> weight >= 0 || Double.isNaN(weight));
        assertThat(Arrays.stream(weights).sum())
                .satisfiesAnyOf(
                        sum -> assertThat(sum).isNaN(), sum -> assertThat(sum).isCloseTo(1, within(1e-9)));
        assertThat(method.weights(permuted, WEIGHTS)).containsExactly(weights, within(1e-9));
    }

    static List<Aggregation> aggregations() {
        return examples(Aggregation.class);
    }

    @ParameterizedTest
    @MethodSource("aggregations")
    void aggregation(Aggregation method) {
        double[][] units = new double[UNITS][CHILDREN];
        Arrays.setAll(
                units,
                i -> IntStream.range(0, CHILDREN)
                        .mapToDouble(c -> COLUMNS[c][i])
                        .toArray());
        Arrays.fill(units[3], Double.NaN);
        double[][] permuted = Arrays.stream(ORDER).mapToObj(i -> units[i]).toArray(double[][]::new);
        double[] scores = scores(method, units);
        assertFiniteOrUndefined(scores);
        assertSomeAreDefined(scores);
        assertThat(scores[3]).isNaN();
        assertThat(scores(method, permuted)).containsExactly(permuted(scores));
    }

    private static double[] scores(Aggregation method, double[][] units) {
        return method instanceof Aggregation.AmongUnits among
                ? among.scores(units, WEIGHTS)
                : Arrays.stream(units)
                        .mapToDouble(unit -> ((Aggregation.OfUnit) method).score(unit, WEIGHTS))
                        .toArray();
    }

    private static void assertFiniteOrUndefined(double[] results) {
        assertThat(results).doesNotContain(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    /** The laws are not about nothing. */
    private static void assertSomeAreDefined(double[] results) {
        assertThat(Arrays.stream(results).filter(Double::isFinite)).hasSizeGreaterThan(UNITS / 4);
    }

    private static boolean undefinedWhereMissing(double[] values, double[] results) {
        return IntStream.range(0, UNITS).allMatch(i -> !Double.isNaN(values[i]) || Double.isNaN(results[i]));
    }

    private static double[] permuted(double[] column) {
        return Arrays.stream(ORDER).mapToDouble(i -> column[i]).toArray();
    }

    private static int[] order() {
        List<Integer> order = new ArrayList<>(IntStream.range(0, UNITS).boxed().toList());
        Collections.shuffle(order, new Random(31));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Positive values, some of them missing or tied; the same with an outlier; values of both signs and zeros. */
    private static double[][] columns() {
        Random random = new Random(30);
        double[][] columns = Stream.generate(() -> random.doubles(UNITS, 1, 20).toArray())
                .limit(CHILDREN)
                .toArray(double[][]::new);
        for (double[] column : columns) {
            for (int i = 0; i < UNITS; i += 7) {
                column[i] = Math.rint(column[i + 1]);
                column[i + 1] = Math.rint(column[i + 1]);
                column[i + 2] = Double.NaN;
            }
        }
        columns[1][5] = 1e6;
        columns[2] = Arrays.stream(columns[2]).map(value -> value - 5).toArray();
        columns[2][6] = 0;
        return columns;
    }
}
