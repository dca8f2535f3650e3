package org.millwright.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.millwright.contract.Format;
import org.millwright.contract.Unpivot;

/** Files of one test, and what is read from them: {@code line: field|field} for a record, {@code line! problem} else. */
record Reading(Path folder) {
    static final Format COMMAS = new Format.Csv(1, 1, 0, ',', "UTF-8", '.');

    Path write(String name, String text) {
        return write(name, text, StandardCharsets.UTF_8);
    }

    Path write(String name, String text, Charset encoding) {
        return write(name, text.getBytes(encoding));
    }

    Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    List<String> csv(String text, String... fields) {
        return read(write("table.csv", text), COMMAS, fields);
    }

    static List<String> read(Path file, Format format, String... fields) {
        return read(file, new TableShape(format, Unpivot.NONE, List.of(fields)));
    }

    static List<String> read(Path file, TableShape shape) {
        List<String> read = new ArrayList<>();
        new FileRecords(file, shape).forEachRemaining(record -> read.add(text(record)));
        return read;
    }

    private static String text(RawRecord record) {
        String place = record.sheet() + (record.sheet().isEmpty() ? "" : " ") + record.row();
        return record.problem() != null
                ? place + "! " + record.problem()
                : place + ": " + String.join("|", Arrays.asList(record.fields()));
    }
}
