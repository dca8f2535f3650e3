package org.millwright.stat.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.millwright.model.Reason;

/** What must hold for every decomposition, on random industries of which some hardly change and some are far larger than others. */
class DecompositionLawsTest {
    private static final int TRIALS = 1_000;
    private static final int INDUSTRIES = 9;
    private static final double RELATIVE = 1e-12;

    static Stream<Decomposition> methods() {
        return Stream.of(new ShiftShare(), new LogMeanDivisia(), new RegionalShiftShare());
    }

    @Test
    void everyMethodIsTested() {
        assertThat(methods().map(Object::getClass))
                .containsExactlyInAnyOrder(Decomposition.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void effectsSumToTheChange(Decomposition method) {
        Random random = new Random(1);
        for (int trial = 0; trial < TRIALS; trial++) {
            IndustryRatios from = economy(random);
            IndustryRatios to = later(from, random);
            Split split = method.split(from, to);
            double sum = Arrays.stream(sums(split)).sum();
            assertThat(split.reason()).isEmpty();
            assertThat(sum).isCloseTo(method.change(from, to), within(RELATIVE * size(method, from, to, split)));
            assertThat(split.total()).isEqualTo(method.change(from, to));
        }
    }

    /** How large the figures are whose difference the change is. */
    private static double size(Decomposition method, IndustryRatios from, IndustryRatios to, Split split) {
        double effects = Arrays.stream(split.effects())
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .sum();
        boolean ofRatio = method instanceof ShiftShare;
        return effects + (ofRatio ? from.ratio() + to.ratio() : from.numerator() + to.numerator());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void orderOfIndustriesDoesNotMatter(Decomposition method) {
        Random random = new Random(2);
        for (int trial = 0; trial < TRIALS; trial++) {
            IndustryRatios from = economy(random);
            IndustryRatios to = later(from, random);
            Split plain = method.split(from, to);
            Split reversed = method.split(reversed(from), reversed(to));
            double size = size(method, from, to, plain);
            for (int e = 0; e < plain.effects().length; e++) {
                for (int i = 0; i < INDUSTRIES; i++) {
                    assertThat(reversed.effects()[e][INDUSTRIES - 1 - i])
                            .isCloseTo(plain.effects()[e][i], within(RELATIVE * size));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void halvesOfAnIndustryHaveItsEffectsTogether(Decomposition method) {
        Random random = new Random(3);
        for (int trial = 0; trial < TRIALS; trial++) {
            IndustryRatios from = economy(random);
            IndustryRatios to = later(from, random);
            Split plain = method.split(from, to);
            double[] halves = sums(method.split(inHalves(from), inHalves(to)));
            for (int e = 0; e < halves.length; e++) {
                assertThat(halves[e]).isCloseTo(sums(plain)[e], within(RELATIVE * size(method, from, to, plain)));
            }
        }
    }

    /** Numerators in a unit a thousand times smaller make all effects a thousand times larger. */
    @ParameterizedTest
    @MethodSource("methods")
    void effectsHaveTheUnitOfTheNumerator(Decomposition method) {
        assertScaled(method, 1_000, 1, 1_000);
    }

    /** Productivity is per person; the others do not see the unit of the denominator. */
    @ParameterizedTest
    @MethodSource("methods")
    void onlyEffectsOnARatioSeeTheUnitOfTheDenominator(Decomposition method) {
        assertScaled(method, 1, 1_000, method instanceof ShiftShare ? 0.001 : 1);
    }

    private static void assertScaled(Decomposition method, double numerator, double denominator, double expected) {
        Random random = new Random(4);
        for (int trial = 0; trial < TRIALS; trial++) {
            IndustryRatios from = economy(random);
            IndustryRatios to = later(from, random);
            Split plain = method.split(from, to);
            Split scaled = method.split(scaled(from, numerator, denominator), scaled(to, numerator, denominator));
            double size = size(method, from, to, plain) * expected;
            for (int e = 0; e < plain.effects().length; e++) {
                for (int i = 0; i < INDUSTRIES; i++) {
                    assertThat(scaled.effects()[e][i])
                            .isCloseTo(plain.effects()[e][i] * expected, within(RELATIVE * size));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void nothingChangesWhereNothingChanges(Decomposition method) {
        IndustryRatios same = economy(new Random(5));
        Split split = method.split(same, same);
        assertThat(split.total()).isZero();
        assertThat(Stream.of(split.effects()).flatMapToDouble(Arrays::stream)).containsOnly(0.0);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void industryThatIsNeverThereHasNoEffect(Decomposition method) {
        Random random = new Random(6);
        IndustryRatios from = economy(random);
        IndustryRatios to = later(from, random);
        Split plain = method.split(from, to);
        Split more = method.split(withAbsent(from), withAbsent(to));
        for (int e = 0; e < plain.effects().length; e++) {
            assertThat(more.effects()[e]).startsWith(plain.effects()[e]).endsWith(0.0);
        }
        assertThat(more.total()).isEqualTo(plain.total());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void missingFigureLeavesNothingToSplit(Decomposition method) {
        IndustryRatios from = economy(new Random(7));
        double[] lacking = from.denominators().clone();
        lacking[3] = Double.NaN;
        Split split = method.split(from, IndustryRatios.of(from.numerators(), lacking));
        assertThat(split.reason()).contains(Reason.MISSING);
        assertThat(split.total()).isNaN();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void economyThatIsNotThereIsNotSplit(Decomposition method) {
        IndustryRatios nothing = IndustryRatios.of(new double[3], new double[3]);
        assertThat(method.split(nothing, nothing).reason()).contains(Reason.DENOMINATOR);
    }

    private static IndustryRatios economy(Random random) {
        double[] numerators = new double[INDUSTRIES];
        double[] denominators = new double[INDUSTRIES];
        for (int i = 0; i < INDUSTRIES; i++) {
            numerators[i] = Math.pow(10, 9 * random.nextDouble());
            denominators[i] = Math.pow(10, 2 + 4 * random.nextDouble());
        }
        return IndustryRatios.of(numerators, denominators);
    }

    private static IndustryRatios later(IndustryRatios from, Random random) {
        return IndustryRatios.of(changed(from.numerators(), random), changed(from.denominators(), random));
    }

    private static double[] changed(double[] figures, Random random) {
        return Arrays.stream(figures)
                .map(figure -> switch (random.nextInt(4)) {
                    case 0 -> figure;
                    case 1 -> figure * (1 + 1e-13 * random.nextInt(9));
                    default -> figure * Math.exp(random.nextGaussian() / 2);
                })
                .toArray();
    }

    private static double[] sums(Split split) {
        return Stream.of(split.effects())
                .mapToDouble(effect -> Arrays.stream(effect).sum())
                .toArray();
    }

    private static IndustryRatios scaled(IndustryRatios economy, double numerator, double denominator) {
        return IndustryRatios.of(
                Arrays.stream(economy.numerators()).map(x -> x * numerator).toArray(),
                Arrays.stream(economy.denominators()).map(x -> x * denominator).toArray());
    }

    private static IndustryRatios reversed(IndustryRatios economy) {
        return IndustryRatios.of(reversed(economy.numerators()), reversed(economy.denominators()));
    }

    private static double[] reversed(double[] figures) {
        return IntStream.rangeClosed(1, figures.length)
                .mapToDouble(i -> figures[figures.length - i])
                .toArray();
    }

    private static IndustryRatios inHalves(IndustryRatios economy) {
        return IndustryRatios.of(inHalves(economy.numerators()), inHalves(economy.denominators()));
    }

    /** The third industry as two. */
    private static double[] inHalves(double[] figures) {
        double[] halves = Arrays.copyOf(figures, figures.length + 1);
        halves[2] /= 2;
        halves[figures.length] = halves[2];
        return halves;
    }

    private static IndustryRatios withAbsent(IndustryRatios economy) {
        return IndustryRatios.of(
                DoubleStream.concat(Arrays.stream(economy.numerators()), DoubleStream.of(0))
                        .toArray(),
                DoubleStream.concat(Arrays.stream(economy.denominators()), DoubleStream.of(0))
                        .toArray());
    }
}
