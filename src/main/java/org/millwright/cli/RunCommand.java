package org.millwright.cli;

import java.util.concurrent.Callable;
import org.millwright.error.MillwrightException;
import org.millwright.pipeline.NightlyRun;
import org.millwright.pipeline.Progress;
import org.millwright.pipeline.RunReport;
import org.millwright.pipeline.RunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "run",
        description = "The nightly job: reads the files in landing, computes all tables and publishes a release.",
        footer = {
            "",
            "Examples:",
            "  millwright run                                   on bundled demonstration data",
            "  millwright run --config settings.yaml --landing /data/in --lake /data/lake",
            "  millwright run --config public-sources --landing ../shared/data --lake lake",
            "  millwright run --from 2015 --to 2019            history anew, beside the current release",
            "",
            "Exit codes: 0 done or nothing new, 64 usage, 65 bad input (nothing published), 70 defect,",
            "75 locked or storage (retry), 78 settings or definitions, 143 stopped."
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    private RunOptions options;

    @Override
    public Integer call() {
        Progress progress = new ConsoleProgress(System.err, System.console() != null);
        RunRequest request = request(progress);
        RunReport report = new NightlyRun(request, Sessions::open, progress).execute();
        System.err.print(new RunSummary(report, request.lake()).text());
        return report.run().exitCode();
    }

    /** What is asked for; settings that cannot be read are recorded in the lake, where the command line names it. */
    private RunRequest request(Progress progress) {
        try {
            return options.request();
        } catch (MillwrightException unreadable) {
            options.lake().ifPresent(folder -> NightlyRun.cannotBegin(folder, unreadable, progress));
            throw unreadable;
        }
    }
}
