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
import java.util.stream.Stream;

/** Two releases whose tables, but those that tell of the run itself, are the same to the last bit. */
final class SameFigures {
    private SameFigures() {}

    /** Compares, and returns how many tables there were. */
    static int assertSame(Path release, Path other) throws IOException, SQLException {
        List<String> tables = tables(release);
        assertThat(tables(other)).containsExactlyElementsOf(tables);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String table : tables) {
                assertThat(differences(statement, rows(release, table), rows(other, table)))
                        .as(table)
                        .isZero();
            }
        }
        return tables.size();
    }

    private static long differences(Statement statement, String a, String b) throws SQLException {
        try (ResultSet count = statement.executeQuery(
                "SELECT count(*) FROM ((" + a + " EXCEPT ALL " + b + ") UNION ALL (" + b + " EXCEPT ALL " + a + "))")) {
            count.next();
            return count.getLong(1);
        }
    }

    private static List<String> tables(Path release) throws IOException {
        try (Stream<Path> files = Files.list(release)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".parquet") && !name.matches("(runs|releases)\\.parquet"))
                    .sorted()
                    .toList();
        }
    }

    private static String rows(Path release, String table) {
        Path path = release.resolve(table);
        return "SELECT COLUMNS(name -> name <> 'run') FROM '" + path + (Files.isDirectory(path) ? "/*.parquet'" : "'");
    }
}
