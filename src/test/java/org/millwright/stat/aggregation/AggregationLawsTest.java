package org.millwright.stat.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.millwright.stat.aggregation.Aggregation.AmongUnits;
import org.millwright.stat.aggregation.Aggregation.OfUnit;
import org.millwright.stat.aggregation.MazziottaPareto.Penalty;

/** What aggregations promise, on seeded random units with gaps, whose children lie between 80 and 120. */
class AggregationLawsTest {
    private static final int CHILDREN = 6;

    private final Random random = new Random(11);
    private final double[] weights = random.doubles(CHILDREN, 0.1, 3).toArray();
    private final double[][] units = Stream.generate(this::unit).limit(40).toArray(double[][]::new);

    private double[] unit() {
        double[] unit = random.doubles(CHILDREN, 80, 120).toArray();
        for (int c = 1; c < CHILDREN; c++) {
            unit[c] = random.nextInt(5) == 0 ? Double.NaN : unit[c];
        }
        return unit;
    }

    static List<OfUnit> means() {
        return List.of(Arithmetic.DEFAULT, Geometric.DEFAULT, Harmonic.DEFAULT, new Power(2), new Power(-3));
    }

    static List<Aggregation> monotone() {
        Stream<Aggregation> others =
                Stream.of(MazziottaPareto.DEFAULT, new MazziottaPareto(Penalty.POSITIVE), Copeland.DEFAULT);
        return Stream.concat(means().stream(), others).toList();
    }

    static List<Aggregation> all() {
        return Stream.concat(monotone().stream(), Stream.of(Topsis.DEFAULT)).toList();
    }

    private static double[] scores(Aggregation method, double[][] units, double[] weights) {
        if (method instanceof AmongUnits among) {
            return among.scores(units, weights);
        }
        OfUnit each = (OfUnit) method;
        return Arrays.stream(units)
                .mapToDouble(unit -> each.score(unit, weights))
                .toArray();
    }

    private static double[][] contributions(Aggregation method, double[][] units, double[] weights) {
        if (method instanceof AmongUnits among) {
            return among.contributions(units, weights);
        }
        OfUnit each = (OfUnit) method;
        return Arrays.stream(units)
                .map(unit -> each.contributions(unit, weights))
                .toArray(double[][]::new);
    }

    private static double[][] each(double[][] units, DoubleUnaryOperator change) {
        return Arrays.stream(units)
                .map(unit -> Arrays.stream(unit).map(change).toArray())
                .toArray(double[][]::new);
    }

    @ParameterizedTest
    @MethodSource("all")
    void contributionsSumToTheScore(Aggregation method) {
        double[] scores = scores(method, units, weights);
        double[][] contributions = contributions(method, units, weights);
        for (int i = 0; i < units.length; i++) {
            double sum = 0;
            for (int c = 0; c < CHILDREN; c++) {
                assertThat(Double.isNaN(contributions[i][c])).isEqualTo(Double.isNaN(units[i][c]));
                sum += Double.isNaN(contributions[i][c]) ? 0 : contributions[i][c];
            }
            assertThat(sum).isCloseTo(scores[i], within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void scaleOfTheWeightsMakesNoDifference(Aggregation method) {
        double[] larger = Arrays.stream(weights).map(weight -> 37 * weight).toArray();
        assertThat(scores(method, units, larger)).containsExactly(scores(method, units, weights), within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("all")
    void orderOfTheUnitsMakesNotADigitOfDifference(Aggregation method) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, units.length).boxed().toList());
        Collections.shuffle(order, random);
        double[][] shuffled = order.stream().map(i -> units[i]).toArray(double[][]::new);
        double[] scores = scores(method, units, weights);
        double[][] contributions = contributions(method, units, weights);
        double[] scoresShuffled = scores(method, shuffled, weights);
        double[][] contributionsShuffled = contributions(method, shuffled, weights);
        for (int k = 0; k < shuffled.length; k++) {
            assertThat(scoresShuffled[k]).isEqualTo(scores[order.get(k)]);
            assertThat(contributionsShuffled[k]).containsExactly(contributions[order.get(k)]);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void orderOfTheChildrenMakesNoDifference(Aggregation method) {
        double[][] reversed =
                Arrays.stream(units).map(AggregationLawsTest::reversed).toArray(double[][]::new);
        assertThat(scores(method, reversed, reversed(weights)))
                .containsExactly(scores(method, units, weights), within(1e-9));
    }

    private static double[] reversed(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[values.length - 1 - i])
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("all")
    void childOfWeightZeroOrThatNobodyHasDoesNotEnter(Aggregation method) {
        double[] without = Arrays.copyOf(weights, CHILDREN - 1);
        double[][] fewer = Arrays.stream(units)
                .map(unit -> Arrays.copyOf(unit, CHILDREN - 1))
                .toArray(double[][]::new);
        double[] expected = scores(method, fewer, without);
        double[][] missing =
                Arrays.stream(fewer).map(AggregationLawsTest::withGap).toArray(double[][]::new);
        assertThat(scores(method, missing, weights)).containsExactly(expected, within(1e-9));
        assertThat(scores(method, units, Arrays.copyOf(without, CHILDREN))).containsExactly(expected, within(1e-9));
        double[][] shares = contributions(method, units, Arrays.copyOf(without, CHILDREN));
        assertThat(List.of(shares)).allMatch(share -> Double.isNaN(share[CHILDREN - 1]) || share[CHILDREN - 1] == 0);
    }

    private static double[] withGap(double[] unit) {
        double[] longer = Arrays.copyOf(unit, unit.length + 1);
        longer[unit.length] = Double.NaN;
        return longer;
    }

    @ParameterizedTest
    @MethodSource("all")
    void unitWithoutChildrenHasNoScore(Aggregation method) {
        double[][] more = Arrays.copyOf(units, units.length + 1);
        more[units.length] = new double[CHILDREN];
        Arrays.fill(more[units.length], Double.NaN);
        assertThat(scores(method, more, weights)[units.length]).isNaN();
        assertThat(contributions(method, more, weights)[units.length]).containsOnly(Double.NaN);
        assertThat(scores(method, more, weights)).startsWith(scores(method, units, weights));
    }

    @ParameterizedTest
    @MethodSource("monotone")
    void betterChildNeverLowersTheScore(Aggregation method) {
        double[] scores = scores(method, units, weights);
        for (int i = 0; i < units.length; i++) {
            for (int c = 0; c < CHILDREN; c++) {
                double[][] better = units.clone();
                better[i] = units[i].clone();
                better[i][c] += random.nextDouble() * 5;
                assertThat(scores(method, better, weights)[i]).isGreaterThanOrEqualTo(scores[i] - 1e-12);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("means")
    void meansScaleWithTheChildrenAndLieBetweenThem(OfUnit method) {
        double[] scores = scores(method, units, weights);
        assertThat(scores(method, each(units, x -> x / 1000), weights))
                .containsExactly(Arrays.stream(scores).map(x -> x / 1000).toArray(), within(1e-9));
        for (int i = 0; i < units.length; i++) {
            double[] present = Arrays.stream(units[i])
                    .filter(x -> !Double.isNaN(x))
                    .sorted()
                    .toArray();
            assertThat(scores[i]).isBetween(present[0] - 1e-9, present[present.length - 1] + 1e-9);
        }
    }

    @Test
    void meansGrowWithTheirExponent() {
        for (double[] unit : units) {
            double arithmetic = Arithmetic.DEFAULT.score(unit, weights);
            double geometric = Geometric.DEFAULT.score(unit, weights);
            double harmonic = Harmonic.DEFAULT.score(unit, weights);
            assertThat(harmonic).isLessThanOrEqualTo(geometric + 1e-12);
            assertThat(geometric).isLessThanOrEqualTo(arithmetic + 1e-12);
            assertThat(new Power(1).score(unit, weights)).isCloseTo(arithmetic, within(1e-9));
            assertThat(new Power(-1).score(unit, weights)).isCloseTo(harmonic, within(1e-9));
            assertThat(new Power(1e-9).score(unit, weights)).isCloseTo(geometric, within(1e-6));
            assertThat(new Power(2).score(unit, weights)).isGreaterThanOrEqualTo(arithmetic - 1e-12);
        }
    }

    @Test
    void unitOfAChildMakesNoDifferenceAmongUnits() {
        double[][] rescaled = units.clone();
        for (int i = 0; i < units.length; i++) {
            rescaled[i] = units[i].clone();
            rescaled[i][0] *= 1e6;
        }
        assertThat(Topsis.DEFAULT.scores(rescaled, weights))
                .containsExactly(Topsis.DEFAULT.scores(units, weights), within(1e-9));
        assertThat(Copeland.DEFAULT.scores(each(units, Math::exp), weights))
                .containsExactly(Copeland.DEFAULT.scores(units, weights));
    }
}
