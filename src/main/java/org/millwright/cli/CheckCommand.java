package org.millwright.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.millwright.config.RunSettings;
import org.millwright.config.RunSettings.SourcePath;
import org.millwright.contract.Definitions;
import org.millwright.contract.SourceContract;
import org.millwright.error.MillwrightException;
import org.millwright.error.Owner;
import org.millwright.error.Problem;
import org.millwright.error.Problems;
import org.millwright.ingest.FileProbe;
import org.millwright.ingest.Landing;
import org.millwright.model.FileState;
import org.millwright.model.InputFile;
import org.millwright.pipeline.SettingsCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "check",
        description = "Settings, contracts, definitions and the heads of the files in landing: every problem at once.",
        footer = {"", "Examples:", "  millwright check", "  millwright check --config settings.yaml --landing /data/in"
        })
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private Inputs inputs;

    @Override
    public Integer call() {
        Problems problems = new Problems();
        RunSettings settings = inputs.settings();
        Definitions definitions = Definitions.read(inputs.definitions(), settings.scheme(), problems);
        int files = 0;
        for (SourceContract contract : SettingsCheck.contracts(settings, definitions, problems)) {
            files += files(settings.source(contract.id()), contract, problems);
        }
        if (problems.isEmpty()) {
            System.out.println("All is well: " + settings.sources().size() + " sources, " + files + " files, "
                    + definitions.indicators().size() + " indicators, "
                    + definitions.composites().size() + " composites.");
            return 0;
        }
        problems.all().stream().map(Problem::text).forEach(System.out::println);
        return new MillwrightException(problems.all()).exitCode();
    }

    /** Looks at the files of a source and returns their number; what is wrong with those of an optional one is only shown. */
    private int files(SourcePath source, SourceContract contract, Problems problems) {
        Problems found = new Problems();
        Landing landing = new Landing(inputs.landing(), found);
        List<InputFile> files = landing.files(contract, source.path());
        landing.incomplete()
                .forEach(file -> System.out.println(file.path() + " " + FileState.INCOMPLETE.meaning() + "."));
        files.forEach(file -> FileProbe.check(file, contract, found));
        found.all().forEach(problem -> {
            if (source.optional() && problem.code().owner() == Owner.INPUT) {
                System.out.println(contract.id() + " would be left out: " + problem.text());
            } else {
                problems.add(problem);
            }
        });
        return files.size();
    }
}
