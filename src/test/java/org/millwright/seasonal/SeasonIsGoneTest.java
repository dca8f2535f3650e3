package org.millwright.seasonal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.millwright.contract.Seasonal;
import org.millwright.model.Periods;

/** Simulated series of a trend, a fixed season and little noise: the season is taken out, and no more than that. */
class SeasonIsGoneTest {
    private static final int YEARS = 12;
    private static final double NOISE = 0.003;

    static Stream<Arguments> cases() {
        return Stream.of(Seasonal.Method.values())
                .flatMap(method -> IntStream.of(4, 12)
                        .boxed()
                        .flatMap(perYear ->
                                IntStream.range(0, 5).mapToObj(seed -> Arguments.of(method, perYear, seed))));
    }

    /** The season swings by up to 60 % of the level; of it a swing as large as noise makes in twelve years is left. */
    @ParameterizedTest
    @MethodSource("cases")
    void peakToTroughIsGoneAndTheTrendStays(Seasonal.Method method, int perYear, int seed) {
        Random random = new Random(seed);
        double[] season = random.doubles(perYear, -0.3, 0.3).toArray();
        double mean = IntStream.range(0, perYear)
                .mapToDouble(i -> season[i] / perYear)
                .sum();
        double[] trend = IntStream.range(0, YEARS * perYear)
                .mapToDouble(i -> 100 * Math.exp(0.04 * i / perYear))
                .toArray();
        double[] values = IntStream.range(0, trend.length)
                .mapToDouble(i -> trend[i] * Math.exp(season[i % perYear] - mean + NOISE * random.nextGaussian()))
                .toArray();
        Series series = new Series(perYear, Periods.position("2005-01") * perYear / 12, values);

        Adjusted adjusted = Methods.adjusted(Methods.method(method), series);

        assertThat(SeasonalSwing.of(values, perYear)).isGreaterThan(0.1);
        assertThat(SeasonalSwing.of(adjusted.adjusted(), perYear)).isLessThan(6 * NOISE);
        assertThat(ResidualSeasonality.of(series, adjusted).isLeft()).isFalse();
        // A multiplicative season whose logarithms sum to zero raises the annual totals: the adjusted level with them.
        double level = IntStream.range(0, perYear)
                .mapToDouble(i -> Math.exp(season[i] - mean) / perYear)
                .sum();
        IntStream.range(0, values.length)
                .forEach(i ->
                        assertThat(adjusted.adjusted()[i] / trend[i] / level).isBetween(0.98, 1.02));
    }

    /** 1 + cos over twelve months on a flat level of 2: the amplitude is 1, peak to trough is 2, half of the mean 2 each way. */
    @Test
    void swingOfACosine() {
        double[] cosine = IntStream.range(0, 60)
                .mapToDouble(i -> 2 + Math.cos(Math.PI * i / 6))
                .toArray();
        assertThat(SeasonalSwing.of(cosine, 12)).isCloseTo(1, within(1e-12));
        assertThat(SeasonalSwing.of(new double[60], 12)).isNaN();
        assertThat(SeasonalSwing.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}, 12))
                .isNaN();
    }
}
