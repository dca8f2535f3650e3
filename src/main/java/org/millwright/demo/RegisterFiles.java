package org.millwright.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * The extract of the business register as Parquet: one wide row for each area, division and year; withheld is null.
 *
 * <p>DuckDB writes it, in one thread: parquet-hadoop lists the encodings of a column in an order that changes from run to
 * run, so that the same figures would not make the same file.
 */
final class RegisterFiles {
    static final Set<Measure> MEASURES = EnumSet.range(Measure.RD_EXPENDITURE, Measure.DEATHS);
    private static final String RELEASED = "2025-03-31";
    private static final int SPLIT_YEAR = 2018;

    private final Country country;

    RegisterFiles(Country country) {
        this.country = country;
    }

    void write(Path folder) throws IOException {
        try (DuckDBConnection duckdb = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duckdb.createStatement()) {
            sql.execute("SET threads = 1");
            sql.execute(table());
            try (DuckDBAppender rows = duckdb.createAppender("register")) {
                for (int year : country.extent().years().toArray()) {
                    append(rows, year);
                }
                badRow(rows);
            }
            int first = country.extent().firstYear();
            if (first <= SPLIT_YEAR) {
                copy(sql, folder, first, SPLIT_YEAR);
            }
            copy(sql, folder, Math.max(first, SPLIT_YEAR + 1), Extent.LAST_YEAR);
        } catch (SQLException failed) {
            throw new IOException("the business register cannot be written", failed);
        }
    }

    private static String table() {
        return MEASURES.stream()
                .map(measure -> measure.column() + " BIGINT")
                .collect(Collectors.joining(
                        ", ",
                        "CREATE TABLE register (area VARCHAR, division VARCHAR, year INTEGER, status VARCHAR, released VARCHAR, ",
                        ")"));
    }

    private static void copy(Statement sql, Path folder, int first, int last) throws SQLException {
        Path file = folder.resolve("business-register-" + first + "-" + last + ".parquet");
        sql.execute("COPY (FROM register WHERE year BETWEEN " + first + " AND " + last + ") TO '"
                + file.toString().replace("'", "''")
                + "' (FORMAT parquet, KV_METADATA {title: 'Synthetic data: Synthetica does not exist'})");
    }

    private void append(DuckDBAppender rows, int year) throws SQLException {
        String status = year == Extent.LAST_YEAR ? "P" : "A";
        for (int area : country.extent().areas().toArray()) {
            for (Division division : country.divisions()) {
                keys(rows, Country.code(area), division.code(), year);
                rows.append(status).append(RELEASED);
                Figures figures = country.figures(area, division, year);
                figures(rows, country.isWithheld(area, division) ? null : figures);
            }
        }
    }

    private static void keys(DuckDBAppender rows, String area, String division, int year) throws SQLException {
        rows.beginRow().append(area).append(division).append(year);
    }

    private static void figures(DuckDBAppender rows, Figures figures) throws SQLException {
        for (Measure measure : MEASURES) {
            if (figures == null) {
                rows.appendNull();
            } else {
                rows.append(figures.of(measure));
            }
        }
        rows.endRow();
    }

    /** A row whose date of release is no date of ISO 8601. */
    private static void badRow(DuckDBAppender rows) throws SQLException {
        keys(rows, "XM-01", "131", Extent.LAST_YEAR);
        rows.append("A").append("31.03.2025");
        figures(rows, null);
    }
}
