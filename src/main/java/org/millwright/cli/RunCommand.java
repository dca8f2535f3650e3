package org.millwright.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.millwright.config.RunSettings;
import org.millwright.contract.DefinitionFiles;
import org.millwright.pipeline.NightlyRun;
import org.millwright.pipeline.RunReport;
import org.millwright.pipeline.RunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "run",
        description = "The nightly job: reads the files in landing, computes all tables and publishes a release.",
        footer = {
            "",
            "Examples:",
            "  millwright run                                   on bundled demonstration data",
            "  millwright run --config settings.yaml --landing /data/in --lake /data/lake",
            "  millwright run --config public-sources --landing ../shared/data --lake lake",
            "",
            "Exit codes: 0 done or nothing new, 64 usage, 65 bad input (nothing published), 70 defect,",
            "75 locked or storage (retry), 78 settings or definitions."
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    private Inputs inputs;

    @Option(
            names = "--lake",
            paramLabel = "DIR",
            description = "Folder of tables and releases (default: the setting, ./lake).")
    private Path lake;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = {
                "Only vintages that were known on this day, such as 2025-06-30, in all tables but observations.",
                "The next run without it shows the latest again."
            })
    private LocalDate asOf;

    @Option(names = "--force", description = "Run also if nothing is new.")
    private boolean force;

    @Override
    public Integer call() {
        DefinitionFiles definitions = inputs.definitions();
        RunSettings settings = inputs.settings();
        Path target = lake != null ? lake : Path.of(settings.lake());
        RunRequest request = new RunRequest(
                settings,
                definitions,
                inputs.landing(),
                target,
                Optional.ofNullable(asOf).map(LocalDate::toString),
                force);
        boolean terminal = System.console() != null;
        RunReport report = new NightlyRun(request, Sessions::open, new ConsoleProgress(System.err, terminal)).execute();
        System.err.print(new RunSummary(report, target).text());
        return report.run().exitCode();
    }
}
