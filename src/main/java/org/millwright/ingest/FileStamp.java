package org.millwright.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problem;

/** Size and time of change of a file: while both stay, nobody has written to it. */
record FileStamp(long size, FileTime modified) {

    static FileStamp of(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new FileStamp(attributes.size(), attributes.lastModifiedTime());
    }

    /** Whether a file, which may be gone, has another stamp now. */
    boolean isOutdated(Path path) {
        try {
            return !equals(of(path));
        } catch (IOException gone) {
            return true;
        }
    }

    static Problem changing(Path path) {
        return new Problem(
                ErrorCode.FILE_CHANGING,
                path.toString(),
                "the file changed while it was read; nothing was published",
                "Run again when it has been copied; 'complete-when' of a contract lets a run wait for an end marker");
    }
}
