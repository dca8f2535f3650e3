package org.millwright.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A table of values that another program, or a paper, gave; joined by the keys in its first column, never by position. */
public final class ReferenceTable {
    private final List<String> header;
    private final List<String[]> rows;

    private ReferenceTable(List<String> header, List<String[]> rows) {
        this.header = header;
        this.rows = rows;
    }

    /** Reads a table; where the reference files are not on this machine, the test is skipped and says so. */
    public static ReferenceTable read(String path) {
        return of(file(path));
    }

    /** Where a reference file stands; the test is skipped where there are none on this machine. */
    public static Path file(String path) {
        Path root = Path.of(Optional.ofNullable(System.getenv("MILLWRIGHT_SHARED_REFERENCE"))
                .orElse("../shared/reference"));
        assumeTrue(Files.isDirectory(root), () -> "skipped: no reference values at " + root);
        return root.resolve(path);
    }

    /** Any CSV with a header. */
    public static ReferenceTable of(Path file) {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setMaxColumns(2_000);
        settings.setNullValue("");
        settings.setEmptyValue("");
        List<String[]> lines = new CsvParser(settings).parseAll(file.toFile());
        return new ReferenceTable(Arrays.asList(lines.get(0)), lines.subList(1, lines.size()));
    }

    public List<String> columns() {
        return header;
    }

    /** The keys, in the order of the file. */
    public List<String> keys() {
        return rows.stream().map(row -> row[0]).toList();
    }

    public int size() {
        return rows.size();
    }

    /** A column as numbers, in the order of the file; NaN where it says NA or nothing. */
    public double[] column(String name) {
        return rows.stream().mapToDouble(row -> number(row[index(name)])).toArray();
    }

    public String[] texts(String name) {
        return rows.stream().map(row -> row[index(name)]).toArray(String[]::new);
    }

    public double number(String key, String column) {
        return number(text(key, column));
    }

    public String text(String key, String column) {
        return rows.stream()
                .filter(row -> row[0].equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + key))[index(column)];
    }

    private int index(String column) {
        int index = header.indexOf(column);
        if (index < 0) {
            throw new AssertionError("no column " + column + " among " + header);
        }
        return index;
    }

    private static double number(String text) {
        return text.isEmpty() || text.equals("NA") ? Double.NaN : Double.parseDouble(text);
    }
}
