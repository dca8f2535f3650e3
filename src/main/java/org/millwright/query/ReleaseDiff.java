package org.millwright.query;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.model.Window;
import org.millwright.query.ReleaseSql.Answer;
import org.millwright.storage.LocalCopy;

/**
 * How the figures of two releases differ, and why.
 *
 * <p>Compared are all figures of all tables that both releases have, key by key. Of the reasons below a figure gets the
 * first that holds for it:
 *
 * <ol>
 *   <li>{@code new period}: its dataset had no figure of this period before;
 *   <li>{@code data revision}: an observation of its dataset, area and years (of any year, if it is of none), and of its measure
 *       where it has one, is new, changed or gone; the files are named;
 *   <li>{@code definition}: a definition file that it depends on has another text; the files are named;
 *   <li>{@code method}: its row was made by a version of the method that the other release does not have there;
 *   <li>{@code parameter}: a parameter of its composite differs;
 *   <li>{@code data revision elsewhere}: observations of other areas, years or measures of its dataset changed, as a
 *       comparison or an estimate sees them;
 *   <li>{@code unexplained}: none of these, which is a defect.
 * </ol>
 */
public final class ReleaseDiff implements AutoCloseable {
    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    /** Columns that a cause may be found by; a table has some of them. */
    private static final List<String> TRAITS =
            List.of("dataset", "area", "period", "base_period", "measure", "indicator", "composite");

    private final Connection connection;
    private final List<LocalCopy> copies = new ArrayList<>();

    /** The figures of one table: the columns of its key, and those that hold numbers. */
    public record Figures(String table, List<String> key, List<String> values) {}

    /**
     * One of the two releases.
     *
     * @param window the periods that it is limited to: others are not compared
     * @param asOf only vintages up to this day were known to it; {@link ExplainedUnit#LATEST} for all
     */
    public record Side(Path folder, String asOf, Window window) {
        /** A release of all periods. */
        public Side(Path folder, String asOf) {
            this(folder, asOf, Window.ALL);
        }
    }

    /** @param definitions paths of the definition files of which the two releases know different texts */
    public ReleaseDiff(Side before, Side after, List<Figures> tables, List<String> definitions) {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = connection.createStatement()) {
                for (String schema : List.of(BEFORE, AFTER)) {
                    statement.execute("CREATE SCHEMA " + schema);
                    LocalCopy copy = LocalCopy.of((schema.equals(BEFORE) ? before : after).folder());
                    copies.add(copy);
                    ReleaseViews.create(statement, copy.path(), schema);
                }
                statement.execute("CREATE TABLE changed_definitions (path VARCHAR)");
                for (String path : definitions) {
                    statement.execute("INSERT INTO changed_definitions VALUES (" + ReleaseViews.literal(path) + ")");
                }
                statement.execute(ChangedObservations.sql(before, after));
                statement.execute("CREATE TABLE changes AS SELECT * FROM (" + changes(tables) + ") WHERE "
                        + within(before.window()) + " AND " + within(after.window()));
                statement.execute(Causes.SQL);
            }
        } catch (SQLException | IOException failed) {
            throw failed(failed);
        }
    }

    private static MillwrightException failed(Exception cause) {
        return new MillwrightException(
                new Problem(
                        ErrorCode.STORAGE_FAILED,
                        "",
                        "the releases cannot be compared: " + cause.getMessage(),
                        "Check that both can be read by './millwright query --release ID'"),
                cause);
    }

    /** How many figures of each table changed, by the reason. */
    public Answer summary() {
        return ask("SELECT because, \"table\", count(*) AS figures, max(abs(percent)) AS largest_percent FROM explained"
                + " GROUP BY ALL ORDER BY because, figures DESC, \"table\"");
    }

    /** The changed figures, the largest relative change first; appearing and vanishing figures come first of all. */
    public Answer largest(int most) {
        return ask("SELECT because, detail, \"table\", key, figure, earlier, later, percent FROM explained"
                + " ORDER BY abs(percent) DESC NULLS FIRST, \"table\", key, figure LIMIT " + most);
    }

    private Answer ask(String sql) {
        try {
            return ReleaseSql.answer(connection, sql);
        } catch (SQLException failed) {
            throw failed(failed);
        }
    }

    /** The SELECT of all figures that differ. */
    private String changes(List<Figures> tables) throws SQLException {
        List<String> selects = new ArrayList<>();
        for (Figures figures : tables) {
            List<String> common = commonColumns(figures.table());
            if (common.contains("dataset") && !figures.table().equals("observations")) {
                figures.values().stream()
                        .filter(common::contains)
                        .forEach(value -> selects.add(change(figures, value, common)));
            }
        }
        return String.join("\nUNION ALL\n", selects);
    }

    /** Whether a change is of a period in a window, or of none. */
    private static String within(Window window) {
        return "(unit.period IS NULL OR " + window.condition("unit.period") + ")";
    }

    private List<String> commonColumns(String table) throws SQLException {
        Answer columns = ReleaseSql.answer(
                connection,
                "SELECT column_name FROM information_schema.columns WHERE table_name = " + ReleaseViews.literal(table)
                        + " GROUP BY ALL HAVING count(DISTINCT table_schema) = 2");
        return columns.rows().stream().map(row -> row.get(0).toString()).toList();
    }

    private static String change(Figures figures, String value, List<String> common) {
        List<String> key = figures.key().stream().filter(common::contains).toList();
        String same = key.stream()
                .map(column -> "b." + column + " IS NOT DISTINCT FROM a." + column)
                .collect(Collectors.joining(" AND "));
        String name = key.stream().map(ReleaseDiff::either).collect(Collectors.joining(", "));
        String traits = TRAITS.stream()
                .map(trait -> "'" + trait + "': " + (common.contains(trait) ? either(trait) : "NULL::VARCHAR"))
                .collect(Collectors.joining(", ", "{", "} AS unit"));
        boolean hasMethod = common.contains("method_version");
        return Stream.of(
                                "SELECT " + ReleaseViews.literal(figures.table()) + " AS \"table\"",
                                "concat_ws(' / ', " + name + ") AS key",
                                ReleaseViews.literal(value) + " AS figure",
                                "b." + value + " AS earlier",
                                "a." + value + " AS later",
                                "100 * (a." + value + " - b." + value + ") / nullif(abs(b." + value
                                        + "), 0) AS percent",
                                traits,
                                (hasMethod ? either("method_version") : "NULL::VARCHAR") + " AS method_version",
                                (hasMethod ? otherMethod(figures.table()) : "false") + " AS other_method")
                        .collect(Collectors.joining(", "))
                + " FROM " + AFTER + "." + figures.table() + " a FULL JOIN " + BEFORE + "." + figures.table() + " b ON "
                + same + " WHERE a." + value + " IS DISTINCT FROM b." + value;
    }

    /** A row that one side alone has is of another method if no row of the table is of that one on the other side. */
    private static String otherMethod(String table) {
        return "CASE WHEN b.method_version IS NULL THEN a.method_version NOT IN (SELECT method_version FROM " + BEFORE
                + "." + table
                + ") WHEN a.method_version IS NULL THEN b.method_version NOT IN (SELECT method_version FROM "
                + AFTER + "." + table + ") ELSE a.method_version <> b.method_version END";
    }

    /** The value of a column on the side that has the row. */
    private static String either(String column) {
        return "coalesce(a." + column + ", b." + column + ")";
    }

    @Override
    public void close() {
        try {
            connection.close();
            for (LocalCopy copy : copies) {
                copy.close();
            }
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
