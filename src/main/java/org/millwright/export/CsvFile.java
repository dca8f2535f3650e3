package org.millwright.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** CSV after RFC 4180: UTF-8, comma, CRLF, numbers with all their digits, an empty cell for null. */
public final class CsvFile {
    /** What starts a formula in a spreadsheet, after OWASP's page on CSV injection. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private CsvFile() {}

    /** Writes a file whole or not at all. */
    public static void write(Path file, List<String> header, Iterator<List<Object>> rows) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            try (Writer out = Files.newBufferedWriter(unfinished)) {
                out.write(line(header));
                while (rows.hasNext()) {
                    out.write(line(rows.next()));
                }
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            unfinished.toFile().delete();
        }
    }

    /** One line with its end. */
    public static String line(List<?> cells) {
        return cells.stream().map(CsvFile::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(Object value) {
        return value == null ? "" : value instanceof Number ? value.toString() : quoted(harmless(value.toString()));
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
