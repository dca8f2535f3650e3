package org.millwright.pipeline;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.millwright.config.Monitoring;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.lake.Lake;
import org.millwright.lake.RunInfo;
import org.millwright.monitoring.FailureHook;
import org.millwright.monitoring.LineageHook;
import org.millwright.monitoring.RunMetrics;

/**
 * What follows a run, however it ended: its record, its metrics, and when it is closed, the lake being free again, those who want
 * to be told of it, or of its failure. None of it changes how the run ended; what goes wrong with it is noted in a line.
 */
final class RunEnd implements AutoCloseable {
    private final Lake lake;
    private final Monitoring monitoring;
    private final Progress progress;
    private Optional<RunInfo> ended = Optional.empty();

    RunEnd(Lake lake, Monitoring monitoring, Progress progress) {
        this.lake = lake;
        this.monitoring = monitoring;
        this.progress = progress;
    }

    /**
     * Records a run that ended well, or by its rules.
     *
     * @throws MillwrightException if that cannot be written: then the truth is not known, and the run has failed
     */
    void record(RunInfo run) {
        run.write(lake);
        ended = Optional.of(run);
        metrics(run);
    }

    /** Records a run that failed; its own failure is told, not that of its record. */
    void failed(RunInfo run) {
        ended = Optional.of(run);
        attempt(() -> run.write(lake));
        metrics(run);
    }

    /** Records a run that found the lake locked: what is known of the run that is on stays as it is. */
    void turnedAway(RunInfo run) {
        ended = Optional.of(run);
        attempt(() -> run.writeApart(lake));
    }

    /** Writes the metrics; where the lake cannot be written, the second place still tells it. */
    private void metrics(RunInfo run) {
        String text = new RunMetrics(run, lake.root().toString(), lastSuccess(run)).text();
        attempt(() -> Lake.writeAtomically(lake.metrics(), text));
        monitoring
                .metricsFile()
                .map(file -> Path.of(file).toAbsolutePath())
                .ifPresent(file -> attempt(() -> Lake.writeAtomically(file, text)));
    }

    private Optional<Instant> lastSuccess(RunInfo run) {
        try {
            Optional<RunInfo> success = run.succeeded() ? Optional.of(run) : RunInfo.lastSuccess(lake);
            return success.map(RunInfo::endedAt).map(Instant::parse);
        } catch (MillwrightException unreadable) {
            note(unreadable);
            return Optional.empty();
        }
    }

    private void attempt(Runnable write) {
        try {
            write.run();
        } catch (MillwrightException failed) {
            note(failed);
        }
    }

    private void note(MillwrightException failed) {
        failed.problems().stream().map(Problem::text).forEach(progress::note);
    }

    @Override
    public void close() {
        ended.ifPresent(this::tellLineage);
        ended.filter(run -> run.exitCode() != 0)
                .ifPresent(run -> FailureHook.of(monitoring, System.getenv())
                        .forEach(hook -> hook.tell(run.file(lake), run.json()).ifPresent(progress::note)));
    }

    private void tellLineage(RunInfo run) {
        attempt(() -> LineageHook.of(monitoring, System.getenv())
                .flatMap(hook -> hook.tell(lake, run))
                .ifPresent(progress::note));
    }
}
