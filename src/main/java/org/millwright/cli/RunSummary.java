package org.millwright.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.millwright.error.Problem;
import org.millwright.lake.Lake;
import org.millwright.lake.ReleaseInfo;
import org.millwright.lake.RunInfo;
import org.millwright.pipeline.RunReport;
import org.millwright.query.ReleaseSql;

/** What a person reads at the end of a run: what came in, what went wrong, what was published, what to do next. */
final class RunSummary {
    private static final int MOST_RULES = 12;
    /** The industries from the top, in the newest year of the composite, dataset and area that has most scores. */
    private static final String TOP = """
            WITH roots AS (SELECT composite, node FROM composite_definitions WHERE parent IS NULL),
            scored AS (SELECT s.* FROM index_scores s JOIN roots USING (composite, node) WHERE s.score IS NOT NULL),
            shown AS (
              SELECT composite, dataset, area, max(period) AS period FROM scored
              GROUP BY composite, dataset, area
              ORDER BY count(*) DESC, composite, dataset, length(area), area LIMIT 1)
            SELECT s.rank, i.label_en AS industry, i.label_zh AS "行业", round(s.score, 1) AS score, s.composite, s.area, s.period
            FROM scored s JOIN shown USING (composite, dataset, area, period) JOIN industries i USING (industry)
            WHERE s.rank IS NOT NULL ORDER BY s.rank, i.position
            """;

    private final RunReport report;
    private final Path lake;

    RunSummary(RunReport report, Path lake) {
        this.report = report;
        this.lake = lake;
    }

    String text() {
        RunInfo run = report.run();
        StringBuilder text = new StringBuilder();
        if (run.outcome().equals("nothing-new")) {
            warnings(text);
            return text + (text.isEmpty() ? "" : "\n")
                    + "Nothing new: no file and no definition changed. The current release is " + run.release() + ".\n"
                    + InputLines.of(run);
        }
        inputs(text, InputLines.of(run));
        double seconds = Duration.between(Instant.parse(run.startedAt()), Instant.parse(run.endedAt()))
                        .toMillis()
                / 1000.0;
        if (!run.madeRelease()) {
            text.append(String.format(
                    Locale.ROOT, "%nNothing was published (%.1f s). Earlier releases are untouched.%n", seconds));
            return text.append(next(run)).toString();
        }
        tables(text, run, seconds);
        top(text, run);
        text.append("\nNext: ./millwright query ")
                .append(run.outcome().equals("backfilled") ? "--release " + run.release() + " " : "")
                .append("\"SELECT * FROM traditional_share\" --lake ")
                .append(lake)
                .append('\n');
        return text.toString();
    }

    /** How to look at what stopped a run; one that read nothing has left no rows. */
    private String next(RunInfo run) {
        Path findings = Lake.existing(lake).orElseThrow().findings(run.run());
        String command = Files.exists(findings)
                ? "query --run " + run.run() + " \"SELECT * FROM rejected_rows\""
                : "status --last";
        return "\nNext: ./millwright " + command + " --lake " + lake + "\n";
    }

    /** What there is to say of a run that was rehearsed. */
    String rehearsed() {
        RunInfo run = report.run();
        if (run.outcome().equals("nothing-new")) {
            return text();
        }
        StringBuilder text = new StringBuilder();
        inputs(text, InputLines.ofAll(run));
        text.append(run.madeRelease() ? "\nA run would publish a release.\n" : "\nA run would publish nothing.\n");
        return text.toString();
    }

    private void inputs(StringBuilder text, String lines) {
        sources(text, report.run().sources());
        text.append(lines);
        failures(text);
        warnings(text);
        unknown(text);
    }

    private static void sources(StringBuilder text, List<RunInfo.Source> sources) {
        text.append(String.format(
                "%n%-26s %5s %10s %9s %9s %7s%n", "source", "files", "figures", "rejected", "left out", "rules"));
        for (RunInfo.Source source : sources) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-26s %5d %,10d %,9d %,9d %7s%n",
                    source.id(),
                    source.files(),
                    source.accepted(),
                    source.rejected(),
                    source.excluded(),
                    rules(source)));
        }
    }

    private static String rules(RunInfo.Source source) {
        if (!source.leftOut().isEmpty()) {
            return "unused";
        }
        return source.rulesFailed() == 0 ? "hold" : source.rulesFailed() + " fail";
    }

    private void warnings(StringBuilder text) {
        if (!report.run().warnings().isEmpty()) {
            text.append("\nWarnings:\n");
            report.run()
                    .warnings()
                    .forEach(warning -> text.append("  ").append(warning).append('\n'));
        }
    }

    private void failures(StringBuilder text) {
        if (!report.failedRules().isEmpty()) {
            text.append("\nRules that failed:\n");
            report.failedRules().stream()
                    .limit(MOST_RULES)
                    .forEach(rule -> text.append("  ").append(rule).append('\n'));
        }
        if (!report.problems().isEmpty()) {
            text.append("\nProblems:\n");
            report.problems().stream()
                    .map(Problem::text)
                    .forEach(line -> text.append("  ").append(line).append('\n'));
        }
    }

    private void unknown(StringBuilder text) {
        if (!report.unknown().isEmpty()) {
            text.append("\nNot yet known on that day:\n");
            report.unknown().forEach(source -> text.append("  ").append(source).append('\n'));
        }
    }

    private void tables(StringBuilder text, RunInfo run, double seconds) {
        long rows = report.tables().stream().mapToLong(ReleaseInfo.Table::rows).sum();
        if (run.window().hasBounds()) {
            text.append("\nA backfill beside the current release, of the periods ")
                    .append(run.window().text())
                    .append(':');
        }
        text.append(String.format(
                Locale.ROOT,
                "%nRelease %s: %d tables, %,d rows, in %.1f s.%n",
                run.release(),
                report.tables().size(),
                rows,
                seconds));
    }

    private void top(StringBuilder text, RunInfo run) {
        Path release = Lake.existing(lake).orElseThrow().releases().resolve(run.release());
        try (ReleaseSql sql = new ReleaseSql(release)) {
            if (sql.views().contains("index_scores")) {
                top(text, sql.ask(TOP));
            }
            // A release that no index was asked of holds synthetic figures all the same.
            boolean synthetic = !sql.ask(
                            "SELECT 1 FROM sources s JOIN observations o USING (source) WHERE s.synthetic LIMIT 1")
                    .rows()
                    .isEmpty();
            text.append(synthetic ? "\nThese figures are synthetic: demonstration data, no real country.\n" : "");
        }
    }

    private static void top(StringBuilder text, ReleaseSql.Answer answer) {
        if (!answer.rows().isEmpty()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            AnswerPrinter.TABLE.print(answer, new PrintStream(bytes, true, StandardCharsets.UTF_8));
            text.append("\nTransformation index by industry (higher is better):\n")
                    .append(bytes.toString(StandardCharsets.UTF_8));
        }
    }
}
