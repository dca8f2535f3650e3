package org.millwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The nightly run on a real cluster that loses an executor: its figures are those of the embedded engine, to the last bit. */
class StandaloneClusterTest {
    private static final String COMPUTING = "  3/5 ";

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void figuresAreThoseOfTheEmbeddedEngineThoughAnExecutorIsKilled() throws Exception {
        Path landing = folder.resolve("landing");
        assertThat(Typed.line("demo", "--size", "small", "--output", landing.toString())
                        .exitCode())
                .isZero();
        assertThat(Typed.line(run("embedded")).exitCode()).isZero();
        try (StandaloneCluster cluster = new StandaloneCluster(folder)) {
            runOn(cluster);
        }
        assertThat(SameFigures.assertSame(release("embedded"), release("cluster")))
                .isGreaterThan(20);
    }

    private String[] run(String lake) {
        return new String[] {
            "run",
            "--landing",
            folder.resolve("landing").toString(),
            "--lake",
            folder.resolve(lake).toString()
        };
    }

    private void runOn(StandaloneCluster cluster) throws Exception {
        String[] command = Stream.concat(Stream.of(Millwright.class.getName()), Stream.of(run("cluster")))
                .toArray(String[]::new);
        Path log = folder.resolve("driver.log");
        Process driver = cluster.start(log, cluster.driverOptions(), command);
        try {
            kill(cluster, driver, log);
            assertThat(driver.waitFor()).as(Files.readString(log)).isZero();
        } finally {
            driver.destroyForcibly();
        }
    }

    /** Kills one of the executors while the tables are computed. */
    private static void kill(StandaloneCluster cluster, Process driver, Path log) throws Exception {
        while (driver.isAlive() && !Files.readString(log).contains(COMPUTING)) {
            Thread.sleep(100);
        }
        List<ProcessHandle> executors = cluster.executors();
        assertThat(executors).hasSize(2);
        executors.get(0).destroyForcibly();
        executors.get(0).onExit().get();
        assertThat(driver.isAlive()).as(Files.readString(log)).isTrue();
    }

    private Path release(String lake) throws IOException {
        Path releases = folder.resolve(lake).resolve("releases");
        return releases.resolve(Files.readString(releases.resolve("CURRENT")).strip());
    }
}
