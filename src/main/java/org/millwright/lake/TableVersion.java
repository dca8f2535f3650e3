package org.millwright.lake;

import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * One version of a Delta table: its number, schema and live data files. It is read from the table's log by Delta Kernel,
 * which needs no Spark job for it.
 *
 * @param files the data files, in the order of their paths; none for a table without rows
 */
public record TableVersion(long number, StructType schema, List<DataFile> files) {

    /** A Parquet file with rows of the version, and its size in bytes. */
    public record DataFile(Path path, long size) {}

    /** The folder of a table's log. */
    static final String LOG = "_delta_log";

    /** Read once: to make one is to read Hadoop's own files of settings. */
    private static final Configuration HADOOP = new Configuration();

    /** The newest version of the table in a folder; empty if there is none, also where a killed run had begun one. */
    static Optional<TableVersion> newest(Path table) {
        if (!Files.isDirectory(table.resolve(LOG))) {
            return Optional.empty();
        }
        Engine engine = DefaultEngine.create(HADOOP);
        try {
            return Optional.of(of(table, snapshot(table, engine), engine));
        } catch (TableNotFoundException noVersion) {
            return Optional.empty();
        } catch (IOException failed) {
            throw Lake.storageFailed(table, failed);
        }
    }

    /** The highest number of a transaction that an application has done on the table in a folder; -1 before the first. */
    static long lastTransaction(Path table, String application) {
        Engine engine = DefaultEngine.create(HADOOP);
        return snapshot(table, engine)
                .getLatestTransactionVersion(engine, application)
                .orElse(-1L);
    }

    private static Snapshot snapshot(Path table, Engine engine) {
        return TableManager.loadSnapshot(table.toString()).build(engine);
    }

    /** Whether a version of the table in a folder has been written. */
    static boolean exists(Path table, long number) {
        return Files.exists(table.resolve(LOG).resolve(String.format(Locale.ROOT, "%020d.json", number)));
    }

    private static TableVersion of(Path table, Snapshot snapshot, Engine engine) throws IOException {
        StructType schema =
                (StructType) DataType.fromJson(snapshot.getMetadata().getSchemaString());
        List<DataFile> files = new ArrayList<>();
        try (CloseableIterator<FilteredColumnarBatch> batches =
                snapshot.getScanBuilder().build().getScanFiles(engine)) {
            while (batches.hasNext()) {
                addFiles(batches.next(), table, files);
            }
        }
        files.sort(Comparator.comparing(DataFile::path));
        return new TableVersion(snapshot.getVersion(), schema, List.copyOf(files));
    }

    private static void addFiles(FilteredColumnarBatch batch, Path table, List<DataFile> files) throws IOException {
        try (CloseableIterator<Row> rows = batch.getRows()) {
            while (rows.hasNext()) {
                FileStatus file = InternalScanFileUtils.getAddFileStatus(rows.next());
                // The address of a local file is not that of Java's own local files, its path is.
                String path =
                        new org.apache.hadoop.fs.Path(file.getPath()).toUri().getPath();
                files.add(new DataFile(table.getFileSystem().getPath(path), file.getSize()));
            }
        }
    }
}
