package org.millwright.index;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millwright.contract.Composite;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problems;
import org.millwright.yaml.NearestName;

/**
 * A table of units x indicators from anywhere, one row per unit and period, as a panel.
 *
 * <p>An empty cell, {@code NA} and {@code NaN} are missing. Any other text in a column of numbers stops the work, as does a
 * unit that stands twice in a period.
 */
public final class UnitTable {
    private final Composite composite;
    private final Layout layout;
    private final Dataset<Row> table;

    public UnitTable(Composite composite, Dataset<Row> table) {
        this.composite = composite;
        this.layout = new Layout(composite);
        this.table = table;
    }

    /** Every column that the definition names and the table lacks, at once. */
    public void requireColumns(String file, Problems problems) {
        Set<String> needed = new LinkedHashSet<>(List.of(composite.columns().unit()));
        needed.add(composite.columns().period());
        needed.addAll(layout.columns());
        needed.addAll(layout.labels());
        needed.remove("");
        List<String> known = Arrays.asList(table.columns());
        needed.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.add(
                        ErrorCode.COLUMN_MISSING,
                        file,
                        "there is no column '" + name + "', which the definition names",
                        NearestName.suggestion(name, known)));
    }

    public Dataset<Row> panel() {
        List<Column> values = numbers().stream().map(NumberColumn::value).toList();
        List<Column> labels = layout.labels().stream()
                .map(name -> NumberColumn.named(name).cast("string"))
                .toList();
        return table.select(
                lit(composite.id()).as("dataset"),
                required(period(), "period"),
                lit("").as("peers"),
                required(unit(), "unit"),
                lit(true).as("compared"),
                array(values.toArray(Column[]::new)).as("values"),
                lit(null).cast("array<int>").as("reasons"),
                array(labels.toArray(Column[]::new)).cast("array<string>").as("labels"),
                lit(null).cast("array<double>").as("carried"));
    }

    /** What made the panel or the scores fail, so far as the table is to blame. */
    public void findProblems(String file, Problems problems) {
        new UnitTableCheck(this, file, problems).run();
    }

    Layout layout() {
        return layout;
    }

    Dataset<Row> table() {
        return table;
    }

    Column unit() {
        return NumberColumn.named(composite.columns().unit()).cast("string");
    }

    Column period() {
        String name = composite.columns().period();
        return name.isEmpty() ? lit("") : NumberColumn.named(name).cast("string");
    }

    List<NumberColumn> numbers() {
        return layout.columns().stream()
                .map(name -> NumberColumn.of(name, table.schema()))
                .toList();
    }

    private static Column required(Column key, String name) {
        return coalesce(key, raise_error(lit("a row has no " + name)).cast("string"))
                .as(name);
    }
}
