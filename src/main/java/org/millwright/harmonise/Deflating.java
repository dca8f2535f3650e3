package org.millwright.harmonise;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.millwright.contract.Deflation;

/**
 * Sorted figures of activities to their figures at constant prices; memory holds one activity of one area.
 *
 * @param bySource what each source deflates
 */
record Deflating(Map<String, List<Deflation>> bySource, int baseYear, StructType schema)
        implements MapPartitionsFunction<Row, Row> {

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return new Iterator<>() {
            private Row ahead = rows.hasNext() ? rows.next() : null;
            private Iterator<Row> derived = List.<Row>of().iterator();

            @Override
            public boolean hasNext() {
                while (!derived.hasNext() && ahead != null) {
                    derived = figures().iterator();
                }
                return derived.hasNext();
            }

            @Override
            public Row next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return derived.next();
            }

            /** What follows from the rows of the next activity. */
            private List<Row> figures() {
                List<Object> activity = activity(ahead);
                List<Row> figures = new ArrayList<>();
                while (ahead != null && activity(ahead).equals(activity)) {
                    figures.add(ahead);
                    ahead = rows.hasNext() ? rows.next() : null;
                }
                return new ActivityPrices(figures, schema, baseYear).real(bySource);
            }
        };
    }

    private List<Object> activity(Row row) {
        return List.of(
                row.getString(schema.fieldIndex("dataset")),
                row.getString(schema.fieldIndex("area")),
                row.getString(schema.fieldIndex("activity")));
    }
}
