package org.millwright.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.millwright.config.Monitoring;
import org.millwright.error.MillwrightException;
import org.millwright.lake.Lake;
import org.millwright.lake.LakeCopy;
import org.millwright.lake.LakeLock;
import org.millwright.lake.Leftovers;
import org.millwright.lake.ReleaseInfo;
import org.millwright.lake.Releases;
import org.millwright.lake.Retention;
import org.millwright.lake.RunInfo;

/** The nightly job: the whole way from landing to release. The order of the stages is the order of the code. */
public final class NightlyRun {
    private static final int STAGES = 5;

    private final RunRequest request;
    private final Supplier<SparkSession> sessions;
    private final Progress progress;
    private RunStart start;
    private Known known = Known.NOTHING;

    public NightlyRun(RunRequest request, Supplier<SparkSession> sessions, Progress progress) {
        this.request = request;
        this.sessions = sessions;
        this.progress = progress;
    }

    /**
     * Runs. Whatever happens once the lake is open, its {@code run.json} says so; only a run that finds the lake locked leaves
     * no more than {@code runs/ID.json}.
     *
     * @throws MillwrightException if settings or definitions are wrong, another run is on, or the process is told to end
     */
    public RunReport execute() {
        Lake lake = Lake.openOrCreate(request.lake());
        start = RunStart.in(lake);
        try (CleanStop stop = new CleanStop();
                RunEnd end = new RunEnd(lake, request.monitoring(), progress);
                LakeLock lock = lock(lake, end)) {
            return run(lake, end, stop);
        } finally {
            progress.end();
        }
    }

    /** Leaves the record of a run whose settings cannot be read, in a lake that is there. */
    public static void cannotBegin(Path folder, MillwrightException cause, Progress progress) {
        Lake.existing(folder).ifPresent(lake -> {
            RunInfo run = RunStart.in(lake).failed(cause, Known.NOTHING);
            RunEnd end = new RunEnd(lake, Monitoring.NONE, progress);
            try (LakeLock lock = LakeLock.take(lake, run.run())) {
                end.failed(run);
            } catch (MillwrightException locked) {
                end.turnedAway(run);
            }
        });
    }

    private LakeLock lock(Lake lake, RunEnd end) {
        try {
            return LakeLock.take(lake, start.id());
        } catch (MillwrightException locked) {
            end.turnedAway(start.failed(locked, known));
            throw locked;
        }
    }

    private RunReport run(Lake lake, RunEnd end, CleanStop stop) {
        try {
            Leftovers.clear(lake).ifPresent(progress::note);
            RunPlan plan = RunPlan.of(request, lake);
            Verdict before = Verdict.before(plan, start.day(request.asOf()));
            known = plan.known(lake).with(unread(plan, before));
            boolean idle = plan.unread().isEmpty() && (before.stops() || plan.nothingNew());
            RunReport report = idle ? idle(lake, before) : work(lake, plan, before, stop);
            end.record(report.run());
            return report;
        } catch (Throwable failure) {
            // An Error too, such as a want of memory, is a truth about the run.
            boolean stopped = !stop.finish();
            MillwrightException cause =
                    stopped ? CleanStop.stopped(failure) : EngineFailure.explained(failure, lake.root());
            end.failed(start.failed(cause, known));
            if (stopped) {
                // The process ends before anybody could catch and tell it.
                progress.note(cause.getMessage());
            }
            throw cause;
        }
    }

    private static List<RunInfo.Source> unread(RunPlan plan, Verdict verdict) {
        Map<String, String> leftOut = verdict.leftOut();
        return plan.contracts().stream()
                .map(contract -> RunInfo.Source.unread(
                        contract, verdict.failed(contract.id()), leftOut.getOrDefault(contract.id(), "")))
                .toList();
    }

    /** A backfill works in a copy, of which the lake gets the release alone: its tables stay those of the current one. */
    private RunReport work(Lake lake, RunPlan plan, Verdict verdict, CleanStop stop) {
        if (!request.backfills()) {
            return stages(lake, plan, verdict, stop);
        }
        try (LakeCopy copy = LakeCopy.of(lake)) {
            RunReport report = stages(copy.lake(), plan, verdict, stop);
            boolean done = report.run().exitCode() == 0;
            copy.handOver(
                    done
                            ? copy.lake().releases().resolve(start.id())
                            : copy.lake().findings(start.id()));
            return report;
        }
    }

    /** Ends a run that has nothing to read. */
    private RunReport idle(Lake lake, Verdict verdict) {
        if (verdict.stops()) {
            return RunReport.rejected(start.rejected(verdict, known), verdict);
        }
        String current = new Releases(lake).current().orElse("");
        return RunReport.nothingNew(start.done("nothing-new", current, known, verdict.warnings()));
    }

    private RunReport stages(Lake lake, RunPlan plan, Verdict verdict, CleanStop stop) {
        progress.stage("starting the engine", 0, STAGES);
        Stages stages = new Stages(sessions.get(), lake, plan, start.id());
        stages.takeBack().ifPresent(progress::note);
        progress.stage("reading and judging " + plan.unread().size() + " files", 1, STAGES);
        Findings findings = ingest(stages, plan, verdict);
        boolean anythingNew = stages.leaveOut(verdict);
        known = known.with(findings.sources());
        if (verdict.stops() || !anythingNew) {
            stages.leave(verdict);
            return idle(lake, verdict);
        }
        progress.stage("storing observations", 2, STAGES);
        stages.store();
        progress.stage("computing industries, indicators and indices", 3, STAGES);
        List<String> unknown = stages.harmonise(verdict);
        if (verdict.stops()) {
            stages.leave(verdict);
            return idle(lake, verdict);
        }
        stages.compute(published(verdict), verdict);
        progress.stage("publishing", 4, STAGES);
        ReleaseInfo release = stages.prepare();
        plan.refuseChangedFiles();
        if (!stop.finish()) {
            throw CleanStop.stopped(null);
        }
        stages.publish(release);
        if (!request.backfills()) {
            request.settings().keep().ifPresent(keep -> retire(new Retention(lake, keep, start.at())));
        }
        return new RunReport(published(verdict), List.of(), release.tables(), verdict.failedRules(), unknown);
    }

    /** The release is out; whatever goes wrong with old ones is noted, and tried again after the next. */
    private void retire(Retention retention) {
        try {
            retention.apply().forEach(progress::note);
        } catch (IOException | RuntimeException failed) {
            progress.note("keep: not all that is old could be removed: " + EngineFailure.firstLine(failed));
        }
    }

    /** What is wrong with a file that is being written is no fault of the agency, nor of the program. */
    private static Findings ingest(Stages stages, RunPlan plan, Verdict verdict) {
        try {
            return stages.ingest(verdict);
        } finally {
            plan.refuseChangedFiles();
        }
    }

    private RunInfo published(Verdict verdict) {
        String outcome = request.backfills() ? "backfilled" : "published";
        return start.done(outcome, start.id(), known, verdict.warnings());
    }
}
