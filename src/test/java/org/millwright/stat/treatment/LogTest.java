package org.millwright.stat.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.stat.Reference;

/** Expected values by hand from the formulas in COINr's manual. */
class LogTest {

    /** Of 2, 4, 12: min 2, max 12, range 10. */
    @ParameterizedTest
    @CsvSource({
        "RANGE, 0.1, 2.1, 10.1", // x - 2 + 0.1
        "PLUS_ONE, 1, 3, 11", // x - 2 + 1
        "GII, 1, 3.2, 12", // 11 (x - 2)/10 + 1
        "VALUE, 2, 4, 12"
    })
    void argumentsByHand(Argument argument, double ofTwo, double ofFour, double ofTwelve) {
        Log method = new Log(argument);
        Map<String, Double> decision = method.estimate(Reference.of(4, 12, Double.NaN, 2));
        assertThat(method.treat(2, decision)).isCloseTo(Math.log(ofTwo), within(1e-15));
        assertThat(method.treat(4, decision)).isCloseTo(Math.log(ofFour), within(1e-15));
        assertThat(method.treat(12, decision)).isCloseTo(Math.log(ofTwelve), within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"RANGE", "PLUS_ONE", "GII", "VALUE"})
    void laterValueBelowTheMinimumIsHeldAtIt(Argument argument) {
        Log method = new Log(argument);
        Map<String, Double> decision = method.estimate(Reference.of(2, 4, 12));
        assertThat(method.treat(-1000, decision)).isEqualTo(method.treat(2, decision));
        assertThat(method.treat(13, decision))
                .isGreaterThan(method.treat(12, decision))
                .isFinite();
    }

    /** By hand: ln of 1, e, e^2 is 0, 1, 2, whose skewness is 0. */
    @Test
    void shapeBeforeAndAfterIsTold() {
        Map<String, Double> decision = new Log(Argument.VALUE).estimate(Reference.of(1, Math.E, Math.E * Math.E));
        assertThat(decision.get("skewness_before")).isPositive();
        assertThat(decision.get("skewness_after")).isCloseTo(0, within(1e-12));
    }

    @Test
    void scaleOfTheInnovationIndexNeedsAMaximumAboveOne() {
        Log method = new Log(Argument.GII);
        Map<String, Double> decision = method.estimate(Reference.of(0.1, 0.5, 0.9));
        assertThat(decision).containsExactly(entry("undefined", 1.0));
        assertThat(method.treat(0.5, decision)).isEqualTo(0.5);
    }
}
