package org.millwright.lake;

import static org.apache.spark.sql.functions.col;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.millwright.contract.TableContract;

/**
 * The Delta tables of a lake. Every write conforms to the table's contract: its columns, in its order, with its types and
 * comments. A column that is missing is a defect and is never filled with nulls; one that the contract does not name is
 * left behind.
 */
public final class DeltaTables {
    private final SparkSession session;
    private final Lake lake;

    public DeltaTables(SparkSession session, Lake lake) {
        this.session = session;
        this.lake = lake;
    }

    /** One version of a table and the data files that make it up, in a fixed order. */
    public record Version(long number, List<Path> files) {}

    public Dataset<Row> read(String table) {
        return session.read().format("delta").load(path(table));
    }

    public void append(TableContract contract, Dataset<Row> rows) {
        writer(contract, rows, "append").save(path(contract.name()));
    }

    /** Writes a new version of the whole table; a changed contract changes the schema with it. */
    public void replace(TableContract contract, Dataset<Row> rows) {
        boolean changed = exists(contract.name()) && !sameColumns(read(contract.name()).schema(), contract.schema());
        writer(contract, rows, "overwrite").option("overwriteSchema", changed).save(path(contract.name()));
    }

    /** Writes rows that all meet a condition, in place of those in the table that do. */
    public void replaceWhere(TableContract contract, Dataset<Row> rows, String condition) {
        DataFrameWriter<Row> writer = writer(contract, rows, "overwrite");
        (exists(contract.name()) ? writer.option("replaceWhere", condition) : writer).save(path(contract.name()));
    }

    public Version version(String table) {
        Snapshot snapshot = DeltaLog.forTable(session, path(table)).unsafeVolatileSnapshot();
        List<Path> files = snapshot.allFiles().collectAsList().stream()
                .map(file -> file(table, file))
                .sorted(Comparator.comparing(Path::toString))
                .toList();
        return new Version(snapshot.version(), files);
    }

    private Path file(String table, AddFile file) {
        return lake.table(table).resolve(URI.create(file.path()).getPath());
    }

    private String path(String table) {
        return lake.table(table).toString();
    }

    private boolean exists(String table) {
        return DeltaLog.forTable(session, path(table)).tableExists();
    }

    private DataFrameWriter<Row> writer(TableContract contract, Dataset<Row> rows, String mode) {
        refuseMissingColumns(contract, rows);
        Column[] columns = Arrays.stream(contract.schema().fields())
                .map(field -> col(field.name()).cast(field.dataType()).as(field.name(), field.metadata()))
                .toArray(Column[]::new);
        return rows.select(columns).write().format("delta").mode(mode);
    }

    private static void refuseMissingColumns(TableContract contract, Dataset<Row> rows) {
        Set<String> missing = new TreeSet<>(List.of(contract.schema().fieldNames()));
        missing.removeAll(List.of(rows.columns()));
        if (!missing.isEmpty()) {
            throw new IllegalStateException("the rows for " + contract.name() + " lack the columns " + missing);
        }
    }

    private static boolean sameColumns(StructType one, StructType other) {
        return describe(one).equals(describe(other));
    }

    private static List<String> describe(StructType schema) {
        return Arrays.stream(schema.fields()).map(DeltaTables::describe).toList();
    }

    private static String describe(StructField field) {
        return field.name() + " " + field.dataType().sql() + " " + field.getComment().getOrElse(() -> "");
    }
}
