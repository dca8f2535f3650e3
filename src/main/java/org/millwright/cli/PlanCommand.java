package org.millwright.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.millwright.lake.ReleaseInfo;
import org.millwright.lake.Releases;
import org.millwright.lake.RunInfo;
import org.millwright.pipeline.Rehearsal;
import org.millwright.pipeline.RunReport;
import org.millwright.query.ReleaseSql;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "plan",
        description = {
            "What 'run' would do, and how the published figures would change: a rehearsal in a copy of the lake.",
            "Nothing is published, and nothing stays of it. The exit code is the one that the run would have."
        },
        footer = {
            "",
            "Examples:",
            "  millwright plan --config settings.yaml --landing /data/in --lake /data/lake",
            "  millwright plan --all --format csv > changes.csv"
        })
final class PlanCommand implements Callable<Integer> {
    private static final String REJECTED =
            "SELECT source, file, sheet, row, rule, field, observed FROM rejected_rows WHERE run = '%s'"
                    + " ORDER BY ALL LIMIT 20";

    @Mixin
    private RunOptions options;

    @Mixin
    private DiffOptions differences;

    @Override
    public Integer call() {
        try (Rehearsal rehearsal = new Rehearsal(options.request())) {
            Optional<String> before = new Releases(rehearsal.lake()).current();
            RunReport report =
                    rehearsal.execute(Sessions::open, new ConsoleProgress(System.err, System.console() != null));
            print(rehearsal, report, before);
            return report.run().exitCode();
        }
    }

    /** What is said beside the differences goes where it does not disturb those who read them as CSV or JSON. */
    private void print(Rehearsal rehearsal, RunReport report, Optional<String> before) {
        PrintStream beside = differences.format() == AnswerPrinter.TABLE ? System.out : System.err;
        RunInfo run = report.run();
        beside.print(new RunSummary(report, rehearsal.lake().root()).rehearsed());
        if (report.run().outcome().equals("nothing-new")) {
            return;
        }
        rejected(rehearsal, run, beside);
        Releases releases = new Releases(rehearsal.lake());
        Optional<ReleaseInfo> earlier = before.flatMap(releases::manifest);
        Optional<ReleaseInfo> later = releases.manifest(run.run());
        if (earlier.isPresent() && later.isPresent()) {
            beside.println("\nFigures that would change:");
            differences.print(releases, earlier.get(), later.get(), System.out);
        } else if (later.isPresent()) {
            beside.println("\nNothing has been published before: all figures would be new.");
        }
    }

    private static void rejected(Rehearsal rehearsal, RunInfo run, PrintStream beside) {
        Path published = rehearsal.lake().releases().resolve(run.run());
        Path found = run.madeRelease() ? published : rehearsal.lake().findings(run.run());
        if (!Files.exists(found)) {
            // A run that cannot read any file rejects no row.
            return;
        }
        try (ReleaseSql sql = new ReleaseSql(found)) {
            ReleaseSql.Answer rows = sql.ask(REJECTED.formatted(run.run()));
            if (!rows.rows().isEmpty()) {
                beside.println("\nRows that would be rejected, the first 20:");
                AnswerPrinter.TABLE.print(rows, beside);
            }
        }
    }
}
