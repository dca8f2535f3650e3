package org.millwright.stat.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.millwright.stat.aggregation.Arithmetic;
import org.millwright.stat.aggregation.Geometric;
import org.millwright.stat.aggregation.Harmonic;
import org.millwright.stat.aggregation.MazziottaPareto;
import org.millwright.stat.aggregation.Power;
import org.millwright.stat.change.NodeChange.State;

/** Computed by hand. */
class NodeChangeTest {
    private static final double NA = Double.NaN;
    private static final double[] HALVES = {0.5, 0.5};

    private static State state(double... children) {
        return new State(children, HALVES);
    }

    @Test
    void arithmeticMeanPassesOnTheWeight() {
        NodeChange change = NodeChange.of(Arithmetic.DEFAULT, state(10, 20), state(16, 18));
        assertThat(change.slopes()).containsExactly(HALVES);
        assertThat(change.weights()).isZero();
        assertThat(change.coverage()).isZero();
    }

    /** sqrt(4 * 9) = 6 becomes sqrt(16 * 9) = 12: all of the 6 is the first child's, over its change of 12. */
    @Test
    void geometricMeanGivesAllToTheOnlyChildThatChanged() {
        NodeChange change = NodeChange.of(Geometric.DEFAULT, state(4, 9), state(16, 9));
        assertThat(change.slopes()[0]).isCloseTo(0.5, within(1e-15));
        // L(12, 6) * 1/2 / 9 with the logarithmic mean L(12, 6) = 6 / ln 2.
        assertThat(change.slopes()[1]).isCloseTo(3 / Math.log(2) / 9, within(1e-15));
    }

    /** From (2, 8) to (8, 8): 4 becomes 8. From (2, 8) to (8, 32): 4 becomes 16, half of 12 each: slopes 6/6 and 6/24. */
    @Test
    void geometricMeanSplitsByLogarithms() {
        double[] slopes =
                NodeChange.of(Geometric.DEFAULT, state(2, 8), state(8, 32)).slopes();
        assertThat(slopes).containsExactly(new double[] {1, 0.25}, within(1e-15));
    }

    /** 2 / (1/2 + 1/6) = 3 becomes 2 / (1/4 + 1/12) = 6. d(1/x) is -1/4 and -1/12: shares 3/4 and 1/4 of 3. */
    @Test
    void harmonicMeanSplitsByReciprocals() {
        double[] slopes =
                NodeChange.of(Harmonic.DEFAULT, state(2, 6), state(4, 12)).slopes();
        assertThat(slopes).containsExactly(new double[] {2.25 / 2, 0.75 / 6}, within(1e-15));
    }

    /** Exponent 2: sqrt((1 + 49)/2) = 5 becomes sqrt((49 + 49)/2) = 7: all of the 2 over a change of 6. */
    @Test
    void powerMeanSplitsByPowers() {
        double[] slopes = NodeChange.of(new Power(2), state(1, 7), state(7, 7)).slopes();
        assertThat(slopes[0]).isCloseTo(2 / 6.0, within(1e-15));
    }

    /** From (1, 3): M = 2, S^2 = 1, score 1.5. To (3, 3): score 3. The other child did not change. */
    @Test
    void mazziottaParetoSplitsMeanAndPenalty() {
        double[] slopes =
                NodeChange.of(MazziottaPareto.DEFAULT, state(1, 3), state(3, 3)).slopes();
        assertThat(slopes[0]).isCloseTo(1.5 / 2, within(1e-15));
    }

    /** (10, -) is 10 and (12, 20) is 16: the first child made it 12, that the second is there the other 4. */
    @Test
    void childThatCameIsCoverage() {
        NodeChange change =
                NodeChange.of(Arithmetic.DEFAULT, new State(new double[] {10, NA}, new double[] {1, 0}), state(12, 20));
        assertThat(change.slopes()).containsExactly(1, NA);
        assertThat(change.coverage()).isEqualTo(4);
        assertThat(change.weights()).isZero();
    }

    @Test
    void nothingInCommonIsCoverageAlone() {
        NodeChange change = NodeChange.of(Arithmetic.DEFAULT, state(10, NA), state(NA, 30));
        assertThat(change.slopes()).containsExactly(NA, NA);
        assertThat(change.coverage()).isEqualTo(20);
    }

    /**
     * 0.5 * 10 + 0.5 * 20 = 15 becomes 0.25 * 10 + 0.75 * 40 = 32.5. The second child changes by 20 at a mean weight of 0.625:
     * 12.5. The weights make -0.25 * 10 + 0.25 * 30 = 5.
     */
    @Test
    void otherWeightsAreAPartOfTheirOwn() {
        NodeChange change = NodeChange.of(
                Arithmetic.DEFAULT, state(10, 20), new State(new double[] {10, 40}, new double[] {0.25, 0.75}));
        assertThat(change.slopes()).containsExactly(0.375, 0.625);
        assertThat(change.weights()).isEqualTo(5);
        assertThat(change.coverage()).isZero();
    }

    /** A sum under weights of a unit's own: 2 * 10 = 20 becomes 3 * 10 + 1 * 5 = 35. */
    @Test
    void weightedSumIsNotScaledUp() {
        NodeChange change = NodeChange.of(
                new WeightedSum(),
                new State(new double[] {10, NA}, new double[] {2, 0}),
                new State(new double[] {10, 5}, new double[] {3, 1}));
        assertThat(change.weights()).isEqualTo(10);
        assertThat(change.coverage()).isEqualTo(5);
    }

    @Test
    void childrenThatCancelStillHaveSlopes() {
        double[] slopes =
                NodeChange.of(Geometric.DEFAULT, state(2, 8), state(8, 2)).slopes();
        // ln 4 / 2 of the score 4, over a change of 6, and back.
        double slope = 2 * Math.log(4) / 6;
        assertThat(slopes).containsExactly(new double[] {slope, slope}, within(1e-15));
    }
}
