package org.millwright.stat.normalisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.millwright.stat.Reference;
import org.millwright.stat.Ties;

/** What every normalisation promises, on seeded random data above zero with ties and gaps. */
class NormalisationTest {
    private static final int UNITS = 200;
    private static final double[] VALUES = values();
    private static final Reference WINDOW =
            new Reference(Reference.presentAscending(VALUES), new double[] {20, 30, 31});

    /** One of every method, declared for data in the unit of {@link #VALUES}. */
    static Stream<Normalisation> methods() {
        return methods(1);
    }

    /** The same methods for data in a smaller unit, so that every number is larger by the factor. */
    private static Stream<Normalisation> methods(double factor) {
        return Stream.of(
                new MinMax(1, 100),
                new Goalposts(10 * factor, 35 * factor, true, 0, 100),
                new Scaled(5 * factor, 30 * factor, 10),
                new ZScore(10, 2),
                new Rank(Ties.AVERAGE),
                new Borda(Ties.MIN),
                new PercentileRank(100),
                new DistanceToTarget(25 * factor, true, 100),
                new DistanceToReference("DE", false, 1),
                new DistanceToMaximum(100),
                new FractionOfMaximum(100));
    }

    @Test
    void everyMethodIsTested() {
        assertThat(methods().map(Object::getClass))
                .hasSameElementsAs(List.of(Normalisation.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void orderOfRowsChangesNoDigit(Normalisation method) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, UNITS).boxed().toList());
        Collections.shuffle(order, new Random(3));
        double[] permuted = order.stream().mapToDouble(i -> VALUES[i]).toArray();
        for (int direction : new int[] {1, -1}) {
            double[] scores = Window.scores(method, direction, WINDOW, VALUES);
            assertThat(Window.scores(method, direction, WINDOW, permuted))
                    .containsExactly(order.stream().mapToDouble(i -> scores[i]).toArray());
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void betterValuesNeverScoreLess(Normalisation method) {
        double[] ascending = WINDOW.values();
        double[] up = Window.scores(method, 1, WINDOW, ascending);
        double[] down = Window.scores(method, -1, WINDOW, ascending);
        assertThat(up).isSorted().doesNotContain(Double.NaN);
        assertThat(Arrays.stream(down).map(score -> -score).toArray())
                .isSorted()
                .doesNotContain(Double.NaN);
        assertThat(up[0]).isLessThan(up[up.length - 1]);
        assertThat(down[0]).isGreaterThan(down[down.length - 1]);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void missingStaysMissing(Normalisation method) {
        double[] scores = Window.scores(method, 1, WINDOW, VALUES);
        assertThat(VALUES).contains(Double.NaN);
        for (int i = 0; i < UNITS; i++) {
            assertThat(Double.isNaN(scores[i])).isEqualTo(Double.isNaN(VALUES[i]));
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void scoreDoesNotDependOnOtherUnitsUnlessItComparesThem(Normalisation method) {
        double[] together = Window.scores(method, 1, WINDOW, VALUES);
        Map<String, Double> parameters = method.estimate(WINDOW, 1);
        double[] alone = Arrays.stream(VALUES)
                .map(value -> method.normalise(new double[] {value}, 1, parameters)[0])
                .toArray();
        assertThat(Arrays.equals(alone, together)).isNotEqualTo(method.comparesUnits());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void parametersAreFinite(Normalisation method) {
        for (Reference window : List.of(WINDOW, Reference.of(), Reference.of(3), Reference.of(3, 3))) {
            assertThat(method.estimate(window, -1).values()).allMatch(Double::isFinite);
        }
    }

    @Test
    void unitOfMeasurementDoesNotMatter() {
        double factor = 1_000;
        Reference larger = new Reference(times(factor, WINDOW.values()), times(factor, WINDOW.ofUnit()));
        List<Normalisation> inUnits = methods().toList();
        List<Normalisation> inThousandths = methods(factor).toList();
        for (int m = 0; m < inUnits.size(); m++) {
            for (int direction : new int[] {1, -1}) {
                assertThat(Window.scores(inThousandths.get(m), direction, larger, times(factor, VALUES)))
                        .as(inUnits.get(m).id())
                        .containsExactly(Window.scores(inUnits.get(m), direction, WINDOW, VALUES), within(1e-9));
            }
        }
    }

    private static double[] times(double factor, double[] values) {
        return Arrays.stream(values).map(value -> factor * value).toArray();
    }

    private static double[] values() {
        Random random = new Random(5);
        double[] values = random.doubles(UNITS, 1, 40).toArray();
        for (int i = 0; i < UNITS; i += 10) {
            values[i] = Double.NaN;
            values[i + 1] = Math.rint(values[i + 1]);
        }
        values[2] = values[3];
        return values;
    }
}
