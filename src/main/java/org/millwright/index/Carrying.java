package org.millwright.index;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.millwright.rows.Runs;

/** Carries values along time in a panel: all periods of a unit come together for it. */
record Carrying(Map<String, Layout> layouts) implements MapPartitionsFunction<Row, Row> {
    private static final String[] UNIT = {"dataset", "peers", "unit"};

    /** The panel with what is carried, where a leaf asks for it; else the same panel. */
    static Dataset<Row> along(Map<String, Layout> layouts, Dataset<Row> panel) {
        Column[] unit = Stream.of(UNIT).map(functions::col).toArray(Column[]::new);
        boolean asked = layouts.values().stream().anyMatch(AlongTime::isAskedBy);
        return asked
                ? panel.repartition(unit)
                        .sortWithinPartitions(unit)
                        .mapPartitions(new Carrying(layouts), Encoders.row(SectionBuilder.PANEL))
                : panel;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return Runs.of(rows, Runs.by(UNIT))
                .flatMap(unit -> carried(unit).stream())
                .iterator();
    }

    private List<Row> carried(List<Row> run) {
        Layout layout = layouts.get(SectionBuilder.dataset(run.get(0)));
        Map<String, Row> byPeriod = run.stream().collect(Collectors.toMap(SectionBuilder::period, row -> row));
        List<CrossSection> series = run.stream()
                .map(row -> new SectionBuilder(layout, SectionBuilder.period(row))
                        .with(row)
                        .build())
                .toList();
        return new AlongTime(layout)
                .carry(series).stream()
                        .map(section -> with(byPeriod.get(section.period()), section.carried()))
                        .toList();
    }

    private static Row with(Row row, double[][] carried) {
        Double[] values = new Double[carried.length];
        for (int q = 0; q < values.length; q++) {
            values[q] = Double.isNaN(carried[q][0]) ? null : carried[q][0];
        }
        Object[] cells = new Object[row.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row.get(i);
        }
        cells[cells.length - 1] = values;
        return RowFactory.create(cells);
    }
}
