package org.millwright.pipeline;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.lake.RunInfo;

/** When a run began, which is its id, and what may be said of it later. */
record RunStart(Instant at) {
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    static RunStart now() {
        return new RunStart(Instant.now());
    }

    String id() {
        return ID.format(at);
    }

    /** A run that ended well; {@code release} is the one that readers see now. */
    RunInfo done(String outcome, String release, Known known) {
        return ended(new Ending(outcome, 0, release, List.of()), known);
    }

    /** A run that a rule of severity error ended. */
    RunInfo rejected(List<Problem> errors, Known known) {
        int exitCode = new MillwrightException(errors).exitCode();
        return ended(new Ending("rejected", exitCode, "", errors), known);
    }

    /** A run that something else ended. */
    RunInfo failed(MillwrightException cause, Known known) {
        boolean stopped = cause.problems().get(0).code() == ErrorCode.STOPPED;
        String outcome = stopped ? "stopped" : "failed";
        return ended(new Ending(outcome, cause.exitCode(), "", cause.problems()), known);
    }

    private record Ending(String outcome, int exitCode, String release, List<Problem> problems) {}

    private RunInfo ended(Ending ending, Known known) {
        return new RunInfo(
                id(),
                at.toString(),
                Instant.now().toString(),
                ending.outcome(),
                ending.exitCode(),
                ending.release(),
                known.sources(),
                ending.problems().stream().map(Problem::text).toList(),
                known.files(),
                known.definitionsChanged(),
                known.window());
    }
}
