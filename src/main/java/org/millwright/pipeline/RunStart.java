package org.millwright.pipeline;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.lake.Lake;
import org.millwright.lake.RunInfo;

/** When a run began, which is its id, and what may be said of it later. */
record RunStart(Instant at) {
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    /** A run of a lake that begins now, or after the last one that is known where the clock has been set back. */
    static RunStart in(Lake lake) {
        return next(lake, Instant.now());
    }

    static RunStart next(Lake lake, Instant now) {
        Instant clock = now.truncatedTo(ChronoUnit.MILLIS);
        return new RunStart(RunInfo.lastId(lake)
                .map(last -> ID.parse(last, Instant::from).plusMillis(1))
                .filter(clock::isBefore)
                .orElse(clock));
    }

    String id() {
        return ID.format(at);
    }

    /** A run that ended well; {@code release} is the one that readers see now. */
    RunInfo done(String outcome, String release, List<RunInfo.Source> sources) {
        return ended(new Ending(outcome, 0, release, List.of()), sources);
    }

    /** A run that a rule of severity error ended. */
    RunInfo rejected(List<Problem> errors, List<RunInfo.Source> sources) {
        int exitCode = new MillwrightException(errors).exitCode();
        return ended(new Ending("rejected", exitCode, "", errors), sources);
    }

    /** A run that something else ended. */
    RunInfo failed(MillwrightException cause, List<RunInfo.Source> sources) {
        boolean stopped = cause.problems().get(0).code() == ErrorCode.STOPPED;
        String outcome = stopped ? "stopped" : "failed";
        return ended(new Ending(outcome, cause.exitCode(), "", cause.problems()), sources);
    }

    private record Ending(String outcome, int exitCode, String release, List<Problem> problems) {}

    private RunInfo ended(Ending ending, List<RunInfo.Source> sources) {
        return new RunInfo(
                id(),
                at.toString(),
                Instant.now().toString(),
                ending.outcome(),
                ending.exitCode(),
                ending.release(),
                sources,
                ending.problems().stream().map(Problem::text).toList());
    }
}
