package org.millwright.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * Rejects figures that stand more than once under the same key and vintage, in rows sorted by key.
 *
 * <p>Where all copies agree the first is kept and the others are rejected as {@code duplicate-key}. Where they differ
 * nobody can say which is right: all are rejected as {@code conflicting-figures}.
 */
final class Duplicates implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;
    private static final int[] KEY = {
        Cells.SOURCE,
        Cells.AREA,
        Cells.ACTIVITY,
        Cells.MEASURE,
        Cells.PRICE_BASIS,
        Cells.PERIOD,
        Cells.BREAKDOWN,
        Cells.VINTAGE
    };

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return new Runs(rows, Duplicates::sameKey, Duplicates::judge);
    }

    private static boolean sameKey(Row a, Row b) {
        if (!a.isNullAt(Cells.RULE) || !b.isNullAt(Cells.RULE)) {
            return false;
        }
        for (int column : KEY) {
            if (!Objects.equals(a.get(column), b.get(column))) {
                return false;
            }
        }
        return true;
    }

    private static List<Row> judge(List<Row> run) {
        if (run.size() == 1) {
            return run;
        }
        boolean agree = run.stream().map(Duplicates::figure).distinct().count() == 1;
        List<Row> judged = new ArrayList<>();
        for (Row row : run) {
            boolean kept = agree && judged.isEmpty();
            String rule = agree ? "duplicate-key" : "conflicting-figures";
            judged.add(
                    kept
                            ? row
                            : Cells.reject(
                                    row, rule, row.getString(Cells.MEASURE), String.valueOf(row.get(Cells.VALUE))));
        }
        return judged;
    }

    /** What two copies must have in common to be the same figure. */
    private static List<Object> figure(Row row) {
        return Arrays.asList(row.get(Cells.VALUE), row.get(Cells.OBS_STATUS));
    }

    /** Cuts sorted rows into runs of the same key, holding one run at a time. */
    private static final class Runs implements Iterator<Row> {
        private final Iterator<Row> rows;
        private final BiPredicate<Row, Row> same;
        private final Function<List<Row>, List<Row>> judge;
        private Iterator<Row> judged = List.<Row>of().iterator();
        private Row ahead;

        Runs(Iterator<Row> rows, BiPredicate<Row, Row> same, Function<List<Row>, List<Row>> judge) {
            this.rows = rows;
            this.same = same;
            this.judge = judge;
            this.ahead = rows.hasNext() ? rows.next() : null;
        }

        @Override
        public boolean hasNext() {
            return judged.hasNext() || ahead != null;
        }

        @Override
        public Row next() {
            if (!judged.hasNext()) {
                if (ahead == null) {
                    throw new NoSuchElementException();
                }
                judged = judge.apply(nextRun()).iterator();
            }
            return judged.next();
        }

        private List<Row> nextRun() {
            List<Row> run = new ArrayList<>();
            do {
                run.add(ahead);
                ahead = rows.hasNext() ? rows.next() : null;
            } while (ahead != null && same.test(run.get(0), ahead));
            return run;
        }
    }
}
