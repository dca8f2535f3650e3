package org.millwright.lake;

import static org.apache.spark.sql.functions.col;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.millwright.contract.TableContract;

/**
 * The Delta tables of a lake. Every write conforms to the table's contract: its columns, in its order, with its types and
 * comments. A column that is missing is a defect and is never filled with nulls; one that the contract does not name is
 * left behind.
 */
public final class DeltaTables {
    private static final String LOG_RETENTION = "interval 36500 days";

    private final SparkSession session;
    private final Lake lake;

    public DeltaTables(SparkSession session, Lake lake) {
        this.session = session;
        this.lake = lake;
    }

    /** The rows of the newest version of a table; none before its first. Only live data files are opened. */
    public Dataset<Row> read(TableContract contract) {
        List<Path> files = newest(contract).map(TableVersion::files).orElse(List.of());
        String[] paths = files.stream().map(Path::toString).toArray(String[]::new);
        return paths.length == 0
                ? session.createDataFrame(List.of(), contract.schema())
                : session.read().schema(contract.schema()).parquet(paths);
    }

    /** The newest version of a table; empty before its first. */
    public Optional<TableVersion> newest(TableContract contract) {
        return TableVersion.newest(lake.table(contract.name()));
    }

    public void append(TableContract contract, Dataset<Row> rows) {
        save(contract, writer(contract, rows, "append"));
    }

    /** Writes a new version of the whole table; a changed contract changes the schema with it. */
    public void replace(TableContract contract, Dataset<Row> rows) {
        Optional<TableVersion> before = newest(contract);
        if (before.isEmpty()) {
            append(contract, rows);
            return;
        }
        boolean changed = !describe(before.get().schema()).equals(describe(contract.schema()));
        save(contract, writer(contract, rows, "overwrite").option("overwriteSchema", changed));
    }

    /** Writes rows that all meet a condition, in place of those in the table that do. */
    public void replaceWhere(TableContract contract, Dataset<Row> rows, String condition) {
        if (newest(contract).isEmpty()) {
            append(contract, rows);
            return;
        }
        save(contract, writer(contract, rows, "overwrite").option("replaceWhere", condition));
    }

    private void save(TableContract contract, DataFrameWriter<Row> writer) {
        writer.save(lake.table(contract.name()).toString());
    }

    private static DataFrameWriter<Row> writer(TableContract contract, Dataset<Row> rows, String mode) {
        refuseMissingColumns(contract, rows);
        Column[] columns = Arrays.stream(contract.schema().fields())
                .map(field -> col(field.name()).cast(field.dataType()).as(field.name(), field.metadata()))
                .toArray(Column[]::new);
        return rows.select(columns)
                .write()
                .format("delta")
                // Else Delta forgets the versions behind older releases; what is kept is for the setting 'keep' to say.
                .option("delta.logRetentionDuration", LOG_RETENTION)
                .mode(mode);
    }

    private static void refuseMissingColumns(TableContract contract, Dataset<Row> rows) {
        Set<String> missing = new TreeSet<>(List.of(contract.schema().fieldNames()));
        missing.removeAll(List.of(rows.columns()));
        if (!missing.isEmpty()) {
            throw new IllegalStateException("the rows for " + contract.name() + " lack the columns " + missing);
        }
    }

    private static List<String> describe(StructType schema) {
        return Arrays.stream(schema.fields()).map(DeltaTables::describe).toList();
    }

    private static String describe(StructField field) {
        return field.name() + " " + field.dataType().sql() + " "
                + field.getComment().getOrElse(() -> "");
    }
}
