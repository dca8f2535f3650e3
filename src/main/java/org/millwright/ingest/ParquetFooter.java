package org.millwright.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.millwright.model.InputFile;

/** The end of a Parquet file, which says whether the file is whole and which columns it has. */
final class ParquetFooter {
    private ParquetFooter() {}

    /** What keeps the fields from being read; empty if nothing does. */
    static String problem(InputFile file, List<String> fields, Configuration configuration) {
        try (ParquetFileReader reader =
                ParquetFileReader.open(HadoopInputFile.fromPath(new Path(file.path()), configuration))) {
            List<String> columns = new ArrayList<>();
            for (ColumnDescriptor column : reader.getFileMetaData().getSchema().getColumns()) {
                columns.add(column.getPath()[0]);
            }
            List<String> missing =
                    fields.stream().filter(field -> !columns.contains(field)).toList();
            if (!missing.isEmpty()) {
                return "the file lacks the columns " + String.join(", ", missing) + "; it holds "
                        + String.join(", ", columns);
            }
            return reader.getRecordCount() == 0 ? "there is no record in the file" : "";
        } catch (IOException | RuntimeException damaged) {
            return "this is not a whole Parquet file: " + damaged.getMessage();
        }
    }
}
