package org.millwright.harmonise;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.millwright.contract.Deflation;
import org.millwright.rows.Runs;

/**
 * Sorted figures of activities to their figures at constant prices; memory holds one activity of one area.
 *
 * @param bySource what each source deflates
 */
record Deflating(Map<String, List<Deflation>> bySource, int baseYear, StructType schema)
        implements MapPartitionsFunction<Row, Row> {

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return Runs.of(rows, Runs.by("dataset", "area", "activity"))
                .flatMap(figures -> new ActivityPrices(figures, schema, baseYear).real(bySource).stream())
                .iterator();
    }
}
