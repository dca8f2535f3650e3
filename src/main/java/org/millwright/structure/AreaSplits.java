package org.millwright.structure;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.millwright.stat.decomposition.Decomposition;

/**
 * Splits the changes of every area between each two of its years. One row has all effects of two years in an array: Spark
 * makes rows of arrays much faster than it takes rows over one by one.
 */
record AreaSplits(Divisions divisions, Decomposition method, List<Ratio> ratios)
        implements MapPartitionsFunction<Row, Row> {
    /** {@code effects}: the total, then all effects of the first group, then of the next. */
    static final StructType PAIRS = StructType.fromDDL("dataset STRING, area STRING, period STRING, base_period STRING,"
            + " quantity STRING, price_basis STRING, unit STRING, groups ARRAY<STRING>, effects ARRAY<DOUBLE>,"
            + " reason STRING");

    /** @param rows of {@code industry_measures}, sorted by dataset and area */
    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return AreaPanels.of(divisions, rows)
                .flatMap(area -> ratios.stream().flatMap(ratio -> pairs(area, ratio)))
                .iterator();
    }

    private Stream<Row> pairs(AreaPanel area, Ratio ratio) {
        return area.groups(ratio.numerator(), ratio.denominator()).stream()
                .flatMap(panel -> new RatioSplits(area, ratio, panel, method).rows());
    }
}
