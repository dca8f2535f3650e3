package org.millwright.lake;

import static org.apache.spark.sql.functions.col;

import io.delta.tables.DeltaTable;
import java.nio.file.Files;
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
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;

/**
 * The Delta tables of a lake. Every write conforms to the table's contract: its columns, in its order, with its types and
 * comments. A column that is missing is a defect and is never filled with nulls; one that the contract does not name is
 * left behind.
 */
public final class DeltaTables {
    private static final String WRITER = "millwright";
    private static final String LOG_RETENTION = "interval 36500 days";

    private final SparkSession session;
    private final Lake lake;
    private final String run;

    /** @param run id of the run that writes */
    public DeltaTables(SparkSession session, Lake lake, String run) {
        this.session = session;
        this.lake = lake;
        this.run = run;
    }

    /** The rows of the newest version of a table; none before its first. Only live data files are opened. */
    public Dataset<Row> read(TableContract contract) {
        List<TableVersion.DataFile> files =
                newest(contract).map(TableVersion::files).orElse(List.of());
        String[] paths = files.stream().map(file -> file.path().toString()).toArray(String[]::new);
        return paths.length == 0
                ? session.createDataFrame(List.of(), contract.schema())
                : session.read().schema(contract.schema()).parquet(paths);
    }

    /** The newest version of a table; empty before its first. */
    public Optional<TableVersion> newest(TableContract contract) {
        return TableVersion.newest(lake.table(contract.name()));
    }

    /** Adds rows, once in a run. */
    public void append(TableContract contract, Dataset<Row> rows) {
        Optional<TableVersion> before = newest(contract).filter(version -> hasColumnsOf(contract, version));
        if (before.isEmpty()) {
            saveOnce(contract, writer(contract, rows, "append"));
            return;
        }
        Path table = lake.table(contract.name());
        if (TableVersion.lastTransaction(table, WRITER) >= number()) {
            throw writtenAlready(contract);
        }
        new TableTransaction(session, table, before.get()).append(conforming(contract, rows), WRITER, number());
    }

    /** Writes a new version of the whole table; a changed contract changes the schema with it. */
    public void replace(TableContract contract, Dataset<Row> rows) {
        Optional<TableVersion> before = newest(contract);
        if (before.isEmpty()) {
            save(contract, writer(contract, rows, "append"));
        } else if (hasColumnsOf(contract, before.get())) {
            new TableTransaction(session, lake.table(contract.name()), before.get())
                    .overwrite(conforming(contract, rows));
        } else {
            save(contract, writer(contract, rows, "overwrite").option("overwriteSchema", true));
        }
    }

    /** Writes rows that all meet a condition, in place of those in the table that do, once in a run. */
    public void replaceWhere(TableContract contract, Dataset<Row> rows, String condition) {
        if (newest(contract).isEmpty()) {
            append(contract, rows);
            return;
        }
        saveOnce(contract, writer(contract, rows, "overwrite").option("replaceWhere", condition));
    }

    /** Whether the newest version of a table is the one that the last run left that ended by itself. */
    public boolean isAsLeft(TableContract contract, Ledger ledger) {
        Optional<Long> newest = newest(contract).map(TableVersion::number);
        return newest.isPresent() && newest.equals(ledger.version(contract.name()));
    }

    /**
     * Takes back what runs stored that did not end by themselves, so that nobody sees it twice.
     *
     * @param ledger what the last run that ended left
     * @return the names of the tables that were taken back; none if the ledger does not say what it left
     * @throws MillwrightException if a table is older than the ledger
     */
    public List<String> takeBack(Ledger ledger, List<TableContract> growing) {
        return ledger.versions() == null
                ? List.of()
                : growing.stream()
                        .filter(table -> takeBack(table, ledger.version(table.name())))
                        .map(TableContract::name)
                        .toList();
    }

    private boolean takeBack(TableContract contract, Optional<Long> known) {
        Path folder = lake.table(contract.name());
        Optional<Long> newest = newest(contract).map(TableVersion::number);
        if (known.isEmpty()) {
            boolean begun = Files.exists(folder);
            if (begun) {
                Lake.delete(folder);
            }
            return begun;
        }
        if (newest.isEmpty() || newest.get() < known.get()) {
            throw new MillwrightException(new Problem(
                    ErrorCode.NOT_A_LAKE,
                    folder.toString(),
                    "the table is older than ledger.json, which knows its version " + known.get(),
                    "Restore the whole lake from one copy"));
        }
        if (newest.equals(known)) {
            return false;
        }
        DeltaTable.forPath(session, folder.toString()).restoreToVersion(known.get());
        return true;
    }

    /** Delta refuses a second write of the same or an earlier run, without a word; here it is a defect. */
    private void saveOnce(TableContract contract, DataFrameWriter<Row> writer) {
        long next = newest(contract).map(TableVersion::number).orElse(-1L) + 1;
        save(contract, writer.option("txnAppId", WRITER).option("txnVersion", number()));
        if (!TableVersion.exists(lake.table(contract.name()), next)) {
            throw writtenAlready(contract);
        }
    }

    /** Runs as Delta numbers the transactions of an application: a later run has a higher number. */
    private long number() {
        return Long.parseLong(run.replaceAll("\\D", ""));
    }

    private IllegalStateException writtenAlready(TableContract contract) {
        return new IllegalStateException("the table " + contract.name() + " has been written by the run " + run
                + " or a later one already; nothing was added");
    }

    private void save(TableContract contract, DataFrameWriter<Row> writer) {
        writer.save(lake.table(contract.name()).toString());
    }

    private static DataFrameWriter<Row> writer(TableContract contract, Dataset<Row> rows, String mode) {
        return conforming(contract, rows)
                .write()
                .format("delta")
                // Else Delta forgets the versions behind older releases; what is kept is for the setting 'keep' to say.
                .option("delta.logRetentionDuration", LOG_RETENTION)
                .mode(mode);
    }

    private static Dataset<Row> conforming(TableContract contract, Dataset<Row> rows) {
        refuseMissingColumns(contract, rows);
        Column[] columns = Arrays.stream(contract.schema().fields())
                .map(field -> col(field.name()).cast(field.dataType()).as(field.name(), field.metadata()))
                .toArray(Column[]::new);
        return rows.select(columns);
    }

    private static void refuseMissingColumns(TableContract contract, Dataset<Row> rows) {
        Set<String> missing = new TreeSet<>(List.of(contract.schema().fieldNames()));
        missing.removeAll(List.of(rows.columns()));
        if (!missing.isEmpty()) {
            throw new IllegalStateException("the rows for " + contract.name() + " lack the columns " + missing);
        }
    }

    private static boolean hasColumnsOf(TableContract contract, TableVersion version) {
        return describe(version.schema()).equals(describe(contract.schema()));
    }

    private static List<String> describe(StructType schema) {
        return Arrays.stream(schema.fields()).map(DeltaTables::describe).toList();
    }

    private static String describe(StructField field) {
        return field.name() + " " + field.dataType().sql() + " "
                + field.getComment().getOrElse(() -> "");
    }
}
