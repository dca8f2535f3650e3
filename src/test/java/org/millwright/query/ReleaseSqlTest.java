package org.millwright.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.error.MillwrightException;

/** A query sees the tables of its release, and changes nothing. */
class ReleaseSqlTest {
    @TempDir
    private Path folder;

    private Path release;

    @BeforeEach
    void publish() throws IOException, SQLException {
        release = Files.createDirectories(folder.resolve("lake [1]/it's * {here}"));
        table("runs.parquet", "SELECT 1 AS run, '制造业' AS label");
        table("plan\"; DROP VIEW runs; --.parquet", "SELECT 2 AS run");
        Files.writeString(folder.resolve("secret.csv"), "a\nconfidential\n");
    }

    private void table(String name, String select) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            String file = release.resolve(name).toString().replace("'", "''");
            statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet)");
        }
    }

    private List<List<Object>> ask(String sql) {
        try (ReleaseSql opened = new ReleaseSql(release)) {
            return opened.ask(sql).rows();
        }
    }

    private MillwrightException refused(String sql) {
        return catchThrowableOfType(MillwrightException.class, () -> ask(sql));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }

    @Test
    void everyTableIsAViewWhateverTheFoldersAndFilesAreCalled() {
        assertThat(ask("SELECT run, label FROM runs")).containsExactly(List.of(1, "制造业"));
        assertThat(ask("SELECT run FROM \"plan\"\"; DROP VIEW runs; --\"")).containsExactly(List.of(2));
        try (ReleaseSql opened = new ReleaseSql(release)) {
            assertThat(opened.tables().columns()).containsExactly("table", "rows", "columns");
            assertThat(opened.tables().rows())
                    .containsExactly(
                            List.of("plan\"; DROP VIEW runs; --", 1L, "run"), List.of("runs", 1L, "run, label"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('%s/secret.csv')",
                "SELECT * FROM '%s/secret.csv'",
                "SELECT * FROM read_text('%s/secret.csv')",
                "SELECT * FROM glob('%s/*')",
                "SELECT * FROM read_text('/etc/passwd')",
                "ATTACH '%s/other.db'",
                "INSTALL httpfs",
                "SET enable_external_access = true",
                "SELECT getenv('HOME')"
            })
    void nothingElseOfTheMachineIsSeen(String sql) {
        MillwrightException refused = refused(sql.formatted(folder));
        assertThat(refused.exitCode()).isEqualTo(64);
        assertThat(refused.getMessage()).doesNotContain("confidential").contains("The tables are plan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY (SELECT 1) TO '%2$s/runs.parquet'",
                "COPY (SELECT 1) TO '%2$s/new.parquet' (FORMAT parquet)",
                "COPY (SELECT 1) TO '%1$s/new.csv'",
                "EXPORT DATABASE '%2$s/out'",
                "ATTACH '%2$s/new.db'",
                "CREATE TABLE x AS SELECT 1",
                "DROP VIEW runs",
                "SELECT 1; COPY (SELECT 1) TO '%2$s/new.csv'",
                "COPY (SELECT 1) TO '%2$s/new.csv'; SELECT 1",
                "FROM runs; DROP VIEW runs",
                "PIVOT runs ON run USING count(*); COPY (SELECT 1) TO '%2$s/new.csv'",
                "EXPLAIN ANALYZE COPY (SELECT 1) TO '%2$s/new.csv'"
            })
    void nothingIsWritten(String sql) throws IOException {
        List<Path> before = files();
        byte[] runs = Files.readAllBytes(release.resolve("runs.parquet"));
        MillwrightException refused =
                refused(sql.formatted(folder, release.toString().replace("'", "''")));
        assertThat(refused.exitCode()).isEqualTo(64);
        assertThat(files()).isEqualTo(before);
        assertThat(release.resolve("runs.parquet")).hasBinaryContent(runs);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM runs",
                "WITH r AS (SELECT * FROM runs) SELECT count(*) FROM r;",
                "-- a comment; with a semicolon\nSELECT 'a;b'",
                "VALUES (1)",
                "DESCRIBE runs",
                "SUMMARIZE runs",
                "SHOW TABLES",
                "PIVOT runs ON run USING count(*)"
            })
    void everyWayOfReadingIsAnswered(String sql) {
        assertThat(ask(sql)).isNotEmpty();
    }

    @Test
    void mistakeInAQueryIsTheUsersAndNamesTheTables() {
        MillwrightException refused = refused("SELECT vlaue FROM runs");
        assertThat(refused.exitCode()).isEqualTo(64);
        assertThat(refused.getMessage()).contains("vlaue", "The tables are plan\"; DROP VIEW runs; --, runs");
    }

    @Test
    void releaseThatIsNotThereIsTheStorages() {
        MillwrightException gone =
                catchThrowableOfType(MillwrightException.class, () -> new ReleaseSql(folder.resolve("gone")).close());
        assertThat(gone.exitCode()).isEqualTo(75);
        assertThat(gone.getMessage()).startsWith(folder.resolve("gone") + ": the release cannot be opened");
    }

    @Test
    void damagedTableIsTheStorages() throws IOException {
        Files.writeString(release.resolve("runs.parquet"), "nothing like Parquet");
        MillwrightException damaged =
                catchThrowableOfType(MillwrightException.class, () -> new ReleaseSql(release).close());
        assertThat(damaged.exitCode()).isEqualTo(75);
        assertThat(damaged.getMessage()).contains("runs.parquet");
    }
}
