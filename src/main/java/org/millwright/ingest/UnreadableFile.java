package org.millwright.ingest;

import java.io.IOException;

/** A file that cannot be read to its end, and how far the reader came. */
final class UnreadableFile extends IOException {
    private static final long serialVersionUID = 1L;

    private final long row;

    UnreadableFile(String message, long row, Throwable cause) {
        super(message, cause);
        this.row = row;
    }

    long row() {
        return row;
    }
}
