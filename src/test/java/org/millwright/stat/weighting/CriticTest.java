package org.millwright.stat.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.millwright.testing.ReferenceTable;

class CriticTest {
    private static final double NAN = Double.NaN;

    private static double[] weights(double[]... children) {
        return Critic.DEFAULT.weights(children, new double[children.length]);
    }

    /** Tus and Aytac Adali (2019): six criteria, of which the first is a cost. */
    @Test
    void weightsOfTus() {
        ReferenceTable matrix = ReferenceTable.read("worked/mcdm/critic_tus2019_matrix.csv");
        ReferenceTable expected = ReferenceTable.read("worked/mcdm/critic_tus2019_expected.csv");
        double[][] children = expected.keys().stream().map(matrix::column).toArray(double[][]::new);
        double[] weights = weights(children);
        assertThat(weights).containsExactly(expected.column("recomputed_weight"), within(1e-12));
        assertThat(weights).containsExactly(expected.column("published_weight"), within(5e-4));
    }

    /** Sd of the min-max scores: 1/2 for 0, 1/2, 1 and 1/sqrt 3 for 0, 0, 1; r = sqrt 3 / 2 between them, so both conflict alike. */
    @Test
    void handComputedWeights() {
        double first = 0.5 / (0.5 + 1 / Math.sqrt(3));
        assertThat(weights(new double[] {1, 2, 3}, new double[] {0, 0, 9}))
                .containsExactly(new double[] {first, 1 - first}, within(1e-15));
    }

    @Test
    void rowThatMissesAChildIsLeftOut() {
        assertThat(weights(new double[] {1, 2, 3, 50}, new double[] {0, 0, 9, NAN}))
                .containsExactly(weights(new double[] {1, 2, 3}, new double[] {0, 0, 9}));
    }

    @Test
    void constantChildOrChildrenThatTellTheSameGiveNoWeights() {
        assertThat(weights(new double[] {1, 2, 3}, new double[] {4, 4, 4})).containsOnly(NAN);
        assertThat(weights(new double[] {1, NAN}, new double[] {NAN, 4})).containsOnly(NAN);
        double[] child = {1, 2, 4};
        assertThat(weights(child, Arrays.stream(child).map(x -> 2 * x).toArray()))
                .containsOnly(NAN);
    }
}
