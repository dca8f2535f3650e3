package org.millwright.structure;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/**
 * Sorted rows, those of each key made into one thing, of which one is in memory at a time.
 *
 * @param <T> what the rows of a key are made into
 */
final class Consecutive<T> implements Iterator<T> {
    private final Iterator<Row> rows;
    private final String[] key;
    private final Function<Row, T> empty;
    private final BiConsumer<T, Row> add;
    private Row next;

    /**
     * @param rows sorted by the key
     * @param key names of columns
     * @param empty makes of the first row of a key what all of its rows are then added to
     */
    Consecutive(Iterator<Row> rows, String[] key, Function<Row, T> empty, BiConsumer<T, Row> add) {
        this.rows = rows;
        this.key = key;
        this.empty = empty;
        this.add = add;
        advance();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public T next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        Row first = next;
        int[] columns = IntStream.range(0, key.length)
                .map(column -> first.fieldIndex(key[column]))
                .toArray();
        T made = empty.apply(first);
        while (next != null && areEqual(first, next, columns)) {
            add.accept(made, next);
            advance();
        }
        return made;
    }

    private static boolean areEqual(Row one, Row other, int[] columns) {
        for (int column : columns) {
            if (!one.get(column).equals(other.get(column))) {
                return false;
            }
        }
        return true;
    }

    private void advance() {
        next = rows.hasNext() ? rows.next() : null;
    }
}
