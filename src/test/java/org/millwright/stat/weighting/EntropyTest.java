package org.millwright.stat.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.millwright.testing.ReferenceTable;

class EntropyTest {
    private static final double NAN = Double.NaN;

    private static double[] weights(double[]... children) {
        return Entropy.DEFAULT.weights(children, new double[children.length]);
    }

    /** Elsayed, Dawood and Karthikeyan (2017): five criteria of twelve alternatives. */
    @Test
    void weightsOfElsayed() {
        ReferenceTable matrix = ReferenceTable.read("worked/mcdm/entropy_elsayed2017_matrix.csv");
        ReferenceTable expected = ReferenceTable.read("worked/mcdm/entropy_elsayed2017_expected.csv");
        double[] weights = weights(expected.keys().stream().map(matrix::column).toArray(double[][]::new));
        assertThat(weights).containsExactly(expected.column("recomputed_weight"), within(1e-12));
        assertThat(weights).containsExactly(expected.column("published_weight"), within(1e-6));
    }

    @Test
    void panelIsPooledOverItsYearsWithZeroAsNoInformation() {
        assertPanel("pooled_zero_as_0lnp=0", "2021", "2022", "2023");
    }

    @Test
    void oneYearOfThePanelOnScoresOfItsOwn() {
        assertPanel("cross_section_2022_zero_as_0", "2022");
    }

    /** Scores: min-max to [0, 1] over the rows that are used, the third indicator turned round. */
    private static void assertPanel(String variant, String... years) {
        ReferenceTable panel = ReferenceTable.read("worked/computed/entropy_panel_input.csv");
        ReferenceTable expected = ReferenceTable.read("worked/computed/entropy_panel_expected_weights.csv");
        String[] year = panel.texts("year");
        int[] rows = IntStream.range(0, panel.size())
                .filter(i -> List.of(years).contains(year[i]))
                .toArray();
        double[] weights = weights(
                scores(panel.column("x1_pos"), rows, 1),
                scores(panel.column("x2_pos"), rows, 1),
                scores(panel.column("x3_neg"), rows, -1));
        double[] recomputed = IntStream.rangeClosed(1, 3)
                .mapToDouble(c -> expected.number(variant, "w" + c))
                .toArray();
        assertThat(weights).containsExactly(recomputed, within(1e-12));
    }

    private static double[] scores(double[] column, int[] rows, int direction) {
        double[] x = Arrays.stream(rows).mapToDouble(i -> direction * column[i]).toArray();
        double minimum = Arrays.stream(x).min().getAsDouble();
        double maximum = Arrays.stream(x).max().getAsDouble();
        return Arrays.stream(x)
                .map(value -> (value - minimum) / (maximum - minimum))
                .toArray();
    }

    /** p = 1/4, 3/4 gives e = (1/4 ln 4 + 3/4 ln 4/3) / ln 2 = 2 - 3/4 log2 3; p = 0, 1 gives e = 0. */
    @Test
    void handComputedWeights() {
        double divergence = 0.75 * Math.log(3) / Math.log(2) - 1;
        assertThat(weights(new double[] {1, 3}, new double[] {0, 5}))
                .containsExactly(new double[] {divergence / (divergence + 1), 1 / (divergence + 1)}, within(1e-15));
    }

    @Test
    void constantChildWeighsNothing() {
        assertThat(weights(new double[] {7, 7, 7}, new double[] {1, 2, 3})).containsExactly(0, 1);
    }

    @Test
    void missingScoresAreLeftOutChildByChild() {
        assertThat(weights(new double[] {1, NAN, 3}, new double[] {0, 5, NAN}))
                .containsExactly(weights(new double[] {1, 3}, new double[] {0, 5}));
    }

    @Test
    void negativeScoreOrNoInformationAtAllGivesNoWeights() {
        assertThat(weights(new double[] {-1, 3}, new double[] {1, 5})).containsOnly(NAN);
        assertThat(weights(new double[] {0, 0}, new double[] {1, 5})).containsOnly(NAN);
        assertThat(weights(new double[] {4, NAN}, new double[] {1, 5})).containsOnly(NAN);
        assertThat(weights(new double[] {4, 4}, new double[] {5, 5})).containsOnly(NAN);
    }
}
