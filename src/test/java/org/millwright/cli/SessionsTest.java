package org.millwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.testing.LocalSession;

/** Hadoop without its native library starts {@code chmod} or {@code readlink} for every file, if it is let. */
class SessionsTest {
    @TempDir
    private Path folder;

    @Test
    void aTableIsWrittenWithoutStartingAProcessForEachFile() throws Exception {
        SparkSession session = LocalSession.shared();
        write(session, "first");
        assertThat(started(() ->
                        new ProcessBuilder("ls", folder.toString()).start().waitFor()))
                .hasSize(1);
        assertThat(started(() -> write(session, "second"))).isEmpty();
    }

    /** What Spark itself sets of MapReduce is no default of Hadoop's. */
    @Test
    void noTaskIsSentTheDefaultsOfACluster() {
        write(LocalSession.shared(), "third");
        Configuration hadoop = LocalSession.shared().sparkContext().hadoopConfiguration();
        assertThat(hadoop.get("yarn.resourcemanager.hostname")).isNull();
        assertThat(hadoop.get("mapreduce.job.reduces")).isNull();
        assertThat(hadoop.get("mapreduce.fileoutputcommitter.algorithm.version"))
                .isEqualTo("1");
        assertThat(hadoop.get("io.file.buffer.size")).isEqualTo("65536");
    }

    private void write(SparkSession session, String table) {
        for (int version = 0; version < 2; version++) {
            session.range(3)
                    .write()
                    .format("delta")
                    .mode("overwrite")
                    .save(folder.resolve(table).toString());
        }
    }

    /** What may fail. */
    private interface Step {
        void run() throws Exception;
    }

    /** The commands on our files that a step starts as processes, as the Java machine records them. */
    private List<String> started(Step step) throws Exception {
        Path file = folder.resolve("started.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ProcessStart").withoutStackTrace();
            recording.start();
            step.run();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .map((RecordedEvent event) -> event.getString("command"))
                .filter(command -> command.contains(folder.toString()))
                .toList();
    }
}
