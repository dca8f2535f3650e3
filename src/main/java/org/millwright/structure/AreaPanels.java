package org.millwright.structure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;

import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Rows of {@code industry_measures} as panels, one for each area of a dataset, one in memory at a time. */
final class AreaPanels implements Iterator<AreaPanel> {
    private static final int YEAR_DIGITS = 4;
    private static final Column[] COLUMNS = Stream.of(
                    "dataset", "area", "industry", "period", "measure", "price_basis", "unit", "value", "obs_status")
            .map(functions::col)
            .toArray(Column[]::new);

    private final Divisions divisions;
    private final Iterator<Row> rows;
    private Row next;

    /** @param rows sorted by dataset and area */
    AreaPanels(Divisions divisions, Iterator<Row> rows) {
        this.divisions = divisions;
        this.rows = rows;
        advance();
    }

    /** The years of some measures, in the columns that a panel is made of; growth rates are no figures to divide. */
    static Dataset<Row> years(Dataset<Row> industryMeasures, Collection<String> measures) {
        return industryMeasures
                .filter(length(col("period"))
                        .equalTo(YEAR_DIGITS)
                        .and(col("price_basis").isin(Series.CURRENT, Series.CONSTANT))
                        .and(col("measure").isin(measures.toArray())))
                .select(COLUMNS);
    }

    /** All of an area in one partition, one area after the other. */
    static Dataset<Row> byArea(Dataset<Row> years) {
        Column[] area = {col("dataset"), col("area")};
        return years.repartition(area).sortWithinPartitions(area);
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public AreaPanel next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        String dataset = next.getAs("dataset");
        String area = next.getAs("area");
        AreaPanel panel = new AreaPanel(divisions, dataset, area);
        while (next != null && dataset.equals(next.getAs("dataset")) && area.equals(next.getAs("area"))) {
            panel.add(next);
            advance();
        }
        return panel;
    }

    private void advance() {
        next = rows.hasNext() ? rows.next() : null;
    }
}
