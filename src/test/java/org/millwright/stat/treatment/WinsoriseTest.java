package org.millwright.stat.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.millwright.stat.Reference;

/** Expected shapes are scipy 1.17.1's, {@code skew} and {@code kurtosis} with bias=False, on the series as drawn in here. */
class WinsoriseTest {

    /** The vector of COINr's own test: 1 to 10, and 100; one point is drawn in, to 10. */
    @Test
    void outlierBecomesTheNextValue() {
        Map<String, Double> decision = estimate(Winsorise.DEFAULT, oneTo(10), 100);
        assertThat(decision)
                .contains(entry("points", 1.0), entry("upper", 10.0))
                .doesNotContainKey("lower");
        assertClose(decision.get("skewness_before"), 3.2556381840605098);
        assertClose(decision.get("kurtosis_before"), 10.706673906421974);
        assertThat(Winsorise.DEFAULT.treat(100, decision)).isEqualTo(10);
        assertThat(Winsorise.DEFAULT.treat(9, decision)).isEqualTo(9);
    }

    @Test
    void lowOutlierBecomesTheNextAbove() {
        Map<String, Double> decision = estimate(Winsorise.DEFAULT, oneTo(10), -100);
        assertThat(decision).contains(entry("points", 1.0), entry("lower", 1.0)).doesNotContainKey("upper");
        assertClose(decision.get("skewness_before"), -3.2675665191422465);
    }

    /** With 1000 drawn in to 30 the skewness turns from 4.68 to -5.43, so the low end is next. */
    @Test
    void bothEndsAreDrawnInWhereTheSkewnessTurns() {
        Map<String, Double> decision = estimate(Winsorise.DEFAULT, oneTo(30), -300, 1000);
        assertThat(decision).contains(entry("points", 2.0), entry("lower", 1.0), entry("upper", 30.0));
        assertClose(decision.get("skewness_before"), 4.679058135170123);
        assertClose(decision.get("kurtosis_before"), 26.151314354471122);
        assertThat(decision.get("skewness_after")).isCloseTo(0, within(1e-12));
        assertClose(decision.get("kurtosis_after"), -1.2467408724423394);
    }

    /** 10000 goes to 500, where six values stand; the seven go together to 100, beyond the five points. */
    @Test
    void tiesAreDrawnInTogether() {
        Map<String, Double> decision = estimate(Winsorise.DEFAULT, oneTo(100), 500, 500, 500, 500, 500, 500, 10_000);
        assertThat(decision).contains(entry("points", 7.0), entry("upper", 100.0));
        assertClose(decision.get("skewness_after"), -0.04015095078451907);
        assertClose(decision.get("kurtosis_after"), -1.2428078499852573);
    }

    /** After five points 16000 is the greatest value and the kurtosis still 27.6: ln(x - 1 + 0.01 (512000 - 1)) of the raw. */
    @Test
    void seriesThatStillFailsIsTransformedFromTheRaw() {
        Map<String, Double> decision = estimate(Winsorise.DEFAULT, oneTo(200), tail());
        assertThat(decision)
                .contains(entry("transformed", 1.0), entry("min", 1.0), entry("offset", 5119.99))
                .doesNotContainKeys("points", "upper", "lower");
        assertClose(decision.get("skewness_before"), 10.707437441645542);
        assertClose(decision.get("kurtosis_before"), 124.48458136378943);
        assertClose(decision.get("skewness_after"), 6.552743444742647);
        assertClose(decision.get("kurtosis_after"), 45.094113233392044);
        assertThat(Winsorise.DEFAULT.treat(512_000, decision)).isEqualTo(Math.log(511_999 + 5119.99));
        assertThat(Winsorise.DEFAULT.treat(-7, decision)).isEqualTo(Math.log(5119.99));
    }

    @Test
    void withoutTransformationTheDrawnInSeriesStays() {
        Map<String, Double> decision = estimate(new Winsorise(2, 3.5, 5, Transform.NONE), oneTo(200), tail());
        assertThat(decision).contains(entry("points", 5.0), entry("upper", 16_000.0));
        assertClose(decision.get("skewness_after"), 5.357534236345688);
        assertClose(decision.get("kurtosis_after"), 27.578520772504174);
    }

    /** ln((max - 1)(x - min)/(max - min) + 1) turns the order round if max < 1, and is not used then. */
    @Test
    void drawnInSeriesStaysWhereTheTransformationIsUndefined() {
        double[] below = DoubleStream.concat(oneTo(200), DoubleStream.of(tail()))
                .map(value -> value / 1e6)
                .toArray();
        Map<String, Double> decision = new Winsorise(2, 3.5, 5, Transform.LOG_GII).estimate(Reference.of(below));
        assertThat(decision)
                .contains(entry("points", 5.0), entry("upper", 0.016))
                .doesNotContainKey("undefined");
    }

    @Test
    void boundsHoldForLaterValues() {
        Map<String, Double> decision = estimate(Winsorise.DEFAULT, oneTo(30), -300, 1000);
        assertThat(Winsorise.DEFAULT.treat(5000, decision)).isEqualTo(30);
        assertThat(Winsorise.DEFAULT.treat(-5000, decision)).isEqualTo(1);
        assertThat(Winsorise.DEFAULT.treat(Double.NaN, decision)).isNaN();
    }

    @Test
    void constantSeriesIsFlaggedAndLeftAlone() {
        Map<String, Double> decision =
                estimate(Winsorise.DEFAULT, DoubleStream.generate(() -> 4).limit(9));
        assertThat(decision).containsExactly(entry("constant", 1.0));
        assertThat(Winsorise.DEFAULT.treat(17, decision)).isEqualTo(17);
    }

    @Test
    void tooFewValuesAreLeftAlone() {
        Winsorise strict = new Winsorise(0, Double.NEGATIVE_INFINITY, 5, Transform.LOG);
        assertThat(estimate(strict, DoubleStream.empty())).isEmpty();
        assertThat(estimate(strict, DoubleStream.empty(), 1, 9)).isEmpty();
        assertThat(estimate(strict, DoubleStream.empty(), 1, 2, 9)).containsOnlyKeys("skewness_before");
    }

    /** Nineteen 0 and one 1: to draw in the 1 would leave nothing to compare. */
    @Test
    void twoValuedSeriesIsNotMadeConstant() {
        Map<String, Double> decision = estimate(
                new Winsorise(2, 3.5, 5, Transform.NONE),
                DoubleStream.generate(() -> 0).limit(19),
                1);
        assertThat(decision).containsOnlyKeys("skewness_before", "kurtosis_before");
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Winsorise(-1, 3.5, 5, Transform.LOG));
        assertThatIllegalArgumentException().isThrownBy(() -> new Winsorise(Double.NaN, 3.5, 5, Transform.LOG));
        assertThatIllegalArgumentException().isThrownBy(() -> new Winsorise(2, Double.NaN, 5, Transform.LOG));
        assertThatIllegalArgumentException().isThrownBy(() -> new Winsorise(2, 3.5, -1, Transform.LOG));
    }

    private static Map<String, Double> estimate(Winsorise method, DoubleStream regular, double... others) {
        return method.estimate(Reference.of(
                DoubleStream.concat(DoubleStream.of(others), regular).toArray()));
    }

    private static DoubleStream oneTo(int last) {
        return IntStream.rangeClosed(1, last).asDoubleStream();
    }

    /** 1000, 2000, 4000 up to 512000. */
    private static double[] tail() {
        return DoubleStream.iterate(1000, value -> 2 * value).limit(10).toArray();
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
    }
}
