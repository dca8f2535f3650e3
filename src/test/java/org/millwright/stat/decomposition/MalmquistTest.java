package org.millwright.stat.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MalmquistTest {
    private static final int TRIALS = 60;
    private static final double PRECISION = 1e-9;

    /** Output and input of five firms in three years. */
    private static final double[][] YEAR_1 = {{1, 2}, {2, 4}, {3, 3}, {4, 5}, {5, 6}};

    private static final double[][] YEAR_2 = {{1, 2}, {3, 4}, {4, 3}, {3, 5}, {5, 5}};
    private static final double[][] YEAR_3 = YEAR_2;

    /**
     * The example EG4 that DEAP comes with; its listing is printed with three decimals. Coelli (1996), A guide to DEAP version 2.1,
     * CEPA working paper 96/08, section 5.4.
     */
    @Test
    void fiveFirmsAreThoseOfTheGuideToDeap() {
        assertThat(Malmquist.of(firms(YEAR_1), firms(YEAR_2)))
                .usingElementComparator(MalmquistTest::rounded)
                .containsExactly(
                        new Malmquist(0.750, 1.333),
                        new Malmquist(1.125, 1.333),
                        new Malmquist(1.000, 1.333),
                        new Malmquist(0.5625, 1.333),
                        new Malmquist(0.900, 1.333));
        assertThat(Arrays.stream(Malmquist.of(firms(YEAR_1), firms(YEAR_2))).mapToDouble(Malmquist::index))
                .usingElementComparator((a, b) -> Math.abs(a - b) <= 0.00051 ? 0 : 1)
                .containsExactly(1.000, 1.500, 1.333, 0.750, 1.200);
        assertThat(Malmquist.of(firms(YEAR_2), firms(YEAR_3)))
                .allSatisfy(firm -> assertThat(firm.index()).isCloseTo(1, within(PRECISION)));
    }

    private static int rounded(Malmquist a, Malmquist b) {
        double apart = Math.max(
                Math.abs(a.efficiencyChange() - b.efficiencyChange()),
                Math.abs(a.technicalChange() - b.technicalChange()));
        return apart <= 0.00051 ? 0 : 1;
    }

    private static Production firms(double[][] outputAndInput) {
        return new Production(
                Arrays.stream(outputAndInput)
                        .map(firm -> new double[] {firm[0]})
                        .toArray(double[][]::new),
                Arrays.stream(outputAndInput)
                        .map(firm -> new double[] {firm[1]})
                        .toArray(double[][]::new));
    }

    /**
     * With one output and one input nothing needs to be solved: the frontier is the best output per input, the index is the
     * growth of a unit's own, and technical change is that of the best.
     */
    @Test
    void oneInputHasAClosedForm() {
        Random random = new Random(1);
        for (int trial = 0; trial < TRIALS; trial++) {
            Production from = random(random, 12, 1, 1);
            Production to = random(random, 12, 1, 1);
            double[] before = perInput(from);
            double[] after = perInput(to);
            double technical = max(after) / max(before);
            Malmquist[] indices = Malmquist.of(from, to);
            for (int u = 0; u < before.length; u++) {
                double index = after[u] / before[u];
                assertClose(indices[u].index(), index);
                assertClose(indices[u].technicalChange(), technical);
                assertClose(indices[u].efficiencyChange(), index / technical);
            }
        }
    }

    private static double[] perInput(Production period) {
        return IntStream.range(0, period.size())
                .mapToDouble(u -> period.outputs()[u][0] / period.inputs()[u][0])
                .toArray();
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    /**
     * With one output and two inputs the best that a unit could make of its inputs is that of a peer, or of a mixture of two peers that
     * has its proportion of inputs: the largest output over all pairs, found by trying them all.
     */
    @Test
    void twoInputsAreThoseOfAllPairsOfPeers() {
        Random random = new Random(2);
        for (int trial = 0; trial < TRIALS; trial++) {
            Production from = random(random, 9, 1, 2);
            Production to = random(random, 9, 1, 2);
            Malmquist[] indices = Malmquist.of(from, to);
            for (int u = 0; u < indices.length; u++) {
                double own0 = byPairs(from, from, u);
                double own1 = byPairs(to, to, u);
                double technical = Math.sqrt(byPairs(from, to, u) / own1 * own0 / byPairs(to, from, u));
                assertClose(indices[u].efficiencyChange(), own1 / own0);
                assertClose(indices[u].technicalChange(), technical);
            }
        }
    }

    private static double byPairs(Production peers, Production period, int unit) {
        double[] x = period.inputs()[unit];
        double best = 0;
        for (int a = 0; a < peers.size(); a++) {
            double[] of = peers.inputs()[a];
            best = Math.max(best, peers.outputs()[a][0] * Math.min(x[0] / of[0], x[1] / of[1]));
            for (int b = 0; b < a; b++) {
                double[] other = peers.inputs()[b];
                double determinant = of[0] * other[1] - of[1] * other[0];
                double lambda = (x[0] * other[1] - x[1] * other[0]) / determinant;
                double mu = (of[0] * x[1] - of[1] * x[0]) / determinant;
                if (lambda >= 0 && mu >= 0) {
                    best = Math.max(best, lambda * peers.outputs()[a][0] + mu * peers.outputs()[b][0]);
                }
            }
        }
        return period.outputs()[unit][0] / best;
    }

    @Test
    void unitsOfMeasurementDoNotMatter() {
        Random random = new Random(3);
        for (int trial = 0; trial < TRIALS; trial++) {
            Production from = random(random, 20, 2, 3);
            Production to = random(random, 20, 2, 3);
            Malmquist[] plain = Malmquist.of(from, to);
            Malmquist[] scaled = Malmquist.of(inOtherUnits(from), inOtherUnits(to));
            for (int u = 0; u < plain.length; u++) {
                assertClose(scaled[u].efficiencyChange(), plain[u].efficiencyChange());
                assertClose(scaled[u].technicalChange(), plain[u].technicalChange());
            }
        }
    }

    /** The first output a trillion times as large, the second input a millionth: yuan for trillions, millions for persons. */
    private static Production inOtherUnits(Production period) {
        return new Production(scaled(period.outputs(), 1e12, 1, 1), scaled(period.inputs(), 1, 1e-6, 1));
    }

    private static double[][] scaled(double[][] figures, double... factors) {
        return Arrays.stream(figures)
                .map(unit -> IntStream.range(0, unit.length)
                        .mapToDouble(k -> unit[k] * factors[k])
                        .toArray())
                .toArray(double[][]::new);
    }

    @Test
    void twiceTheInputsForTwiceTheOutputsIsNoProgress() {
        Production from = random(new Random(4), 10, 2, 2);
        Production to = new Production(scaled(from.outputs(), 2, 2), scaled(from.inputs(), 2, 2));
        assertThat(Malmquist.of(from, to)).allSatisfy(unit -> {
            assertClose(unit.efficiencyChange(), 1);
            assertClose(unit.technicalChange(), 1);
        });
    }

    @Test
    void orderOfUnitsDoesNotMatter() {
        Random random = new Random(5);
        Production from = random(random, 15, 1, 2);
        Production to = random(random, 15, 1, 2);
        Malmquist[] plain = Malmquist.of(from, to);
        Malmquist[] reversed = Malmquist.of(reversed(from), reversed(to));
        for (int u = 0; u < plain.length; u++) {
            assertClose(reversed[plain.length - 1 - u].index(), plain[u].index());
        }
    }

    private static Production reversed(Production period) {
        double[][] outputs = period.outputs().clone();
        double[][] inputs = period.inputs().clone();
        for (int u = 0; u < outputs.length; u++) {
            outputs[u] = period.outputs()[outputs.length - 1 - u];
            inputs[u] = period.inputs()[outputs.length - 1 - u];
        }
        return new Production(outputs, inputs);
    }

    @Test
    void figuresThatAreNotPositiveAreRefused() {
        assertThatThrownBy(() -> new Production(new double[][] {{0}}, new double[][] {{1}}))
                .hasMessageContaining("positive");
        assertThatThrownBy(() -> new Production(new double[][] {{1}}, new double[][] {{Double.NaN}}))
                .hasMessageContaining("positive");
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(PRECISION * expected));
    }

    /** Sizes differ by a thousand, as those of industries do. */
    private static Production random(Random random, int units, int outputs, int inputs) {
        double[] sizes =
                random.doubles(units, 0, 3).map(power -> Math.pow(10, power)).toArray();
        return new Production(figures(random, sizes, outputs), figures(random, sizes, inputs));
    }

    private static double[][] figures(Random random, double[] sizes, int number) {
        return Arrays.stream(sizes)
                .mapToObj(size ->
                        random.doubles(number, 0.5, 2).map(x -> x * size).toArray())
                .toArray(double[][]::new);
    }
}
