package org.millwright.pipeline;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The table that the command {@code index} reads: Parquet, or a CSV with a header, whose cells are all read as text. */
record UnitFile(Path path) {
    static final String PARQUET = ".parquet";

    private static final String GZIP = ".gz";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String SHUFFLE_PARTITIONS = "spark.sql.shuffle.partitions";
    private static final long PARTITION_BYTES = 32L << 20;
    private static final long MOST_PARTITIONS = 10_000;

    /**
     * The table, in a session of its own on the same engine.
     *
     * @throws IOException if the header cannot be read
     */
    Dataset<Row> read(SparkSession shared) throws IOException {
        SparkSession session = shared.newSession();
        Dataset<Row> table = path.toString().endsWith(PARQUET) || Files.isDirectory(path)
                ? session.read().parquet(path.toString())
                : csv(session);
        suit(
                session.conf(),
                table.queryExecution().optimizedPlan().stats().sizeInBytes().toLong());
        return table;
    }

    private Dataset<Row> csv(SparkSession session) throws IOException {
        return session.read()
                .schema(header())
                .option("header", true)
                .option("enforceSchema", false)
                .option("mode", "FAILFAST")
                // Else a row that is too short or too long would go unnoticed.
                .option("columnPruning", false)
                .option("escape", "\"")
                .csv(path.toString());
    }

    /** The columns, read here since Spark would start a job for it. */
    private StructType header() throws IOException {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setMaxColumns(100_000);
        settings.getFormat().setQuoteEscape('"');
        try (InputStream file = Files.newInputStream(path);
                InputStream bytes = path.toString().endsWith(GZIP) ? new GZIPInputStream(file) : file;
                BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            String line = Optional.ofNullable(lines.readLine()).orElseThrow(() -> new IOException("the file is empty"));
            StructType columns = new StructType();
            for (String cell : new CsvParser(settings).parseLine(line.replace(BYTE_ORDER_MARK, ""))) {
                String name = String.valueOf(cell);
                if (Arrays.asList(columns.fieldNames()).contains(name)) {
                    throw new IOException("the column '" + name + "' stands twice");
                }
                columns = columns.add(name, DataTypes.StringType);
            }
            return columns;
        }
    }

    /**
     * Suits the session to the size of the table. What a task sorts stays small beside its memory; and for a small table it
     * would take longer to compile a plan than to go through it as it is.
     */
    private static void suit(RuntimeConfig settings, long bytes) {
        int usual = Integer.parseInt(settings.get(SHUFFLE_PARTITIONS));
        settings.set(SHUFFLE_PARTITIONS, Math.max(usual, Math.min(bytes / PARTITION_BYTES, MOST_PARTITIONS)));
        boolean large = bytes >= PARTITION_BYTES;
        settings.set("spark.sql.codegen.wholeStage", large);
        settings.set("spark.sql.adaptive.enabled", large);
    }
}
