package org.millwright.stat.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Shapley values of games whose values are known. */
class ShapleyTest {
    private static double sum(double[] present) {
        return Arrays.stream(present).filter(x -> !Double.isNaN(x)).sum();
    }

    /** Shapley (1953): a glove for the left hand and two for the right, a pair worth 1: 2/3, 1/6, 1/6. */
    @Test
    void gloveGame() {
        double[] values = Shapley.of(new double[] {1, 1, 1}, present -> {
            boolean left = !Double.isNaN(present[0]);
            boolean right = !Double.isNaN(present[1]) || !Double.isNaN(present[2]);
            return left && right ? 1 : 0;
        });
        assertThat(values).containsExactly(new double[] {2.0 / 3, 1.0 / 6, 1.0 / 6}, within(1e-15));
    }

    /**
     * Littlechild and Owen (1973), the airport game: a runway costs as much as its largest user, and users of 1, 2 and 4 pay
     * 1/3, 1/3 + 1/2 and 1/3 + 1/2 + 2.
     */
    @Test
    void airportGame() {
        double[] users = {1, Double.NaN, 2, 4};
        double[] values = Shapley.of(
                users,
                present -> Arrays.stream(present)
                        .filter(x -> !Double.isNaN(x))
                        .max()
                        .orElse(0));
        assertThat(values).containsExactly(new double[] {1.0 / 3, Double.NaN, 5.0 / 6, 17.0 / 6}, within(1e-14));
    }

    @Test
    void sixteenChildrenHaveValuesAndMoreHaveNone() {
        double[] sixteen = new double[17];
        Arrays.setAll(sixteen, c -> c == 3 ? Double.NaN : c);
        double[] values = Shapley.of(sixteen, ShapleyTest::sum);
        assertThat(values).containsExactly(sixteen, within(1e-9));
        double[] seventeen = new double[17];
        assertThat(Shapley.of(seventeen, ShapleyTest::sum)).containsOnly(Double.NaN);
    }

    @Test
    void nothingIsSharedWhereThereIsNoScore() {
        assertThat(Shapley.of(new double[] {1, 2}, present -> Double.NaN)).containsOnly(Double.NaN);
        assertThat(Shapley.of(new double[] {Double.NaN}, present -> Double.NaN)).containsExactly(Double.NaN);
    }
}
