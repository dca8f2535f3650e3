package org.millwright.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The least that any nightly job on this platform does: a cold JVM opens the session and writes one small Delta table.
 *
 * <p>Argument: the folder of the table. The benchmarks divide by the time that this takes.
 */
public final class Floor {
    private Floor() {}

    public static void main(String[] arguments) throws IOException {
        try (SparkSession session = Sessions.open()) {
            String folder = Path.of(arguments[0]).toAbsolutePath().toString();
            session.range(1000)
                    .toDF("id")
                    .write()
                    .format("delta")
                    .mode("overwrite")
                    .save(folder);
        }
    }
}
