package org.millwright.stat.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.millwright.stat.robustness.SobolDesign.Indices;

/** Sobol indices by hand and against the analytic ones of the function of Ishigami and Homma (1990). */
class SobolDesignTest {
    /** Two rows, two factors: A, B, AB_1, AB_2. */
    @Test
    void everyReplicateTakesItsFactorsFromARow() {
        SobolDesign design = new SobolDesign(2, 2);
        assertThat(design.replicates()).isEqualTo(8);
        int[][] rows = {{0, 0}, {1, 1}, {2, 2}, {3, 3}, {2, 0}, {3, 1}, {0, 2}, {1, 3}};
        for (int replicate = 0; replicate < 8; replicate++) {
            assertThat(new int[] {design.row(replicate, 0), design.row(replicate, 1)})
                    .as("replicate " + replicate)
                    .containsExactly(rows[replicate]);
        }
    }

    /**
     * y_A = (1, 3), y_B = (2, 6), y_AB1 = (2, 4), y_AB2 = (1, 5). Mean of A and B 3, V = (4 + 0 + 1 + 9)/3 = 14/3. S_1 =
     * ((2 * 1 + 6 * 1)/2)/V = 4/V, S_2 = ((2 * 0 + 6 * 2)/2)/V = 6/V; ST_1 = (1 + 1)/(4 V), ST_2 = (0 + 4)/(4 V).
     */
    @Test
    void indicesOfASmallDesignByHand() {
        Indices[] indices = new SobolDesign(2, 2).indices(new double[] {1, 3, 2, 6, 2, 4, 1, 5});
        double variance = 14.0 / 3;
        assertThat(indices[0].first()).isCloseTo(4 / variance, within(1e-12));
        assertThat(indices[1].first()).isCloseTo(6 / variance, within(1e-12));
        assertThat(indices[0].total()).isCloseTo(0.5 / variance, within(1e-12));
        assertThat(indices[1].total()).isCloseTo(1 / variance, within(1e-12));
    }

    /**
     * y = sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1, x uniform on (-pi, pi). With a = 7, b = 0.1: V1 = (1 + b pi^4/5)^2/2, V2 =
     * a^2/8, V13 = 8 b^2 pi^8/225, V = V1 + V2 + V13. With N = 100,000 the standard errors are near 0.006.
     */
    @Test
    void indicesOfIshigamiAreTheAnalyticOnes() {
        SobolDesign design = new SobolDesign(100_000, 3);
        Uniforms uniforms = new Uniforms(1);
        double[] outcomes = new double[design.replicates()];
        Arrays.setAll(outcomes, replicate -> {
            double[] x = new double[3];
            Arrays.setAll(x, f -> Math.PI * (2 * uniforms.at(design.row(replicate, f), f, 0) - 1));
            return Math.sin(x[0]) * (1 + 0.1 * Math.pow(x[2], 4)) + 7 * Math.pow(Math.sin(x[1]), 2);
        });
        double alone1 = Math.pow(1 + 0.1 * Math.pow(Math.PI, 4) / 5, 2) / 2;
        double alone2 = 49.0 / 8;
        double together13 = 8 * 0.01 * Math.pow(Math.PI, 8) / 225;
        double variance = alone1 + alone2 + together13;
        double[] first = {alone1 / variance, alone2 / variance, 0};
        double[] total = {(alone1 + together13) / variance, alone2 / variance, together13 / variance};
        Indices[] indices = design.indices(outcomes);
        for (int factor = 0; factor < 3; factor++) {
            assertThat(indices[factor].first()).as("S" + factor).isCloseTo(first[factor], within(0.02));
            assertThat(indices[factor].total()).as("ST" + factor).isCloseTo(total[factor], within(0.02));
        }
    }

    @Test
    void outcomesThatNeverChangeHaveNoIndices() {
        Indices[] indices = new SobolDesign(3, 1).indices(new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1});
        assertThat(indices[0].first()).isNaN();
        assertThat(indices[0].total()).isNaN();
    }

    @Test
    void oneRowIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SobolDesign(1, 2))
                .withMessageContaining("at least 2 rows");
    }
}
