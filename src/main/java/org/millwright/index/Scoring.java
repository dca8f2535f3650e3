package org.millwright.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.millwright.model.Reason;

/**
 * Complete periods of a panel to the scores of their units: one row per unit, with an array over all nodes in the order of
 * the {@link Layout}, and arrays over all links of a child to its node.
 */
record Scoring(Map<String, CompositeModel> models, Detail detail) implements MapPartitionsFunction<Row, Row> {
    /** The leaves' values at each step stand beside the scores, for those who want to see them. */
    static final StructType UNITS =
            StructType.fromDDL("dataset STRING, period STRING, peers STRING, unit STRING, reference BOOLEAN,"
                    + " score ARRAY<DOUBLE>, coverage ARRAY<DOUBLE>, reason ARRAY<STRING>, rank ARRAY<INT>,"
                    + " weight ARRAY<DOUBLE>, contribution ARRAY<DOUBLE>,"
                    + " denominated ARRAY<DOUBLE>, imputed ARRAY<DOUBLE>, treated ARRAY<DOUBLE>");

    /** How much is said of each unit; what is not asked for is null. */
    enum Detail {
        /** The scores alone. */
        SCORES,
        /** Also coverage, reasons and ranks. */
        NODES,
        /** Also weights and contributions, and the indicators at every step. */
        ALL
    }

    /** One of the arrays of numbers of a row of {@link #UNITS}; NaN where it has no value. */
    static double[] numbers(Row row, String column) {
        return row.<Double>getList(row.fieldIndex(column)).stream()
                .mapToDouble(value -> value == null ? Double.NaN : value)
                .toArray();
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        Map<String, Layout> layouts = new HashMap<>();
        models.forEach((dataset, model) -> layouts.put(dataset, model.layout()));
        return new Sections(layouts, rows, true).flatMap((dataset, section) -> {
            section.twice().ifPresent(unit -> {
                throw new IllegalArgumentException("the unit " + unit + " stands twice in a period");
            });
            return rows(dataset, models.get(dataset).score(section));
        });
    }

    private Iterator<Row> rows(String dataset, NodeScores scores) {
        Layout layout = models.get(dataset).layout();
        int[][] ranks = says(Detail.NODES) ? ranks(layout, scores) : null;
        List<double[][]> contributions =
                says(Detail.ALL) ? layout.inner().map(scores::contributions).toList() : List.of();
        return IntStream.range(0, scores.prepared().section().size())
                .mapToObj(row -> {
                    Object[] cells = new Object[UNITS.size()];
                    unit(cells, dataset, scores, row);
                    if (says(Detail.NODES)) {
                        nodes(cells, scores, row, ranks);
                    }
                    if (says(Detail.ALL)) {
                        links(cells, scores, row, contributions);
                        steps(cells, scores.prepared(), row);
                    }
                    return RowFactory.create(cells);
                })
                .iterator();
    }

    private boolean says(Detail asked) {
        return detail.compareTo(asked) >= 0;
    }

    private void unit(Object[] cells, String dataset, NodeScores scores, int row) {
        CrossSection section = scores.prepared().section();
        cells[UNITS.fieldIndex("dataset")] = dataset;
        cells[UNITS.fieldIndex("period")] = section.period();
        cells[UNITS.fieldIndex("peers")] = section.peers()[row];
        cells[UNITS.fieldIndex("unit")] = section.unit()[row];
        cells[UNITS.fieldIndex("reference")] = scores.prepared().isReference(row);
        cells[UNITS.fieldIndex("score")] = doubles(scores.layout().nodes().size(), node -> scores.score(node, row));
    }

    private void nodes(Object[] cells, NodeScores scores, int row, int[][] ranks) {
        int nodes = ranks.length;
        cells[UNITS.fieldIndex("coverage")] = doubles(nodes, node -> scores.coverage(node, row));
        cells[UNITS.fieldIndex("reason")] = IntStream.range(0, nodes)
                .mapToObj(node -> name(scores.reason(node, row)))
                .toArray(String[]::new);
        cells[UNITS.fieldIndex("rank")] = IntStream.range(0, nodes)
                .mapToObj(node -> ranks[node][row] == 0 ? null : ranks[node][row])
                .toArray(Integer[]::new);
    }

    private void links(Object[] cells, NodeScores scores, int row, List<double[][]> contributions) {
        cells[UNITS.fieldIndex("weight")] = scores.layout()
                .inner()
                .flatMap(node -> Arrays.stream(scores.weights(node, row)).mapToObj(Scoring::orNull))
                .toArray(Double[]::new);
        cells[UNITS.fieldIndex("contribution")] = contributions.stream()
                .flatMap(ofNode -> Arrays.stream(ofNode[row]).mapToObj(Scoring::orNull))
                .toArray(Double[]::new);
    }

    private static void steps(Object[] cells, Prepared prepared, int row) {
        cells[UNITS.fieldIndex("denominated")] = step(prepared.denominated(), row);
        cells[UNITS.fieldIndex("imputed")] = step(prepared.imputed(), row);
        cells[UNITS.fieldIndex("treated")] = step(prepared.treated(), row);
    }

    private static Double[] doubles(int size, IntFunction<Double> value) {
        return IntStream.range(0, size)
                .mapToObj(node -> orNull(value.apply(node)))
                .toArray(Double[]::new);
    }

    private static Double[] step(double[][] values, int row) {
        return doubles(values.length, leaf -> values[leaf][row]);
    }

    private static Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static String name(Reason reason) {
        return reason == null ? null : reason.name();
    }

    private static int[][] ranks(Layout layout, NodeScores scores) {
        PeerRanks peers = new PeerRanks(scores.prepared().section());
        return IntStream.range(0, layout.nodes().size())
                .mapToObj(node -> peers.of(scores.scores(node)))
                .toArray(int[][]::new);
    }
}
