package org.millwright.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.millwright.model.InputFile;

/** The records of one Parquet file, read by Spark in parallel; numbers become their shortest exact text. */
final class ParquetRecords {
    private final SparkSession session;

    ParquetRecords(SparkSession session) {
        this.session = session;
    }

    Dataset<Row> read(InputFile file, List<String> fields) {
        String problem =
                ParquetFooter.problem(file, fields, session.sparkContext().hadoopConfiguration());
        if (!problem.isEmpty()) {
            Row row =
                    RowFactory.create(file.source(), file.sha256(), file.name(), file.vintage(), "", 0L, null, problem);
            return session.createDataFrame(List.of(row), Records.SCHEMA);
        }
        Column[] texts = fields.stream()
                .map(field -> col("`" + field.replace("`", "``") + "`").cast("string"))
                .toArray(Column[]::new);
        return session.read()
                .parquet(literally(file.path()))
                .select(
                        lit(file.source()).as("source"),
                        lit(file.sha256()).as("checksum"),
                        lit(file.name()).as("file"),
                        lit(file.vintage()).as("vintage"),
                        lit("").as("sheet"),
                        col("_metadata.row_index").plus(1).as("row"),
                        array(texts).as("fields"),
                        lit(null).cast("string").as("problem"));
    }

    /** Spark takes a path for a pattern; a file may be named like one. */
    private static String literally(String path) {
        return path.replaceAll("([\\\\*?\\[\\]{}])", "\\\\$1");
    }
}
