package org.millwright.index;

import static org.apache.spark.sql.functions.col;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.millwright.index.ScoreChange.Between;
import org.millwright.index.ScoreChange.Part;
import org.millwright.rows.Runs;

/** The changes of all units' scores from period to period; the periods of a unit come together for it. */
record Changes(Map<String, Layout> layouts) implements MapPartitionsFunction<Row, Row> {
    private static final StructType CHANGES =
            StructType.fromDDL("dataset STRING, peers STRING, unit STRING, base_period STRING, period STRING,"
                    + " node STRING, effect STRING, value DOUBLE, reason STRING");
    private static final Column[] UNIT = {col("dataset"), col("peers"), col("unit")};
    private static final Column[] SERIES = {col("dataset"), col("peers"), col("unit"), col("period")};

    /** @param units rows of {@link Scoring#UNITS} */
    static Dataset<Row> of(Map<String, Layout> layouts, Dataset<Row> units) {
        return units.select("dataset", "peers", "unit", "period", "score", "weight", "reason")
                .repartition(UNIT)
                .sortWithinPartitions(SERIES)
                .mapPartitions(new Changes(layouts), Encoders.row(CHANGES));
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return Runs.of(rows, Runs.by("dataset", "peers", "unit"))
                .flatMap(this::changes)
                .iterator();
    }

    private Stream<Row> changes(List<Row> unit) {
        Layout layout = layouts.get(unit.get(0).getString(0));
        List<UnitScores> series =
                unit.stream().map(row -> UnitScores.of(layout, row)).toList();
        return ScoreChange.along(layout, series).stream()
                .flatMap(between -> between.parts().stream().map(part -> row(unit.get(0), between, part)));
    }

    private static Row row(Row unit, Between between, Part part) {
        return RowFactory.create(
                unit.get(0),
                unit.get(1),
                unit.get(2),
                between.basePeriod(),
                between.period(),
                part.node(),
                part.effect().name().toLowerCase(Locale.ROOT),
                part.reason() == null ? part.value() : null,
                part.reason() == null ? null : part.reason().name());
    }
}
