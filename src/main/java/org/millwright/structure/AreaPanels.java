package org.millwright.structure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;

import java.util.Collection;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.millwright.rows.Runs;

/** Rows of {@code industry_measures} as panels, one for each area of a dataset, one in memory at a time. */
final class AreaPanels {
    private static final int YEAR_DIGITS = 4;
    private static final String[] AREA = {"dataset", "area"};
    private static final String[] COLUMNS = {
        "dataset",
        "area",
        "industry",
        "period",
        "measure",
        "price_basis",
        "unit",
        "value",
        "reason",
        "classification",
        "series_break"
    };

    private AreaPanels() {}

    /** @param rows sorted by dataset and area */
    static Stream<AreaPanel> of(Divisions divisions, Iterator<Row> rows) {
        return new Runs<AreaPanel>(
                        rows,
                        Runs.by(AREA),
                        first -> new AreaPanel(divisions, first.getAs("dataset"), first.getAs("area")),
                        AreaPanel::add)
                .stream();
    }

    /** The years of some measures, in the columns that a panel is made of; growth rates are no figures to divide. */
    static Dataset<Row> years(Dataset<Row> industryMeasures, Collection<String> measures) {
        return industryMeasures
                .filter(length(col("period"))
                        .equalTo(YEAR_DIGITS)
                        .and(col("price_basis").isin(Series.CURRENT, Series.CONSTANT))
                        .and(col("measure").isin(measures.toArray())))
                .select(columns(COLUMNS));
    }

    /** All of an area in one partition, one area after the other. */
    static Dataset<Row> byArea(Dataset<Row> years) {
        return together(years, AREA);
    }

    /** All rows of a key in one partition, one key after the other. */
    static Dataset<Row> together(Dataset<Row> rows, String... key) {
        return rows.repartition(columns(key)).sortWithinPartitions(columns(key));
    }

    private static Column[] columns(String... names) {
        return Stream.of(names).map(functions::col).toArray(Column[]::new);
    }
}
