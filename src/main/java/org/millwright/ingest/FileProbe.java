package org.millwright.ingest;

import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.millwright.contract.Format;
import org.millwright.contract.SourceContract;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problems;
import org.millwright.model.InputFile;

/** Looks at the head of a file, to say before a run whether it fits its contract. */
public final class FileProbe {
    private static final int RECORDS = 50;

    private FileProbe() {}

    public static void check(InputFile file, SourceContract contract, Problems problems) {
        if (contract.format() instanceof Format.Parquet) {
            String problem = ParquetFooter.problem(file, contract.fields(), new Configuration());
            if (!problem.isEmpty()) {
                report(file, 0, problem, problems);
            }
            return;
        }
        FileRecords records = new FileRecords(Path.of(file.path()), TableShape.of(contract));
        for (int i = 0; i < RECORDS && records.hasNext(); i++) {
            RawRecord record = records.next();
            if (record.problem() != null) {
                report(file, record.row(), record.problem(), problems);
            }
        }
    }

    private static void report(InputFile file, long row, String problem, Problems problems) {
        String where = row > 0 ? file.path() + ":" + row : file.path();
        problems.add(
                ErrorCode.FILE_UNREADABLE,
                where,
                problem,
                "Get the file again, or correct the contract " + file.source());
    }
}
