package org.millwright.pipeline;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.lake.Lake;
import org.millwright.lake.LakeLock;
import org.millwright.lake.ReleaseInfo;
import org.millwright.lake.Releases;
import org.millwright.lake.RunInfo;

/** The nightly job: the whole way from landing to release. The order of the stages is the order of the code. */
public final class NightlyRun {
    private static final DateTimeFormatter RUN_ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final int STAGES = 5;

    private final RunRequest request;
    private final Supplier<SparkSession> sessions;
    private final Progress progress;
    private final Instant start = Instant.now();
    private final String id = RUN_ID.format(start);

    public NightlyRun(RunRequest request, Supplier<SparkSession> sessions, Progress progress) {
        this.request = request;
        this.sessions = sessions;
        this.progress = progress;
    }

    /**
     * Runs. Whatever happens after the lake is locked, its {@code run.json} says so.
     *
     * @throws MillwrightException if settings or definitions are wrong, a file is missing, or another run is on
     */
    public RunReport execute() {
        Lake lake = Lake.openOrCreate(request.lake());
        RunPlan plan = RunPlan.of(request, lake);
        if (plan.nothingNew()) {
            String current = new Releases(lake).current().orElse("");
            return new RunReport(
                    info("nothing-new", 0, current, List.of(), List.of()), List.of(), List.of(), List.of());
        }
        try (LakeLock lock = LakeLock.take(lake)) {
            return run(lake, plan);
        } finally {
            progress.end();
        }
    }

    private RunReport run(Lake lake, RunPlan plan) {
        try {
            progress.stage("starting the engine", 0, STAGES);
            RunReport report = stages(new Stages(sessions.get(), lake, plan, id));
            report.run().write(lake);
            return report;
        } catch (MillwrightException stopped) {
            failed(stopped).write(lake);
            throw stopped;
        } catch (Exception failure) {
            MillwrightException stopped = EngineFailure.explained(failure, lake.root());
            failed(stopped).write(lake);
            throw stopped;
        }
    }

    private RunReport stages(Stages stages) {
        progress.stage("reading and judging " + stages.unread() + " files", 1, STAGES);
        Findings findings = stages.ingest();
        if (findings.stop()) {
            return rejected(stages, findings);
        }
        progress.stage("storing observations", 2, STAGES);
        stages.store();
        progress.stage("computing industries, indicators and indices", 3, STAGES);
        stages.harmonise(findings);
        if (findings.stop()) {
            return rejected(stages, findings);
        }
        RunInfo published = info("published", 0, id, findings.sources(), List.of());
        stages.compute(published, findings);
        progress.stage("publishing", 4, STAGES);
        ReleaseInfo release = stages.publish();
        return new RunReport(
                info("published", 0, id, findings.sources(), List.of()),
                List.of(),
                release.tables(),
                failedRules(findings));
    }

    private RunReport rejected(Stages stages, Findings findings) {
        stages.leave(findings);
        List<Problem> errors = findings.errors();
        int exitCode = new MillwrightException(errors).exitCode();
        List<String> texts = errors.stream().map(Problem::text).toList();
        RunInfo rejected = info("rejected", exitCode, "", findings.sources(), texts);
        return new RunReport(rejected, errors, List.of(), failedRules(findings));
    }

    private static List<String> failedRules(Findings findings) {
        return findings.failed().stream().map(Findings::text).distinct().toList();
    }

    private RunInfo failed(MillwrightException stopped) {
        List<String> texts = stopped.problems().stream().map(Problem::text).toList();
        return info("failed", stopped.exitCode(), "", List.of(), texts);
    }

    private RunInfo info(
            String outcome, int exitCode, String release, List<RunInfo.Source> sources, List<String> problems) {
        return new RunInfo(
                id, start.toString(), Instant.now().toString(), outcome, exitCode, release, sources, problems);
    }
}
