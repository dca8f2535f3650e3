package org.millwright.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import org.millwright.contract.Format;

/**
 * The records of one text or spreadsheet file, lazily and in little memory. A file that cannot be read to its end yields
 * a problem after the records that could be.
 */
public final class FileRecords implements Iterator<RawRecord> {
    private final TableShape shape;
    private final Queue<RawRecord> ready = new ArrayDeque<>();
    private LineSource lines;
    private TableLayout layout;
    private String sheet = "";
    private boolean any;
    private boolean ended;

    public FileRecords(Path file, TableShape shape) {
        this.shape = shape;
        this.layout = new TableLayout(shape, ready);
        try {
            lines = shape.format() instanceof Format.Xlsx xlsx
                    ? new XlsxLines(file, xlsx)
                    : new CsvLines(file, shape.format());
        } catch (IOException failed) {
            fail(failed);
        }
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !ended) {
            advance();
        }
        return !ready.isEmpty();
    }

    @Override
    public RawRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void advance() {
        try {
            Optional<SheetLine> line = lines.next();
            if (line.isEmpty()) {
                end();
                return;
            }
            if (!line.get().sheet().equals(sheet)) {
                startSheet(line.get().sheet());
            }
            layout.accept(line.get());
            any |= !ready.isEmpty();
        } catch (IOException | UncheckedIOException failed) {
            fail(failed);
        }
    }

    private void end() throws IOException {
        ended = true;
        layout.end(sheet);
        if (!any && ready.isEmpty()) {
            ready.add(RawRecord.problem(sheet, 0, "there is no record below the header"));
        }
        lines.close();
    }

    private void startSheet(String next) {
        if (!sheet.isEmpty()) {
            layout.end(sheet);
        }
        sheet = next;
        layout = new TableLayout(shape, ready);
    }

    private void fail(Exception failed) {
        ended = true;
        if (failed instanceof UnreadableFile unreadable) {
            ready.add(RawRecord.problem(sheet, unreadable.row(), unreadable.getMessage()));
        } else if (failed instanceof NoSuchFileException) {
            ready.add(RawRecord.problem(sheet, 0, "the file disappeared while the run was on"));
        } else {
            ready.add(RawRecord.problem(sheet, 0, "the file cannot be read: " + failed.getMessage()));
        }
    }
}
