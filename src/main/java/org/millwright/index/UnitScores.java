package org.millwright.index;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.millwright.model.Reason;

/**
 * The scores of one unit in one period.
 *
 * @param scores of all nodes
 * @param weights {@code [inner node][child]}, in this score
 * @param reasons why a score is missing; null where there is one
 */
record UnitScores(String period, double[] scores, double[][] weights, Reason[] reasons) {

    static UnitScores of(NodeScores scores, int row) {
        Layout layout = scores.layout();
        int nodes = layout.nodes().size();
        return new UnitScores(
                scores.prepared().section().period(),
                IntStream.range(0, nodes)
                        .mapToDouble(node -> scores.score(node, row))
                        .toArray(),
                layout.inner().map(node -> scores.weights(node, row)).toArray(double[][]::new),
                IntStream.range(0, nodes)
                        .mapToObj(node -> scores.reason(node, row))
                        .toArray(Reason[]::new));
    }

    /** Of a row of {@link Scoring#UNITS}. */
    static UnitScores of(Layout layout, Row row) {
        double[] links = Scoring.numbers(row, "weight");
        int[] next = {0};
        double[][] weights = layout.inner()
                .map(node -> IntStream.range(0, node.children().size())
                        .mapToDouble(child -> links[next[0]++])
                        .toArray())
                .toArray(double[][]::new);
        List<String> reasons = row.getList(row.fieldIndex("reason"));
        return new UnitScores(
                row.getAs("period"),
                Scoring.numbers(row, "score"),
                weights,
                reasons.stream()
                        .map(reason -> reason == null ? null : Reason.valueOf(reason))
                        .toArray(Reason[]::new));
    }

    /** The score of the top. */
    double top() {
        return scores[scores.length - 1];
    }
}
