package org.millwright.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The lines of a file, one after the other, so that a file of any size is read in little memory. */
interface LineSource extends Closeable {
    /** The next line; empty at the end of the file. */
    Optional<SheetLine> next() throws IOException;
}
