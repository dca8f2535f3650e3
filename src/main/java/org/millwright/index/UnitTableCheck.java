package org.millwright.index;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problems;
import org.millwright.model.Periods;
import org.millwright.stat.aggregation.Copeland;

/**
 * Finds the rows of a table that made the work fail. It passes over the whole table, which is why it looks only then: scoring
 * itself stops at the first wrong cell, and does not say where it stands.
 */
final class UnitTableCheck {
    private static final int SHOWN = 20;

    private final UnitTable table;
    private final String file;
    private final Problems problems;

    UnitTableCheck(UnitTable table, String file, Problems problems) {
        this.table = table;
        this.file = file;
        this.problems = problems;
    }

    void run() {
        cells();
        keys();
        unitsTwice();
        if (AlongTime.isAskedBy(table.layout())) {
            periods();
        }
        table.layout()
                .inner()
                .map(node -> node.aggregation())
                .filter(Copeland.class::isInstance)
                .mapToInt(method -> ((Copeland) method).maximumUnits())
                .min()
                .ifPresent(this::tooManyUnits);
    }

    private void cells() {
        Column wrong = array_compact(
                array(table.numbers().stream().map(NumberColumn::complaint).toArray(Column[]::new)));
        report(
                rows(wrong.as("wrong")).filter(size(col("wrong")).gt(0)),
                row -> name(row) + ": " + String.join(", ", row.<String>getList(2)),
                "Write a number, or leave the cell empty or NA");
    }

    private void keys() {
        report(
                rows().filter(col("unit").isNull().or(col("period").isNull())),
                row -> "a row of unit " + row.get(0) + " and period " + row.get(1) + " lacks one of the two",
                "Fill it in, or remove the row");
    }

    private void unitsTwice() {
        report(
                rows().groupBy("unit", "period")
                        .agg(count(lit(1)).as("rows"))
                        .filter(col("rows").gt(1)),
                row -> name(row) + " stands " + row.get(2) + " times",
                "Keep one row for each unit and period");
    }

    private void periods() {
        report(
                rows().select(col("period"))
                        .distinct()
                        .filter(col("period").rlike(Periods.SHAPE).equalTo(false)),
                row -> "'" + row.get(0) + "' is no period, which imputation along time needs",
                "Write 2015, 2015-Q3 or 2015-07");
    }

    private void tooManyUnits(int maximum) {
        report(
                rows().groupBy("period")
                        .agg(count(lit(1)).as("rows"))
                        .filter(col("rows").gt(maximum)),
                row -> row.get(1) + " units of period '" + row.get(0) + "' are too many to be compared pair by pair,"
                        + " which takes time with the square of their number: maximum-units of copeland is " + maximum,
                "Raise it, split the units into groups, or choose another aggregation");
    }

    private Dataset<Row> rows(Column... more) {
        return table.table()
                .select(Stream.concat(
                                Stream.of(
                                        table.unit().as("unit"), table.period().as("period")),
                                Stream.of(more))
                        .toArray(Column[]::new));
    }

    private static String name(Row row) {
        String period = row.isNullAt(1) || row.getString(1).isEmpty() ? "" : " " + row.getString(1);
        return "unit " + row.get(0) + period;
    }

    private void report(Dataset<Row> rows, Function<Row, String> what, String remedy) {
        List<Row> found = rows.limit(SHOWN).collectAsList();
        found.forEach(row -> problems.add(ErrorCode.FILE_UNREADABLE, file, what.apply(row), remedy));
    }
}
