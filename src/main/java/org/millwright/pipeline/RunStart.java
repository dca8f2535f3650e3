package org.millwright.pipeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.lake.Lake;
import org.millwright.lake.RunInfo;

/** When a run began, which is its id, and what may be said of it later. */
record RunStart(Instant at) {
    /** A run of a lake that begins now, or after the last one that is known where the clock has been set back. */
    static RunStart in(Lake lake) {
        return next(lake, Instant.now());
    }

    static RunStart next(Lake lake, Instant now) {
        Instant clock = now.truncatedTo(ChronoUnit.MILLIS);
        return new RunStart(RunInfo.lastId(lake)
                .map(last -> RunInfo.start(last).plusMillis(1))
                .filter(clock::isBefore)
                .orElse(clock));
    }

    String id() {
        return RunInfo.id(at);
    }

    /** The day of the run in UTC, or the one whose knowledge was asked for. */
    LocalDate day(Optional<String> asOf) {
        return asOf.map(LocalDate::parse).orElse(LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    /** A run that ended well, with what somebody should know; {@code release} is the one that it made, or that readers see. */
    RunInfo done(String outcome, String release, Known known, List<String> warnings) {
        return ended(new Ending(outcome, 0, release, List.of(), warnings), known);
    }

    /** A run that bad input ended. */
    RunInfo rejected(Verdict verdict, Known known) {
        List<Problem> errors = verdict.errors();
        int exitCode = new MillwrightException(errors).exitCode();
        return ended(new Ending("rejected", exitCode, "", errors, verdict.warnings()), known);
    }

    /** A run that something else ended. */
    RunInfo failed(MillwrightException cause, Known known) {
        boolean stopped = cause.problems().get(0).code() == ErrorCode.STOPPED;
        String outcome = stopped ? "stopped" : "failed";
        return ended(new Ending(outcome, cause.exitCode(), "", cause.problems(), List.of()), known);
    }

    private record Ending(
            String outcome, int exitCode, String release, List<Problem> problems, List<String> warnings) {}

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
                ending.warnings(),
                known.files(),
                known.definitionsChanged(),
                known.window());
    }
}
