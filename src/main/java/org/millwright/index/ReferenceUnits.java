package org.millwright.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.millwright.contract.Composite.Node;

/**
 * Units of the reference window, on which an index is judged: {@code [leaf][unit]} at each step, {@code [node][unit]} the scores.
 */
record ReferenceUnits(double[][] denominated, double[][] imputed, double[][] treated, double[][] scores) {
    /** Where the steps of a leaf stand in its sample; the scores of the inner nodes follow. */
    static final int DENOMINATED = 0;

    static final int IMPUTED = 1;
    static final int TREATED = 2;
    static final int SCORE = 3;
    static final int INNER = 4;

    /** Those of the units of one period that are compared, and not screened out. */
    static ReferenceUnits of(NodeScores scores) {
        Prepared prepared = scores.prepared();
        int[] rows = IntStream.range(0, prepared.section().size())
                .filter(prepared::isReference)
                .toArray();
        double[][] all = IntStream.range(0, scores.layout().nodes().size())
                .mapToObj(scores::scores)
                .toArray(double[][]::new);
        return new ReferenceUnits(
                some(prepared.denominated(), rows),
                some(prepared.imputed(), rows),
                some(prepared.treated(), rows),
                some(all, rows));
    }

    /** Rows of {@link Scoring#UNITS} with their steps, all of one dataset and all of the reference. */
    static ReferenceUnits of(List<Row> units) {
        return new ReferenceUnits(
                columns(units, "denominated"),
                columns(units, "imputed"),
                columns(units, "treated"),
                columns(units, "score"));
    }

    /** The sample of every node, in their order: of a leaf its steps and the inner nodes, of an inner node its children. */
    List<Sample> samples(Layout layout) {
        List<Sample> samples = new ArrayList<>();
        double[][] inner = Arrays.copyOfRange(scores, layout.leaves().size(), scores.length);
        for (Node node : layout.nodes()) {
            int place = layout.place(node);
            double[][] columns = node.isLeaf()
                    ? Stream.concat(
                                    Stream.of(denominated[place], imputed[place], treated[place], scores[place]),
                                    Arrays.stream(inner))
                            .toArray(double[][]::new)
                    : Arrays.stream(layout.children(node))
                            .mapToObj(child -> scores[child])
                            .toArray(double[][]::new);
            samples.add(new Sample(columns, null, null));
        }
        return samples;
    }

    private static double[][] some(double[][] columns, int[] rows) {
        return Arrays.stream(columns)
                .map(column ->
                        Arrays.stream(rows).mapToDouble(row -> column[row]).toArray())
                .toArray(double[][]::new);
    }

    private static double[][] columns(List<Row> units, String name) {
        double[][] rows = units.stream().map(row -> Scoring.numbers(row, name)).toArray(double[][]::new);
        double[][] columns = new double[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int c = 0; c < columns.length; c++) {
                columns[c][i] = rows[i][c];
            }
        }
        return columns;
    }
}
