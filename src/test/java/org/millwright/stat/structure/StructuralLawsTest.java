package org.millwright.stat.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.millwright.stat.Methods;
import org.millwright.stat.structure.Structural.Change;
import org.millwright.stat.structure.Structural.Level;
import org.millwright.stat.structure.Structural.OfTwo;

/** What theory says of the statistics, on random amounts. */
class StructuralLawsTest {
    private static final double TOLERANCE = 1e-12;

    /** Amounts of the same groups: of a base, and of what is compared with it. */
    record Sample(double[] base, double[] amounts, long seed) {
        Sample each(UnaryOperator<double[]> change) {
            return new Sample(change.apply(base), change.apply(amounts), seed);
        }

        double[] baseShares() {
            return Distribution.of(base).shares();
        }

        double[] shares() {
            return Distribution.of(amounts).shares();
        }

        /** All statistics of the two. */
        double[] all() {
            return DoubleStream.concat(
                            Methods.of(Level.class).values().stream().mapToDouble(level -> level.of(shares())),
                            Methods.of(OfTwo.class).values().stream()
                                    .mapToDouble(statistic -> statistic.of(baseShares(), shares())))
                    .toArray();
        }
    }

    static List<Sample> samples() {
        Random random = new Random(4);
        return IntStream.range(0, 50)
                .mapToObj(sample -> {
                    int groups = 2 + random.nextInt(40);
                    return new Sample(amounts(random, groups), amounts(random, groups), random.nextLong());
                })
                .toList();
    }

    private static double[] amounts(Random random, int groups) {
        return DoubleStream.generate(() -> 1e6 * Math.exp(2 * random.nextGaussian()))
                .limit(groups)
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sharesSumToOne(Sample sample) {
        assertThat(Arrays.stream(sample.shares()).sum()).isCloseTo(1, within(TOLERANCE));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void permutingIndustriesChangesNothing(Sample sample) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, sample.base().length).boxed().toList());
        Collections.shuffle(order, new Random(sample.seed()));
        Sample permuted = sample.each(
                amounts -> order.stream().mapToDouble(place -> amounts[place]).toArray());
        assertThat(permuted.all()).containsExactly(sample.all(), within(TOLERANCE));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void otherUnitsChangeNothing(Sample sample) {
        Sample scaled = new Sample(
                Arrays.stream(sample.base()).map(amount -> amount * 7.1e-4).toArray(),
                Arrays.stream(sample.amounts()).map(amount -> amount * 1e3).toArray(),
                0);
        assertThat(scaled.all()).containsExactly(sample.all(), within(TOLERANCE));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void changesAreTheSameBackwards(Sample sample) {
        Methods.of(Change.class)
                .forEach((name, change) -> assertThat(change.of(sample.shares(), sample.baseShares()))
                        .as(name)
                        .isCloseTo(change.of(sample.baseShares(), sample.shares()), within(TOLERANCE)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void nothingChangesFromAPeriodToItself(Sample sample) {
        double[] shares = sample.shares();
        assertThat(StructuralChange.DEFAULT.of(shares, shares)).isZero();
        assertThat(MooreCosine.DEFAULT.of(shares, shares)).isCloseTo(1, within(TOLERANCE));
        assertThat(MooreAngle.DEFAULT.of(shares, shares)).isZero();
        assertThat(Lilien.DEFAULT.of(shares, shares)).isZero();
        assertThat(Theil.DEFAULT.of(shares, shares)).isZero();
        assertThat(Krugman.DEFAULT.of(shares, shares)).isZero();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void allStayWithinTheirBounds(Sample sample) {
        double[] base = sample.baseShares();
        double[] shares = sample.shares();
        double groups = shares.length;
        assertThat(Hhi.DEFAULT.of(shares)).isBetween(1 / groups - TOLERANCE, 1.0);
        assertThat(Shannon.DEFAULT.of(shares)).isBetween(0.0, Math.log(groups) + TOLERANCE);
        assertThat(StructuralChange.DEFAULT.of(base, shares)).isBetween(0.0, 1.0);
        assertThat(MooreCosine.DEFAULT.of(base, shares)).isBetween(0.0, 1.0);
        assertThat(MooreAngle.DEFAULT.of(base, shares)).isBetween(0.0, 90.0);
        assertThat(Lilien.DEFAULT.of(base, shares)).isPositive();
        assertThat(Theil.DEFAULT.of(base, shares)).isPositive();
        assertThat(Krugman.DEFAULT.of(base, shares)).isBetween(0.0, 2.0);
    }

    /** Pinsker's inequality: a relative entropy is at least half the square of the sum of absolute differences. */
    @ParameterizedTest
    @MethodSource("samples")
    void theilIsBoundFromBelowByKrugman(Sample sample) {
        double krugman = Krugman.DEFAULT.of(sample.baseShares(), sample.shares());
        assertThat(Theil.DEFAULT.of(sample.baseShares(), sample.shares()))
                .isGreaterThanOrEqualTo(krugman * krugman / 2);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void cosineAndAngleAreOne(Sample sample) {
        double angle = MooreAngle.DEFAULT.of(sample.baseShares(), sample.shares());
        assertThat(MooreCosine.DEFAULT.of(sample.baseShares(), sample.shares()))
                .isCloseTo(Math.cos(Math.toRadians(angle)), within(TOLERANCE));
    }

    /** Weighted by the shares of the reference, location quotients average to 1. */
    @ParameterizedTest
    @MethodSource("samples")
    void locationQuotientsAverageToOne(Sample sample) {
        double[] base = sample.baseShares();
        double[] shares = sample.shares();
        double mean = IntStream.range(0, base.length)
                .mapToDouble(i -> base[i] * LocationQuotient.DEFAULT.of(base[i], shares[i]))
                .sum();
        assertThat(mean).isCloseTo(1, within(TOLERANCE));
    }

    /**
     * The first group, of shares b and s, becomes two of b/2 and s/2. What adds |s - b|, or s times a function of s/b, adds the same
     * twice by half. Squares and products, s^2 and b s, become 2 (s/2)^2 = s^2 / 2; -s ln s becomes -s ln(s/2).
     */
    @ParameterizedTest
    @MethodSource("samples")
    void splittingAnIndustryInEqualHalvesDoesWhatTheorySays(Sample sample) {
        double b = sample.baseShares()[0];
        double s = sample.shares()[0];
        Sample split = sample.each(StructuralLawsTest::firstInHalves);
        for (OfTwo unchanged : List.of(StructuralChange.DEFAULT, Lilien.DEFAULT, Theil.DEFAULT, Krugman.DEFAULT)) {
            assertThat(unchanged.of(split.baseShares(), split.shares()))
                    .as(unchanged.toString())
                    .isCloseTo(unchanged.of(sample.baseShares(), sample.shares()), within(TOLERANCE));
        }
        double hhi = Hhi.DEFAULT.of(sample.shares()) - s * s / 2;
        assertThat(Hhi.DEFAULT.of(split.shares())).isCloseTo(hhi, within(TOLERANCE));
        assertThat(Shannon.DEFAULT.of(split.shares()))
                .isCloseTo(Shannon.DEFAULT.of(sample.shares()) + s * Math.log(2), within(TOLERANCE));
        double hhiOfBase = Hhi.DEFAULT.of(sample.baseShares()) - b * b / 2;
        double product = MooreCosine.DEFAULT.of(sample.baseShares(), sample.shares())
                * Math.sqrt(Hhi.DEFAULT.of(sample.baseShares()) * Hhi.DEFAULT.of(sample.shares()));
        assertThat(MooreCosine.DEFAULT.of(split.baseShares(), split.shares()))
                .isCloseTo((product - b * s / 2) / Math.sqrt(hhiOfBase * hhi), within(TOLERANCE));
    }

    private static double[] firstInHalves(double[] amounts) {
        double half = amounts[0] / 2;
        return DoubleStream.concat(DoubleStream.of(half, half), Arrays.stream(amounts, 1, amounts.length))
                .toArray();
    }
}
