package org.millwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.millwright.config.RunSettings;
import org.millwright.contract.Definitions;
import org.millwright.contract.SourceContract;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.error.Problems;
import org.millwright.ingest.FileProbe;
import org.millwright.ingest.Landing;
import org.millwright.model.FileState;
import org.millwright.model.InputFile;
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
        definitions.requireComposites(settings.composites(), "settings", problems);
        int files = 0;
        Path folder = inputs.landing();
        for (RunSettings.SourcePath source : settings.sources()) {
            List<SourceContract> found = definitions.sources(List.of(source.contract()), "settings", problems);
            List<InputFile> inLanding = new ArrayList<>();
            Landing landing = new Landing(folder, problems);
            found.forEach(contract -> inLanding.addAll(landing.files(contract, source.path())));
            landing.incomplete()
                    .forEach(file -> System.out.println(file.path() + " " + FileState.INCOMPLETE.meaning() + "."));
            inLanding.forEach(file -> FileProbe.check(file, found.get(0), problems));
            files += inLanding.size();
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
}
