package org.millwright.index;

import static org.apache.spark.sql.functions.col;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The rows of a panel as cross-sections: complete periods, or any rows of a dataset where units are not compared. */
final class Sections {
    /** How many rows are taken together where a period need not be complete. */
    static final int PART = 8_192;

    private static final Column[] PERIOD = {col("dataset"), col("period")};

    private final Map<String, Layout> layouts;
    private final Iterator<Row> rows;
    private final boolean complete;
    private Row next;

    Sections(Map<String, Layout> layouts, Iterator<Row> rows, boolean complete) {
        this.layouts = layouts;
        this.rows = rows;
        this.complete = complete;
        this.next = rows.hasNext() ? rows.next() : null;
    }

    /** The panel in the order that {@link Sections} needs: for complete periods all of a period in one partition. */
    static Dataset<Row> of(Dataset<Row> panel, boolean complete) {
        return complete ? panel.repartition(PERIOD).sortWithinPartitions(PERIOD) : panel;
    }

    /** Rows made of each section, one section in memory at a time. */
    Iterator<Row> flatMap(BiFunction<String, CrossSection, Iterator<Row>> rowsOf) {
        return new Iterator<>() {
            private Iterator<Row> current = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!current.hasNext() && Sections.this.next != null) {
                    current = rowsOf.apply(SectionBuilder.dataset(Sections.this.next), section());
                }
                return current.hasNext();
            }

            @Override
            public Row next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return current.next();
            }
        };
    }

    private CrossSection section() {
        String dataset = SectionBuilder.dataset(next);
        String period = SectionBuilder.period(next);
        SectionBuilder builder = new SectionBuilder(layouts.get(dataset), period);
        while (next != null
                && dataset.equals(SectionBuilder.dataset(next))
                && (complete ? period.equals(SectionBuilder.period(next)) : builder.size() < PART)) {
            builder.add(next);
            next = rows.hasNext() ? rows.next() : null;
        }
        return builder.build();
    }
}
