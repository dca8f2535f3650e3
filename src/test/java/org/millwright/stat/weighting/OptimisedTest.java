package org.millwright.stat.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.millwright.stat.Correlation;
import org.millwright.stat.aggregation.Arithmetic;
import org.millwright.testing.ReferenceTable;

/** What is asked for is checked on the scores themselves: their mean is formed, and correlated with every child. */
class OptimisedTest {
    private final Random random = new Random(17);

    /** Children that share a part: {@code common} above 0 makes all correlations positive. */
    private double[][] children(int children, double common) {
        double[] shared = random.doubles(80).toArray();
        return IntStream.range(0, children)
                .mapToObj(c -> Arrays.stream(shared)
                        .map(x -> 10 * (c + 1) * (common * x + random.nextDouble()))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** r_c / sum r, r_c the correlation of child c with the weighted arithmetic mean. */
    private static double[] importances(double[][] children, double[] weights) {
        double[] mean = new double[children[0].length];
        Arrays.setAll(
                mean,
                i -> Arithmetic.DEFAULT.score(
                        Arrays.stream(children).mapToDouble(child -> child[i]).toArray(), weights));
        double[] correlations = Arrays.stream(children)
                .mapToDouble(child -> Correlation.of(child, mean))
                .toArray();
        double sum = Arrays.stream(correlations).sum();
        return Arrays.stream(correlations).map(r -> r / sum).toArray();
    }

    private static double loss(double[] importances, double[] target) {
        double sum = Arrays.stream(target).sum();
        return IntStream.range(0, target.length)
                .mapToDouble(c -> importances[c] - target[c] / sum)
                .map(d -> d * d)
                .sum();
    }

    @Test
    void childrenCorrelateWithTheirMeanAsTheGivenWeightsAsk() {
        double[][] children = children(5, 0.7);
        double[] target = {4, 5, 6, 5, 4};
        double[] weights = Optimised.DEFAULT.weights(children, target);
        assertThat(Arrays.stream(weights).min().getAsDouble()).isPositive();
        assertThat(importances(children, weights))
                .containsExactly(Arrays.stream(target).map(t -> t / 24).toArray(), within(1e-12));
    }

    @Test
    void noOtherWeightsComeNearerToImportancesThatCannotBeHad() {
        assertNearest(children(5, 0.7), new double[] {20, 1, 1, 1, 5});
    }

    /** On COINr's own data the three pillars of one sub-index can be balanced. */
    @Test
    void pillarsOfCoinrThatCanBeBalancedAre() {
        double[][] pillars = pillars("Environ", "Social", "SusEcFin");
        double[] weights = Optimised.DEFAULT.weights(pillars, new double[] {1, 1, 1});
        assertThat(importances(pillars, weights))
                .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
    }

    /** Those of the other would need negative weights (-0.08 for the first), as a solver of R v = t shows. */
    @Test
    void pillarsOfCoinrThatCannotBeBalancedComeAsNearAsNonNegativeWeightsCan() {
        assertNearest(pillars("Physical", "ConEcFin", "Political", "Instit", "P2P"), new double[] {1, 1, 1, 1, 1});
    }

    private static double[][] pillars(String... names) {
        ReferenceTable scores = ReferenceTable.read("coinr/default/aggregated.csv");
        return Arrays.stream(names).map(scores::column).toArray(double[][]::new);
    }

    private void assertNearest(double[][] children, double[] target) {
        double[] weights = Optimised.DEFAULT.weights(children, target);
        double loss = loss(importances(children, weights), target);
        assertThat(Arrays.stream(weights).min().getAsDouble()).isZero();
        assertThat(loss).isGreaterThan(1e-4);
        for (int trial = 0; trial < 600; trial++) {
            double reach = Math.pow(10, -trial % 6);
            double[] other = Arrays.stream(weights)
                    .map(w -> Math.max(0, w + reach * random.nextGaussian()))
                    .toArray();
            if (Arrays.stream(other).sum() > 0) {
                assertThat(loss(importances(children, other), target)).isGreaterThanOrEqualTo(loss - 1e-12);
            }
        }
    }

    @Test
    void twinsShareWhatTheyAreAskedFor() {
        double[][] children = children(3, 0.5);
        double[][] twins = {children[0], children[0], children[1]};
        double[] weights = Optimised.DEFAULT.weights(twins, new double[] {1, 1, 1});
        assertThat(importances(twins, weights)[2]).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void childThatIsTheSumOfTwoOthersIsWeighedToo() {
        for (int trial = 0; trial < 50; trial++) {
            double[][] two = children(2, 0.5);
            double[] sum = IntStream.range(0, 80)
                    .mapToDouble(i -> two[0][i] + two[1][i])
                    .toArray();
            double[] weights = Optimised.DEFAULT.weights(new double[][] {two[0], two[1], sum}, new double[] {1, 1, 1});
            assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void oppositeChildrenAndConstantOnesHaveNoWeights() {
        double[] child = {1, 2, 4};
        double[] opposite = {-1, -2, -4};
        double[] constant = {3, 3, 3};
        assertThat(Optimised.DEFAULT.weights(new double[][] {child, opposite}, new double[] {1, 1}))
                .containsOnly(Double.NaN);
        assertThat(Optimised.DEFAULT.weights(new double[][] {child, constant}, new double[] {1, 1}))
                .containsOnly(Double.NaN);
    }

    @Test
    void manyChildrenThatContradictEachOtherStillHaveTheNearestWeights() {
        for (int trial = 0; trial < 200; trial++) {
            double[][] children = children(12, 0.1);
            double[] target = random.doubles(12).toArray();
            double[] weights = Optimised.DEFAULT.weights(children, target);
            assertThat(Arrays.stream(weights).min().getAsDouble()).isNotNegative();
            assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
        }
    }
}
