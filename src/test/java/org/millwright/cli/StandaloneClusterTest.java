package org.millwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
        assertSame("embedded", "cluster");
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

    /** All tables but those that tell of the run itself. */
    private void assertSame(String one, String other) throws IOException, SQLException {
        List<String> tables = tables(one).toList();
        assertThat(tables).hasSizeGreaterThan(20);
        assertThat(tables(other)).containsExactlyElementsOf(tables);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String table : tables) {
                assertThat(differences(statement, table, one, other))
                        .as(table + " " + other)
                        .isZero();
            }
        }
    }

    private long differences(Statement statement, String table, String one, String other)
            throws IOException, SQLException {
        String a = rows(one, table);
        String b = rows(other, table);
        try (ResultSet count = statement.executeQuery(
                "SELECT count(*) FROM ((" + a + " EXCEPT ALL " + b + ") UNION ALL (" + b + " EXCEPT ALL " + a + "))")) {
            count.next();
            return count.getLong(1);
        }
    }

    private Stream<String> tables(String lake) throws IOException {
        try (Stream<Path> files = Files.list(release(lake))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".parquet") && !name.matches("(runs|releases)\\.parquet"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private String rows(String lake, String table) throws IOException {
        Path path = release(lake).resolve(table);
        return "SELECT COLUMNS(name -> name <> 'run') FROM '" + path + (Files.isDirectory(path) ? "/*.parquet'" : "'");
    }

    private Path release(String lake) throws IOException {
        Path releases = folder.resolve(lake).resolve("releases");
        return releases.resolve(Files.readString(releases.resolve("CURRENT")).strip());
    }
}
