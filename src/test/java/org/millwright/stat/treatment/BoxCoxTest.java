package org.millwright.stat.treatment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.stat.Reference;

/** Expected values by hand, and of the maximum likelihood by mpmath with 40 digits. */
class BoxCoxTest {

    /** Arguments x - 0 + 1 of 0, 2, 3 are 1, 3, 4; COINr's {@code boxcox} gives the same with its default shift. */
    @ParameterizedTest
    @CsvSource({
        "2, 0, 4, 7.5", // (1 - 1)/2, (9 - 1)/2, (16 - 1)/2
        "1, 0, 2, 3", // a - 1
        "0.5, 0, 1.4641016151377544, 2", // 2 (sqrt(a) - 1)
        "0, 0, 1.0986122886681098, 1.3862943611198906", // ln a
        "-1, 0, 0.6666666666666666, 0.75" // 1 - 1/a
    })
    void powersByHand(double lambda, double ofZero, double ofTwo, double ofThree) {
        BoxCox method = new BoxCox(lambda, Argument.PLUS_ONE);
        Map<String, Double> decision = method.estimate(Reference.of(3, Double.NaN, 0, 2));
        assertThat(decision).contains(entry("lambda", lambda), entry("transformed", 1.0));
        assertThat(method.treat(0, decision)).isEqualTo(ofZero);
        assertThat(method.treat(2, decision)).isCloseTo(ofTwo, within(1e-15));
        assertThat(method.treat(3, decision)).isCloseTo(ofThree, within(2e-15));
    }

    /** The root of the derivative of l(lambda) on the first Fibonacci numbers; scipy's boxcox_normmax gives 0.02078986. */
    @Test
    void estimatedLambdaIsTheLikeliest() {
        Map<String, Double> decision =
                new BoxCox(Double.NaN, Argument.VALUE).estimate(Reference.of(1, 2, 3, 5, 8, 13, 21, 34, 55, 89));
        assertThat(decision.get("lambda")).isCloseTo(0.02078984812781850714, within(1e-7));
    }

    /** A normal sample raised to a power p > 0 is made normal again by lambda = 1/p, up to the error of the sample. */
    @Test
    void lambdaUndoesThePowerOfANormalSample() {
        Random random = new Random(11);
        double[] normal = random.doubles(20_000)
                .map(ignored -> 10 + random.nextGaussian())
                .toArray();
        for (double power : new double[] {1, 2, 4}) {
            double[] sample =
                    Arrays.stream(normal).map(value -> Math.pow(value, power)).toArray();
            double lambda = new BoxCox(Double.NaN, Argument.VALUE)
                    .estimate(Reference.of(sample))
                    .get("lambda");
            assertThat(lambda).isCloseTo(1 / power, within(0.15 / power));
        }
    }

    @Test
    void estimateDoesNotDependOnTheUnit() {
        double[] values = new Random(3).doubles(200).map(u -> Math.exp(3 * u)).toArray();
        double lambda = BoxCox.DEFAULT.estimate(Reference.of(values)).get("lambda");
        double inThousands = BoxCox.DEFAULT
                .estimate(Reference.of(
                        Arrays.stream(values).map(value -> value / 1000).toArray()))
                .get("lambda");
        assertThat(inThousands).isCloseTo(lambda, within(1e-6));
    }

    @Test
    void constantSeriesIsFlaggedAndLeftAlone() {
        Map<String, Double> decision = BoxCox.DEFAULT.estimate(Reference.of(5, 5, 5));
        assertThat(decision).containsExactly(entry("constant", 1.0));
        assertThat(BoxCox.DEFAULT.treat(5, decision)).isEqualTo(5);
    }

    @Test
    void valueItselfNeedsToBePositive() {
        BoxCox method = new BoxCox(0.5, Argument.VALUE);
        Map<String, Double> decision = method.estimate(Reference.of(0, 1, 2, 3));
        assertThat(decision).containsExactly(entry("undefined", 1.0));
        assertThat(method.treat(2, decision)).isEqualTo(2);
    }

    @Test
    void nothingIsEstimatedOnNoValue() {
        assertThat(BoxCox.DEFAULT.estimate(Reference.of(Double.NaN))).isEmpty();
    }

    @Test
    void infiniteLambdaIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BoxCox(Double.POSITIVE_INFINITY, Argument.RANGE))
                .withMessage("lambda is infinite");
    }
}
