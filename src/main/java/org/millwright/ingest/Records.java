package org.millwright.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.millwright.contract.Format;
import org.millwright.contract.SourceContract;
import org.millwright.model.InputFile;

/**
 * The records of all input files, as text.
 *
 * <p>Output: one row per record, or per problem that kept records from being read: source, checksum, file, vintage,
 * sheet, row, fields (in the order of the contract's fields), problem. Files are read in parallel, each once.
 */
public final class Records {
    public static final StructType SCHEMA =
            StructType.fromDDL("source STRING, checksum STRING, file STRING, vintage STRING,"
                    + " sheet STRING, row BIGINT, fields ARRAY<STRING>, problem STRING");

    private final SparkSession session;

    public Records(SparkSession session) {
        this.session = session;
    }

    public Dataset<Row> read(List<SourceContract> contracts, List<InputFile> files) {
        Map<String, TableShape> shapes = new HashMap<>();
        contracts.forEach(contract -> shapes.put(contract.id(), TableShape.of(contract)));
        List<InputFile> parsed = new ArrayList<>();
        List<Dataset<Row>> columnar = new ArrayList<>();
        for (InputFile file : files) {
            TableShape shape = shapes.get(file.source());
            if (shape.format() instanceof Format.Parquet) {
                columnar.add(new ParquetRecords(session).read(file, shape.fields()));
            } else {
                parsed.add(file);
            }
        }
        Dataset<Row> records = parsed(parsed, new FileParser(shapes));
        for (Dataset<Row> more : columnar) {
            records = records.union(more);
        }
        return records;
    }

    private Dataset<Row> parsed(List<InputFile> files, FileParser parser) {
        if (files.isEmpty()) {
            return session.createDataFrame(List.of(), SCHEMA);
        }
        JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
        return session.createDataFrame(context.parallelize(files, files.size()).flatMap(parser), SCHEMA);
    }

    /** Reads one file in one task; a class of its own so that nothing else is carried to the executors. */
    private static final class FileParser implements FlatMapFunction<InputFile, Row> {
        private static final long serialVersionUID = 1L;
        private final HashMap<String, TableShape> shapes;

        FileParser(Map<String, TableShape> shapes) {
            this.shapes = new HashMap<>(shapes);
        }

        @Override
        public Iterator<Row> call(InputFile file) {
            FileRecords records = new FileRecords(Path.of(file.path()), shapes.get(file.source()));
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return records.hasNext();
                }

                @Override
                public Row next() {
                    RawRecord record = records.next();
                    return RowFactory.create(
                            file.source(),
                            file.sha256(),
                            file.name(),
                            file.vintage(),
                            record.sheet(),
                            record.row(),
                            record.fields(),
                            record.problem());
                }
            };
        }
    }
}
