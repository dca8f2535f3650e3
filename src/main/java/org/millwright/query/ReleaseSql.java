package org.millwright.query;

import java.io.IOException;
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
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.storage.LocalCopy;

/** SQL over the Parquet files of one release: one view for each table, nothing else, and nothing can be written. */
public final class ReleaseSql implements AutoCloseable {
    /** What DuckDB calls a statement, or several, of which one is no SELECT. */
    private static final String NO_SELECT = "not implemented";
    /** The one statement that reads and that DuckDB counts among the others. */
    private static final Pattern PIVOT = Pattern.compile("(?is)\\s*PIVOT\\b[^;]*;?\\s*");

    private final Connection connection;
    private final LocalCopy local;
    private final List<String> views;

    public ReleaseSql(Path release) {
        try {
            local = LocalCopy.of(release);
            connection = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = connection.createStatement()) {
                views = ReleaseViews.create(statement, local.path(), "main");
                // From here on a query sees the release and nothing else of the machine.
                String folder = local.path().toAbsolutePath() + "/";
                statement.execute("SET allowed_directories = [" + ReleaseViews.literal(folder) + ", "
                        + ReleaseViews.literal(ReleaseViews.exactly(folder)) + "]");
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

    /** The names of the views. */
    public List<String> views() {
        return List.copyOf(views);
    }

    /** The tables of the release with their rows and columns. */
    public Answer tables() {
        String rows = views.stream()
                .map(view -> "SELECT " + ReleaseViews.literal(view) + " AS \"table\", count(*) AS \"rows\" FROM "
                        + ReleaseViews.identifier(view))
                .collect(Collectors.joining(" UNION ALL "));
        return ask("SELECT t.*, string_agg(c.column_name, ', ' ORDER BY c.ordinal_position) AS columns FROM (" + rows
                + ") t JOIN information_schema.columns c ON c.table_name = t.\"table\" GROUP BY ALL ORDER BY 1");
    }

    /** The answer to a query. */
    public record Answer(List<String> columns, List<List<Object>> rows) {}

    /** Answers one query; an error of the query is the user's, and says what the engine said. */
    public Answer ask(String sql) {
        requireReading(sql);
        try {
            return answer(connection, sql);
        } catch (SQLException failed) {
            throw failed(String.valueOf(failed.getMessage()).strip(), failed);
        }
    }

    static Answer answer(Connection connection, String sql) throws SQLException {
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
        }
    }

    /** The engine may write where it may read, so that anything but a reading statement is refused before it starts. */
    private void requireReading(String sql) {
        String kind = "SELECT json_serialize_sql(" + ReleaseViews.literal(sql) + ") ->> 'error_type'";
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
            local.close();
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
