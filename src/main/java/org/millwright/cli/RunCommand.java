package org.millwright.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.millwright.config.RunSettings;
import org.millwright.contract.DefinitionFiles;
import org.millwright.error.MillwrightException;
import org.millwright.pipeline.NightlyRun;
import org.millwright.pipeline.Progress;
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
            "75 locked or storage (retry), 78 settings or definitions, 143 stopped."
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    private Inputs inputs;

    @Option(
            names = "--lake",
            paramLabel = "DIR",
            converter = FolderConverter.class,
            description = {
                "Folder of tables and releases (default: the setting, ./lake);",
                "also on a file system that Hadoop knows, such as hdfs://namenode:8020/lake."
            })
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
        Progress progress = new ConsoleProgress(System.err, System.console() != null);
        RunRequest request = request(progress);
        RunReport report = new NightlyRun(request, Sessions::open, progress).execute();
        System.err.print(new RunSummary(report, request.lake()).text());
        return report.run().exitCode();
    }

    /** What is asked for; settings that cannot be read are recorded in the lake, where the command line names it. */
    private RunRequest request(Progress progress) {
        try {
            DefinitionFiles definitions = inputs.definitions();
            RunSettings settings = inputs.settings();
            return new RunRequest(
                    settings,
                    definitions,
                    inputs.landing(),
                    lake != null ? lake : FolderConverter.folder(settings.lake()),
                    Optional.ofNullable(asOf).map(LocalDate::toString),
                    force);
        } catch (MillwrightException unreadable) {
            Optional.ofNullable(lake).ifPresent(folder -> NightlyRun.cannotBegin(folder, unreadable, progress));
            throw unreadable;
        }
    }
}
