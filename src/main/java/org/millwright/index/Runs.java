package org.millwright.index;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/** Splits sorted rows into runs of one key. */
final class Runs implements Iterator<List<Row>> {
    private final Iterator<Row> rows;
    private final Function<Row, Object> key;
    private Row next;

    Runs(Iterator<Row> rows, Function<Row, Object> key) {
        this.rows = rows;
        this.key = key;
        this.next = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public List<Row> next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        Object current = key.apply(next);
        List<Row> run = new ArrayList<>();
        while (next != null && key.apply(next).equals(current)) {
            run.add(next);
            next = rows.hasNext() ? rows.next() : null;
        }
        return run;
    }
}
