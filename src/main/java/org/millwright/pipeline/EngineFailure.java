package org.millwright.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.lake.Lake;

/**
 * Tells what stopped the engine: storage that is full or cannot be written, which a retry may mend, or a defect.
 *
 * <p>A task's failure reaches the driver as text only, hence the look at messages.
 */
final class EngineFailure {
    private EngineFailure() {}

    /** The failure as problems for people; what says that already is returned as it is. */
    static MillwrightException explained(Throwable failure, Path lake) {
        if (failure instanceof MillwrightException known) {
            return known;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isStorage(cause)) {
                return Lake.storageFailed(lake, new IOException(firstLine(cause), failure));
            }
        }
        return new MillwrightException(
                new Problem(
                        ErrorCode.DEFECT,
                        "",
                        "the run stopped at " + firstLine(failure),
                        "This is a defect: run again with --verbose and report what it prints"),
                failure);
    }

    private static boolean isStorage(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return Stream.of("No space left on device", "Disk quota exceeded", "Permission denied", "Read-only file system")
                .anyMatch(message::contains);
    }

    static String firstLine(Throwable failure) {
        return Optional.ofNullable(failure.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse(failure.getClass().getSimpleName());
    }
}
