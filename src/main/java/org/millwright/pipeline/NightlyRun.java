package org.millwright.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.millwright.config.Monitoring;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.lake.Lake;
import org.millwright.lake.LakeCopy;
import org.millwright.lake.LakeLock;
import org.millwright.lake.ReleaseInfo;
import org.millwright.lake.Releases;
import org.millwright.lake.RunInfo;

/** The nightly job: the whole way from landing to release. The order of the stages is the order of the code. */
public final class NightlyRun {
    private static final int STAGES = 5;

    private final RunRequest request;
    private final Supplier<SparkSession> sessions;
    private final Progress progress;
    private final RunStart start = RunStart.now();
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
     * @throws MillwrightException if settings or definitions are wrong, a file is missing, another run is on, or the process is
     *     told to end
     */
    public RunReport execute() {
        Lake lake = Lake.openOrCreate(request.lake());
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
            RunInfo run = RunStart.now().failed(cause, Known.NOTHING);
            RunEnd end = new RunEnd(lake, Monitoring.NONE, progress);
            try (LakeLock lock = LakeLock.take(lake)) {
                end.failed(run);
            } catch (MillwrightException locked) {
                end.turnedAway(run);
            }
        });
    }

    private LakeLock lock(Lake lake, RunEnd end) {
        try {
            return LakeLock.take(lake);
        } catch (MillwrightException locked) {
            end.turnedAway(start.failed(locked, known));
            throw locked;
        }
    }

    private RunReport run(Lake lake, RunEnd end, CleanStop stop) {
        try {
            RunPlan plan = RunPlan.of(request, lake);
            known = plan.known(lake);
            RunReport report = plan.nothingNew() ? nothingNew(lake, plan) : work(lake, plan, stop);
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

    private RunReport nothingNew(Lake lake, RunPlan plan) {
        known = known.with(plan.contracts().stream().map(RunInfo.Source::unread).toList());
        String current = new Releases(lake).current().orElse("");
        return new RunReport(start.done("nothing-new", current, known), List.of(), List.of(), List.of(), List.of());
    }

    /** A backfill works in a copy, of which the lake gets the release alone: its tables stay those of the current one. */
    private RunReport work(Lake lake, RunPlan plan, CleanStop stop) {
        if (!request.backfills()) {
            return stages(lake, plan, stop);
        }
        try (LakeCopy copy = LakeCopy.of(lake)) {
            RunReport report = stages(copy.lake(), plan, stop);
            boolean done = report.run().exitCode() == 0;
            copy.handOver(
                    done
                            ? copy.lake().releases().resolve(start.id())
                            : copy.lake().findings(start.id()));
            return report;
        }
    }

    private RunReport stages(Lake lake, RunPlan plan, CleanStop stop) {
        progress.stage("starting the engine", 0, STAGES);
        Stages stages = new Stages(sessions.get(), lake, plan, start.id());
        progress.stage("reading and judging " + stages.unread() + " files", 1, STAGES);
        Findings findings = ingest(stages, plan);
        known = known.with(findings.sources());
        if (findings.stop()) {
            return rejected(stages, findings);
        }
        progress.stage("storing observations", 2, STAGES);
        stages.store();
        progress.stage("computing industries, indicators and indices", 3, STAGES);
        List<String> unknown = stages.harmonise(findings);
        if (findings.stop()) {
            return rejected(stages, findings);
        }
        stages.compute(published(), findings);
        progress.stage("publishing", 4, STAGES);
        ReleaseInfo release = stages.prepare();
        plan.refuseChangedFiles();
        if (!stop.finish()) {
            throw CleanStop.stopped(null);
        }
        stages.publish(release);
        return new RunReport(published(), List.of(), release.tables(), failedRules(findings), unknown);
    }

    /** What is wrong with a file that is being written is no fault of the agency, nor of the program. */
    private static Findings ingest(Stages stages, RunPlan plan) {
        try {
            return stages.ingest();
        } finally {
            plan.refuseChangedFiles();
        }
    }

    private RunReport rejected(Stages stages, Findings findings) {
        stages.leave(findings);
        List<Problem> errors = findings.errors();
        return new RunReport(start.rejected(errors, known), errors, List.of(), failedRules(findings), List.of());
    }

    private static List<String> failedRules(Findings findings) {
        return findings.failed().stream().map(Findings::text).distinct().toList();
    }

    private RunInfo published() {
        return start.done(request.backfills() ? "backfilled" : "published", start.id(), known);
    }
}
