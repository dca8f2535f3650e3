package org.millwright.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.millwright.rows.Runs;

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
        return Runs.of(rows, Duplicates::sameKey)
                .flatMap(run -> judge(run).stream())
                .iterator();
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
}
