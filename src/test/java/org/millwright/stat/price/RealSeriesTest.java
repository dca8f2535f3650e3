package org.millwright.stat.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.model.Reason;

class RealSeriesTest {
    private static final double NONE = Double.NaN;
    private static final double ROUNDING = 1e-12;
    private static final double[] NOMINAL = {200, 220, 250, 300};

    private static RealSeries real(PriceMethod method, double[] nominal, int base, double[]... indices) {
        return RealSeries.of(method, nominal, List.of(indices), base);
    }

    private static List<Reason> reasons(RealSeries series) {
        return IntStream.range(0, series.values().length)
                .mapToObj(t -> series.reason(t).orElse(null))
                .toList();
    }

    /** Prices: 110, 125 and 96 % of the year before. In prices of year 2: 200 * 1.1 * 1.25, 220 * 1.25, 250, 300 / 0.96. */
    @Test
    void figuresAreDividedByTheChainedPrices() {
        assertThat(real(PriceMethod.PREVIOUS_YEAR, NOMINAL, 2, new double[] {NONE, 110, 125, 96})
                        .values())
                .containsExactly(new double[] {275, 275, 250, 312.5}, within(1e-9));
    }

    /** Two bases: 80 100 and, from the second year, 50 60 66; linked 40 50 60 66; in prices of year 1: 1.25 1 1/1.2 1/1.32. */
    @Test
    void segmentsOfAFixedBaseIndexAreLinked() {
        double[] older = {80, 100, NONE, NONE};
        double[] newer = {NONE, 50, 60, 66};
        assertThat(real(PriceMethod.FIXED_BASE, NOMINAL, 1, older, newer).values())
                .containsExactly(new double[] {250, 220, 250 / 1.2, 300 / 1.32}, within(1e-9));
    }

    /** 220 in the base year, and quantities of 90, 100, 105, 120 %; the other nominal figures play no part. */
    @Test
    void quantityIndexCarriesTheFigureOfTheBaseYear() {
        double[] nominal = {NONE, 220, -7, 300};
        assertThat(real(PriceMethod.VOLUME, nominal, 1, new double[] {45, 50, 52.5, 60})
                        .values())
                .containsExactly(new double[] {198, 220, 231, 264}, within(1e-9));
    }

    @Test
    void pricesAndQuantitiesThatMakeTheNominalFiguresGiveTheSameSeries() {
        Random random = new Random(3);
        double[] prices = random.doubles(12, 0.5, 2).toArray();
        double[] quantities = random.doubles(12, 10, 90).toArray();
        double[] nominal = IntStream.range(0, 12)
                .mapToDouble(t -> prices[t] * quantities[t])
                .toArray();
        double[] links = IntStream.range(0, 12)
                .mapToDouble(t -> t == 0 ? NONE : 100 * prices[t] / prices[t - 1])
                .toArray();
        for (int base = 0; base < 12; base++) {
            double[] byVolume =
                    real(PriceMethod.VOLUME, nominal, base, quantities).values();
            assertThat(real(PriceMethod.FIXED_BASE, nominal, base, prices).values())
                    .containsExactly(byVolume, within(1e-9));
            assertThat(real(PriceMethod.PREVIOUS_YEAR, nominal, base, links).values())
                    .containsExactly(byVolume, within(1e-9));
            assertThat(byVolume[base]).isCloseTo(nominal[base], within(nominal[base] * ROUNDING));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 0, -4})
    void yearsBeyondAGapInTheDeflatorAreUndefined(double gap) {
        RealSeries chained = real(PriceMethod.PREVIOUS_YEAR, NOMINAL, 3, new double[] {NONE, 110, gap, 125});
        assertThat(reasons(chained)).containsExactly(Reason.DEFLATOR, Reason.DEFLATOR, null, null);
        RealSeries fixed = real(PriceMethod.FIXED_BASE, NOMINAL, 3, new double[] {90, 95, gap, 100});
        assertThat(reasons(fixed)).containsExactly(null, null, Reason.DEFLATOR, null);
        RealSeries volume = real(PriceMethod.VOLUME, NOMINAL, 3, new double[] {90, 95, gap, 100});
        assertThat(reasons(volume)).containsExactly(null, null, Reason.DEFLATOR, null);
        assertThat(Arrays.stream(volume.values()).filter(Double::isNaN)).hasSize(1);
    }

    @Test
    void aBaseYearOutsideTheIndexLeavesNothing() {
        assertThat(reasons(real(PriceMethod.FIXED_BASE, NOMINAL, 3, new double[] {90, 95, 100, NONE})))
                .containsOnly(Reason.BASE_YEAR);
        assertThat(reasons(real(PriceMethod.PREVIOUS_YEAR, NOMINAL, 0, new double[] {NONE, NONE, 110, 105})))
                .containsOnly(Reason.BASE_YEAR);
        assertThat(reasons(real(PriceMethod.PREVIOUS_YEAR, NOMINAL, 3, new double[] {NONE, 103, 110, NONE})))
                .containsOnly(Reason.BASE_YEAR);
        assertThat(reasons(real(
                        PriceMethod.VOLUME, new double[] {200, NONE, 250, 300}, 1, new double[] {90, 95, 100, 101})))
                .containsOnly(Reason.BASE_YEAR);
    }

    /** An index on the year before tells the prices of the year before its first one. */
    @Test
    void theYearBeforeTheFirstLinkMayBeTheBase() {
        assertThat(real(PriceMethod.PREVIOUS_YEAR, NOMINAL, 0, new double[] {NONE, 110, 125, 96})
                        .values())
                .containsExactly(new double[] {200, 200, 250 / 1.375, 300 / 1.32}, within(1e-9));
    }

    @Test
    void baseYearAsAHoleInTheIndexIsAMatterOfTheDeflator() {
        assertThat(reasons(real(PriceMethod.FIXED_BASE, NOMINAL, 1, new double[] {90, 0, 100, 105})))
                .containsOnly(Reason.DEFLATOR);
    }

    @Test
    void withoutAnyIndexTheDeflatorIsMissing() {
        for (PriceMethod method : PriceMethod.values()) {
            assertThat(reasons(real(method, NOMINAL, 1, new double[] {NONE, NONE, 0, -1}))
                            .get(0))
                    .isEqualTo(Reason.DEFLATOR);
        }
    }

    /** Its status says why a nominal figure is missing; prices have nothing to do with it. */
    @Test
    void aMissingNominalFigureNeedsNoReasonOfPrices() {
        RealSeries real = real(PriceMethod.FIXED_BASE, new double[] {NONE, 220}, 1, new double[] {0, 100});
        assertThat(real.values()[0]).isNaN();
        assertThat(real.reason(0)).isEmpty();
    }

    @Test
    void lossesAreDeflatedToo() {
        assertThat(real(PriceMethod.FIXED_BASE, new double[] {-30, 60}, 1, new double[] {50, 100})
                        .values())
                .containsExactly(-60, 60);
    }

    @Test
    void aChainedFigureRestsOnEveryLinkToTheBase() {
        RealSeries chained = real(PriceMethod.PREVIOUS_YEAR, NOMINAL, 2, new double[] {NONE, 110, 125, 96});
        assertThat(chained.restsOn(0)).containsExactly(1, 2);
        assertThat(chained.restsOn(2)).isEmpty();
        assertThat(chained.restsOn(3)).containsExactly(3);
        assertThat(real(PriceMethod.VOLUME, NOMINAL, 2, new double[] {1, 1, 1, 1})
                        .restsOn(0))
                .containsExactly(0, 2);
    }
}
