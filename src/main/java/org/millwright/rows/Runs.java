package org.millwright.rows;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Row;

/**
 * Rows of a task, those of each key made into one thing, of which one is in memory at a time. The rows of a key must stand together,
 * as they do where they are sorted by it.
 *
 * @param <T> what the rows of a key are made into
 */
public final class Runs<T> implements Iterator<T> {
    private final Iterator<Row> rows;
    private final BiPredicate<Row, Row> sameKey;
    private final Function<Row, T> begin;
    private final BiConsumer<T, Row> add;
    private Row next;

    /**
     * @param sameKey whether a row belongs to the run that another one begins
     * @param begin makes of the first row of a key what all of its rows, itself too, are then added to
     */
    public Runs(Iterator<Row> rows, BiPredicate<Row, Row> sameKey, Function<Row, T> begin, BiConsumer<T, Row> add) {
        this.rows = rows;
        this.sameKey = sameKey;
        this.begin = begin;
        this.add = add;
        advance();
    }

    /** The rows of each key as a list. */
    public static Stream<List<Row>> of(Iterator<Row> rows, BiPredicate<Row, Row> sameKey) {
        return new Runs<List<Row>>(rows, sameKey, first -> new ArrayList<>(), List::add).stream();
    }

    /** Two rows have the same key if they agree in these columns. */
    public static BiPredicate<Row, Row> by(String... columns) {
        return new BiPredicate<>() {
            private int[] places;

            @Override
            public boolean test(Row one, Row other) {
                if (places == null) {
                    places = Stream.of(columns).mapToInt(one::fieldIndex).toArray();
                }
                return IntStream.of(places).allMatch(place -> Objects.equals(one.get(place), other.get(place)));
            }
        };
    }

    public Stream<T> stream() {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, Spliterator.ORDERED), false);
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
        T made = begin.apply(first);
        do {
            add.accept(made, next);
            advance();
        } while (next != null && sameKey.test(first, next));
        return made;
    }

    private void advance() {
        next = rows.hasNext() ? rows.next() : null;
    }
}
