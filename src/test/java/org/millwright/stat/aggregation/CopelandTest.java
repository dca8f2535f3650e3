package org.millwright.stat.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Outranking and the Copeland score by hand, with gaps and ties. */
class CopelandTest {
    private static final double NONE = Double.NaN;

    /**
     * Weights 2, 1, 1. a against b: wins 2, loses 1 + 1: even. a against c: only the first in common, lost. b against c: only
     * the last in common, won. d has the middle child only, and c does not: even with c; against a and b it wins.
     */
    @Test
    void pairComparesWhatBothHave() {
        double[][] units = {{5, 1, NONE}, {4, 2, 9}, {6, NONE, 3}, {NONE, 3, NONE}, {NONE, NONE, NONE}};
        double[] weights = {2, 1, 1};
        double[][] shares = new Outranking(units, weights).matrix();
        assertThat(shares[0][1]).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(shares[0][2]).isZero();
        assertThat(shares[1][2]).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(shares[3][1]).isEqualTo(1);
        assertThat(shares[3][2]).isNaN();
        assertThat(shares[4][0]).isNaN();
        assertThat(Copeland.DEFAULT.scores(units, weights)).containsExactly(1 - 1 - 1, -1 - 1 - 1, 1 + 1, 1 + 1, NONE);
    }

    /** 0.1 + 0.2 against 0.3 is even, though not in binary digits. */
    @Test
    void roundingOfWeightsMakesNoWinner() {
        double[][] units = {{1, 1, 0}, {0, 0, 1}};
        assertThat(Copeland.DEFAULT.scores(units, new double[] {0.1, 0.2, 0.3})).containsExactly(0, 0);
    }

    /**
     * The first unit wins a child of weight 2 and loses two of weight 1: even. Worths: {1} 1, {2} {3} -1, {1,2} {1,3} 1, {2,3}
     * -1, all 0. In the six orders child 1 joins first (+1) twice, second (+2) twice, last (+1) twice: 8/6; the others share
     * the rest of the 0.
     */
    @Test
    void contributionsByHand() {
        double[][] units = {{1, 0, 0}, {0, 1, 1}};
        double[][] contributions = Copeland.DEFAULT.contributions(units, new double[] {2, 1, 1});
        assertThat(contributions[0]).containsExactly(new double[] {4.0 / 3, -2.0 / 3, -2.0 / 3}, within(1e-12));
        assertThat(contributions[1]).containsExactly(new double[] {-4.0 / 3, 2.0 / 3, 2.0 / 3}, within(1e-12));
    }

    /** The same game played out: each coalition scored by the method itself, with the other units complete. */
    @Test
    void contributionsAreTheShapleyValuesOfTheScore() {
        Random random = new Random(5);
        double[][] units = new double[7][4];
        for (double[] unit : units) {
            for (int c = 0; c < 4; c++) {
                unit[c] = random.nextInt(4) == 0 ? NONE : random.nextInt(4);
            }
        }
        double[] weights = {0.4, 0.3, 0.2, 0.1};
        double[][] contributions = Copeland.DEFAULT.contributions(units, weights);
        for (int j = 0; j < units.length; j++) {
            int unit = j;
            double[] expected = Shapley.of(units[j], present -> {
                double[][] some = units.clone();
                some[unit] = present;
                return Copeland.DEFAULT.scores(some, weights)[unit];
            });
            assertThat(contributions[j]).as("unit " + j).containsExactly(expected, within(1e-12));
        }
    }

    @Test
    void tooManyUnitsAreRefused() {
        double[][] units = {{1}, {2}, {3}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Copeland(2).scores(units, new double[] {1}))
                .withMessageStartingWith("3 units are too many")
                .withMessageContaining("maximum-units is 2");
        assertThatIllegalArgumentException().isThrownBy(() -> new Copeland(0));
    }

    /** With 12 children, 600^2 pairs are less than 3^12, and 600^2 * 2^12 sets are more than 2^30; 100^2 * 2^12 are not. */
    @Test
    void contributionsThatWouldTakeTooLongAreNotGiven() {
        double[] weights = new double[12];
        double[][] units = new double[600][12];
        for (int i = 0; i < units.length; i++) {
            units[i][0] = i;
        }
        weights[0] = 1;
        assertThat(Copeland.DEFAULT.contributions(units, weights)[0]).containsOnly(NONE);
        double[][] fewer = new double[100][12];
        fewer[0][0] = 1;
        assertThat(Copeland.DEFAULT.contributions(fewer, weights)[0][0]).isCloseTo(99, within(1e-9));
    }
}
