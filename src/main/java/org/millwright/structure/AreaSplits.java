package org.millwright.structure;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.millwright.stat.decomposition.Decomposition;

/** Splits the changes of every area between each two of its years. */
record AreaSplits(Divisions divisions, Decomposition method, List<Ratio> ratios)
        implements MapPartitionsFunction<Row, Row> {
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
