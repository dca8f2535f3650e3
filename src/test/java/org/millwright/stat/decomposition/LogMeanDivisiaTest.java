package org.millwright.stat.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.model.Reason;
import org.millwright.testing.ReferenceTable;

class LogMeanDivisiaTest {
    private static final LogMeanDivisia METHOD = new LogMeanDivisia();
    private static final double RELATIVE = 1e-12;

    @Test
    void effectsOfEightSectorsAreThoseOfTheReference() {
        ReferenceTable expected = ReferenceTable.read("worked/computed/lmdi_expected.csv");
        assertThat(expected.size()).isEqualTo(3);
        for (String year : expected.keys()) {
            IndustryRatios from = SectorPanel.intensity(year);
            IndustryRatios to = SectorPanel.intensity(expected.text(year, "to"));
            Split split = METHOD.split(from, to);
            assertThat(split.total()).isEqualTo(expected.number(year, "dE_total"));
            assertEffect(split.effects()[0], expected.number(year, "activity"));
            assertEffect(split.effects()[1], expected.number(year, "structure"));
            assertEffect(split.effects()[2], expected.number(year, "intensity"));
            assertRatio(split.effects()[0], from, to, expected.number(year, "D_activity"));
            assertRatio(split.effects()[1], from, to, expected.number(year, "D_structure"));
            assertRatio(split.effects()[2], from, to, expected.number(year, "D_intensity"));
        }
    }

    @Test
    void twoSectorsAreThoseOfTheReference() {
        ReferenceTable sectors = ReferenceTable.read("worked/computed/lmdi_two_sector.csv");
        Split split = METHOD.split(
                IndustryRatios.of(pair(sectors, "E0"), pair(sectors, "Q0")),
                IndustryRatios.of(pair(sectors, "E1"), pair(sectors, "Q1")));
        assertEffect(split.effects()[0], sectors.column("activity")[0]);
        assertEffect(split.effects()[1], sectors.column("structure")[0]);
        assertEffect(split.effects()[2], sectors.column("intensity")[0]);
        assertThat(split.total()).isEqualTo(sectors.column("dE")[0]);
    }

    private static double[] pair(ReferenceTable sectors, String name) {
        return new double[] {sectors.column(name + "_1")[0], sectors.column(name + "_2")[0]};
    }

    private static void assertEffect(double[] effects, double expected) {
        assertThat(Arrays.stream(effects).sum()).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
    }

    /** The ratio form: D = exp(effect / L(E_1, E_0)), with the logarithmic mean of the energy of all. */
    private static void assertRatio(double[] effects, IndustryRatios from, IndustryRatios to, double expected) {
        double mean = LogarithmicMean.of(to.numerator(), from.numerator());
        assertThat(Math.exp(Arrays.stream(effects).sum() / mean)).isCloseTo(expected, within(RELATIVE));
    }

    /** Of an industry with activity and energy in both periods, and what becomes of them; an industry that stays is beside it. */
    @ParameterizedTest
    @CsvSource({
        // before, after, effects of activity, structure and intensity
        "0, 0, 0, 0, 0 0 0",
        "7, 0, 9, 0, 0 0 0",
        "0, 0, 9, 0, 0 0 0",
        "7, 0, 0, 0, 0 0 0",
        "7, 0, 9, 4, 0 0 4",
        "7, 3, 9, 0, 0 0 -3",
        "0, 0, 9, 4, 0 4 0",
        "7, 3, 0, 0, 0 -3 0",
    })
    void zerosHaveTheirLimits(double q0, double e0, double q1, double e1, String effects) {
        Split split = METHOD.split(beside(q0, e0), beside(q1, e1));
        double[] expected =
                Stream.of(effects.split(" ")).mapToDouble(Double::parseDouble).toArray();
        for (int effect = 0; effect < expected.length; effect++) {
            assertThat(split.effects()[effect][0]).isEqualTo(expected[effect]);
        }
        assertThat(split.total()).isEqualTo(e1 - e0);
    }

    /**
     * With zeros replaced by ever smaller constants the effects come nearer to the limits. They do so as slowly as 1 / ln(constant),
     * for which reason limits are taken and not constants: so the test extrapolates the last steps to 1 / ln = 0.
     */
    @ParameterizedTest
    @CsvSource({"7, 0, 9, 4", "7, 3, 9, 0", "0, 0, 9, 4", "7, 3, 0, 0", "7, 0, 9, 0", "0, 0, 9, 0", "7, 0, 0, 0"})
    void smallConstantsApproachTheLimits(double q0, double e0, double q1, double e1) {
        double[][] limits = METHOD.split(beside(q0, e0), beside(q1, e1)).effects();
        double[][] small = withConstant(q0, e0, q1, e1, 1e-75);
        double[][] smaller = withConstant(q0, e0, q1, e1, 1e-150);
        double[][] smallest = withConstant(q0, e0, q1, e1, 1e-300);
        for (int e = 0; e < limits.length; e++) {
            // Each step halves 1 / ln(constant).
            double once = 2 * smaller[e][0] - small[e][0];
            double again = 2 * smallest[e][0] - smaller[e][0];
            assertThat((4 * again - once) / 3).isCloseTo(limits[e][0], within(1e-5));
            assertThat(Math.abs(smallest[e][0] - limits[e][0]))
                    .isLessThanOrEqualTo(Math.abs(small[e][0] - limits[e][0]));
        }
    }

    private static double[][] withConstant(double q0, double e0, double q1, double e1, double constant) {
        return METHOD.split(
                        beside(Math.max(q0, constant), Math.max(e0, constant)),
                        beside(Math.max(q1, constant), Math.max(e1, constant)))
                .effects();
    }

    private static IndustryRatios beside(double activity, double energy) {
        return IndustryRatios.of(new double[] {energy, 5}, new double[] {activity, 11});
    }

    @Test
    void energyWithoutActivityHasNoIntensity() {
        assertThat(METHOD.split(beside(0, 3), beside(9, 4)).reason()).contains(Reason.DENOMINATOR);
        assertThat(METHOD.split(beside(7, 3), beside(0, 4)).reason()).contains(Reason.DENOMINATOR);
    }

    @Test
    void negativeFigureHasNoLogarithm() {
        assertThat(METHOD.split(beside(-7, 3), beside(9, 4)).reason()).contains(Reason.SIGN);
        assertThat(METHOD.split(beside(7, 3), beside(9, -4)).reason()).contains(Reason.SIGN);
    }

    /**
     * Against 40 digits: with b = a (1 + r) the mean is a r / ln(1 + r), whose series is a (1 + r/2 - r^2/12 + r^3/24 - 19 r^4/720 + ...).
     */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-6, 1e-9, 1e-12, 3e-16})
    void meanOfNeighboursKeepsAllDigits(double step) {
        double a = 12_345.678;
        double b = a * (1 + step);
        MathContext digits = new MathContext(40);
        BigDecimal exact = new BigDecimal(a);
        BigDecimal r = new BigDecimal(b).subtract(exact).divide(exact, digits);
        BigDecimal series = BigDecimal.ONE
                .add(r.divide(new BigDecimal(2), digits))
                .subtract(r.pow(2).divide(new BigDecimal(12), digits))
                .add(r.pow(3).divide(new BigDecimal(24), digits))
                .subtract(r.pow(4).multiply(new BigDecimal(19)).divide(new BigDecimal(720), digits));
        double expected = exact.multiply(series).doubleValue();
        assertThat(LogarithmicMean.of(b, a)).isCloseTo(expected, within(4 * Math.ulp(expected)));
        assertThat(LogarithmicMean.of(a, b)).isCloseTo(expected, within(4 * Math.ulp(expected)));
    }

    @Test
    void meanOfEqualsIsTheirValueAndOfExtremesIsFinite() {
        assertThat(LogarithmicMean.of(3, 3)).isEqualTo(3);
        // (e - 1) / (1 - 0)
        assertThat(LogarithmicMean.of(Math.E, 1)).isCloseTo(Math.E - 1, within(1e-15));
        // 1e300 / (600 ln 10)
        assertThat(LogarithmicMean.of(1e300, 1e-300)).isCloseTo(1e300 / (600 * Math.log(10)), within(1e286));
    }
}
