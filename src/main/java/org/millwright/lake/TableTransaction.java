package org.millwright.lake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.FileAction;
import org.apache.spark.sql.delta.actions.SetTransaction;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The next version of a Delta table that has one already, and its columns.
 *
 * <p>The writer for data frames goes through the log of the table first, in two Spark jobs: to learn which files an overwrite takes
 * out, or which run wrote last. For a table of some thousand rows these take longer than to compute and to write it. Here both are
 * known, by {@link TableVersion}; to write the files and to commit them is Delta's part.
 */
final class TableTransaction {
    private static final String REMOVE = """
            {"remove": {"path": "%s", "deletionTimestamp": %d, "dataChange": true, "extendedFileMetadata": true,
              "partitionValues": {}, "size": %d}}
            """;

    private final OptimisticTransaction transaction;
    private final TableVersion before;
    private final long now = System.currentTimeMillis();

    /**
     * @param before the newest version, which no other than this follows, since the lake is locked
     * @throws IllegalStateException if another version has come in between
     */
    TableTransaction(SparkSession session, Path table, TableVersion before) {
        this.transaction = DeltaLog.forTable(session, table.toString()).startTransaction();
        this.before = before;
        if (transaction.readVersion() != before.number()) {
            throw new IllegalStateException(table + " is at version " + transaction.readVersion() + ", and not at "
                    + before.number() + " any more, although the lake is locked");
        }
    }

    /** Adds rows, and notes that an application has done its transaction of this number. */
    void append(Dataset<Row> rows, String application, long number) {
        SetTransaction done = new SetTransaction(application, number, Option.apply(now));
        commit(SaveMode.Append, Stream.concat(Stream.of(done), written(rows)));
    }

    /** Writes rows in place of all that there are. */
    void overwrite(Dataset<Row> rows) {
        transaction.readWholeTable();
        commit(
                SaveMode.Overwrite,
                Stream.concat(written(rows), before.files().stream().map(this::remove)));
    }

    private Stream<FileAction> written(Dataset<Row> rows) {
        return CollectionConverters.asJava(transaction.writeFiles(rows)).stream();
    }

    private Action remove(TableVersion.DataFile file) {
        return Action.fromJson(REMOVE.formatted(file.path().getFileName(), now, file.size()));
    }

    private void commit(SaveMode mode, Stream<? extends Action> actions) {
        List<Action> all = new ArrayList<>(actions.toList());
        transaction.commit(CollectionConverters.asScala(all).toSeq(), operation(mode));
    }

    private static DeltaOperations.Operation operation(SaveMode mode) {
        return new DeltaOperations.Write(
                mode,
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty(),
                Option.empty());
    }
}
