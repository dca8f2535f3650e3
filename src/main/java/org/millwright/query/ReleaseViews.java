package org.millwright.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tables of a release as views of a database. */
final class ReleaseViews {
    private static final String SUFFIX = ".parquet";

    private ReleaseViews() {}

    /** Makes one view for each table in a schema of the database; returns their names. */
    static List<String> create(Statement statement, Path release, String schema) throws SQLException, IOException {
        List<String> views = new ArrayList<>();
        try (Stream<Path> entries = Files.list(release)) {
            for (Path table : entries.sorted().toList()) {
                String name = table.getFileName().toString();
                if (name.endsWith(SUFFIX)) {
                    String view = name.substring(0, name.length() - SUFFIX.length());
                    String path = exactly(table.toAbsolutePath().toString());
                    String files = Files.isDirectory(table) ? path + "/*" + SUFFIX : path;
                    statement.execute("CREATE VIEW " + identifier(schema) + "." + identifier(view)
                            + " AS SELECT * FROM read_parquet(" + literal(files) + ")");
                    views.add(view);
                }
            }
        }
        return views;
    }

    /** The pattern that only this path matches: DuckDB takes every path for a pattern. */
    static String exactly(String path) {
        return path.replaceAll("[\\[*?]", "[$0]");
    }

    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
