package org.millwright.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;

/** SQL over the Parquet files of one release: one view for each table, nothing else, and nothing can be written. */
public final class ReleaseSql implements AutoCloseable {
    private static final String SUFFIX = ".parquet";
    /** What DuckDB calls a statement, or several, of which one is no SELECT. */
    private static final String NO_SELECT = "not implemented";
    /** The one statement that reads and that DuckDB counts among the others. */
    private static final Pattern PIVOT = Pattern.compile("(?is)\\s*PIVOT\\b[^;]*;?\\s*");

    private final Connection connection;
    private final List<String> views = new ArrayList<>();

    public ReleaseSql(Path release) {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = connection.createStatement();
                    Stream<Path> entries = Files.list(release)) {
                for (Path table : entries.sorted().toList()) {
                    addView(statement, table);
                }
                // From here on a query sees the release and nothing else of the machine.
                String folder = release.toAbsolutePath() + "/";
                statement.execute(
                        "SET allowed_directories = [" + literal(folder) + ", " + literal(exactly(folder)) + "]");
                statement.execute("SET enable_external_access = false");
                statement.execute("SET lock_configuration = true");
            }
        } catch (SQLException | IOException failed) {
            throw new MillwrightException(
                    new Problem(
                            ErrorCode.STORAGE_FAILED,
                            release.toString(),
                            "the release cannot be opened: " + failed.getMessage(),
                            "Check that the folder is there and can be read"),
                    failed);
        }
    }

    private void addView(Statement statement, Path table) throws SQLException {
        String name = table.getFileName().toString();
        if (name.endsWith(SUFFIX)) {
            String view = name.substring(0, name.length() - SUFFIX.length());
            String path = exactly(table.toAbsolutePath().toString());
            String files = Files.isDirectory(table) ? path + "/*" + SUFFIX : path;
            statement.execute(
                    "CREATE VIEW " + identifier(view) + " AS SELECT * FROM read_parquet(" + literal(files) + ")");
            views.add(view);
        }
    }

    /** The pattern that only this path matches: DuckDB takes every path for a pattern. */
    private static String exactly(String path) {
        return path.replaceAll("[\\[*?]", "[$0]");
    }

    private static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** The names of the views. */
    public List<String> views() {
        return List.copyOf(views);
    }

    /** The tables of the release with their rows and columns. */
    public Answer tables() {
        String rows = views.stream()
                .map(view -> "SELECT " + literal(view) + " AS \"table\", count(*) AS \"rows\" FROM " + identifier(view))
                .collect(Collectors.joining(" UNION ALL "));
        return ask("SELECT t.*, string_agg(c.column_name, ', ' ORDER BY c.ordinal_position) AS columns FROM (" + rows
                + ") t JOIN information_schema.columns c ON c.table_name = t.\"table\" GROUP BY ALL ORDER BY 1");
    }

    /** The answer to a query. */
    public record Answer(List<String> columns, List<List<Object>> rows) {}

    /** Answers one query; an error of the query is the user's, and says what the engine said. */
    public Answer ask(String sql) {
        requireReading(sql);
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            ResultSetMetaData header = result.getMetaData();
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= header.getColumnCount(); i++) {
                columns.add(header.getColumnLabel(i));
            }
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
            return new Answer(columns, rows);
        } catch (SQLException failed) {
            throw failed(String.valueOf(failed.getMessage()).strip(), failed);
        }
    }

    /** The engine may write where it may read, so that anything but a reading statement is refused before it starts. */
    private void requireReading(String sql) {
        String kind = "SELECT json_serialize_sql(" + literal(sql) + ") ->> 'error_type'";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(kind)) {
            result.next();
            if (NO_SELECT.equals(result.getString(1)) && !PIVOT.matcher(sql).matches()) {
                throw failed("a query is one SELECT, and this is something else or more than that", null);
            }
        } catch (SQLException failed) {
            throw failed(String.valueOf(failed.getMessage()).strip(), failed);
        }
    }

    private MillwrightException failed(String what, SQLException cause) {
        String remedy = "The tables are " + String.join(", ", views);
        return new MillwrightException(new Problem(ErrorCode.QUERY_FAILED, "", what, remedy), cause);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
