package org.millwright.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.millwright.config.RunSettings;
import org.millwright.contract.DefinitionFiles;
import org.millwright.error.MillwrightException;
import org.millwright.model.Window;
import org.millwright.pipeline.RunRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say what a run reads, what it takes into account, and where its lake is. */
final class RunOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

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

    @Option(
            names = "--from",
            paramLabel = "PERIOD",
            defaultValue = "",
            description = {
                "Backfill: computes history anew into a release of the periods from this one, such as 2015, 2015-Q3 or 2015-07.",
                "It stands beside the current release, which readers still see; read it with --release."
            })
    private String from;

    @Option(names = "--to", paramLabel = "PERIOD", defaultValue = "", description = "Backfill: the last period.")
    private String to;

    /** The lake that the command line names; empty where the settings do. */
    Optional<Path> lake() {
        return Optional.ofNullable(lake);
    }

    /**
     * What is asked for.
     *
     * @throws MillwrightException if settings cannot be read
     * @throws ParameterException if a period is none
     */
    RunRequest request() {
        Window window = window();
        DefinitionFiles definitions = inputs.definitions();
        RunSettings settings = inputs.settings();
        return new RunRequest(
                settings,
                definitions,
                inputs.landing(),
                lake().orElseGet(() -> FolderConverter.folder(settings.lake())),
                Optional.ofNullable(asOf).map(LocalDate::toString),
                force,
                window,
                false);
    }

    private Window window() {
        try {
            return new Window(from, to);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(
                    command.commandLine(), wrong.getMessage() + ". Write for example --from 2015 --to 2019", wrong);
        }
    }
}
