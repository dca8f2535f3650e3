package org.millwright.stat.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millwright.testing.ReferenceTable;

class AnalyticHierarchyTest {
    private static final double[][] NO_DATA = new double[0][];

    private static List<List<Double>> matrix(String file) {
        ReferenceTable table = ReferenceTable.read(file);
        List<String> criteria = table.columns().subList(1, table.columns().size());
        return table.keys().stream()
                .map(row -> criteria.stream()
                        .map(column -> ratio(table.text(row, column)))
                        .toList())
                .toList();
    }

    private static double ratio(String text) {
        String[] parts = text.split("/");
        return parts.length == 1
                ? Double.parseDouble(text)
                : Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    }

    private static double[] weights(AnalyticHierarchy method) {
        return method.weights(NO_DATA, new double[method.comparisons().size()]);
    }

    @Test
    void weightsAndRatioOfTheHandbooksComparisons() {
        ReferenceTable expected = ReferenceTable.read("worked/tai/recomputed_ahp_table20.csv");
        AnalyticHierarchy method = new AnalyticHierarchy(matrix("worked/tai/table20_ahp_matrix.csv"), 0.1);
        assertThat(weights(method)).containsExactly(expected.column("eigen_weight"), within(1e-12));
        assertThat(method.consistencyRatio()).isCloseTo(expected.column("CR_RI1.41")[0], within(1e-12));
    }

    /** Published with a consistency ratio of 0.229, which is refused unless the definition allows it. */
    @Test
    void weightsAndRatioOfWangAndChin() {
        List<List<Double>> comparisons = matrix("worked/mcdm/ahp_wangchin2011_matrix.csv");
        assertThatThrownBy(() -> new AnalyticHierarchy(comparisons, 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.229")
                .hasMessageContaining("maximum-ratio");
        AnalyticHierarchy method = new AnalyticHierarchy(comparisons, 0.25);
        ReferenceTable expected = ReferenceTable.read("worked/mcdm/ahp_wangchin2011_expected.csv");
        assertThat(weights(method)).containsExactly(expected.column("recomputed_eigenvector"), within(1e-12));
        assertThat(weights(method)).containsExactly(expected.column("published_eigenvector_weight"), within(5e-5));
        assertThat(method.consistencyRatio()).isCloseTo(expected.column("CR_RI1.24")[0], within(1e-12));
    }

    /** Ratios of the weights 6 : 3 : 2 agree with each other. */
    @Test
    void consistentComparisonsGiveBackTheirWeights() {
        AnalyticHierarchy method = new AnalyticHierarchy(
                List.of(List.of(1.0, 2.0, 3.0), List.of(1 / 2.0, 1.0, 1.5), List.of(1 / 3.0, 1 / 1.5, 1.0)), 0.1);
        assertThat(weights(method)).containsExactly(new double[] {6 / 11.0, 3 / 11.0, 2 / 11.0}, within(1e-14));
        assertThat(method.consistencyRatio()).isCloseTo(0, within(1e-14));
    }

    @Test
    void comparisonsThatAreNoneAreRefused() {
        assertRefused("square", List.of(1.0, 2.0));
        assertRefused("square");
        assertRefused("above 0", List.of(1.0, -2.0), List.of(-0.5, 1.0));
        assertRefused("above 0", List.of(1.0, Double.NaN), List.of(0.5, 1.0));
        assertRefused("reciprocal", List.of(1.0, 2.0), List.of(0.4, 1.0));
        assertRefused("reciprocal", List.of(2.0));
        double[] ones = new double[16];
        Arrays.fill(ones, 1);
        List<Double> row = Arrays.stream(ones).boxed().toList();
        assertThatThrownBy(() ->
                        new AnalyticHierarchy(row.stream().map(entry -> row).toList(), 0.1))
                .hasMessageContaining("at most 15");
    }

    @SafeVarargs
    private static void assertRefused(String why, List<Double>... rows) {
        assertThatThrownBy(() -> new AnalyticHierarchy(List.of(rows), 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void matrixMustHaveARowForEveryChild() {
        assertThat(AnalyticHierarchy.DEFAULT.misfit(1)).isEmpty();
        assertThat(AnalyticHierarchy.DEFAULT.misfit(2))
                .hasValueSatisfying(text -> assertThat(text).contains("1 rows"));
        assertThat(AnalyticHierarchy.DEFAULT.weights(NO_DATA, new double[2])).containsOnly(Double.NaN);
    }
}
