package org.millwright.pipeline;

import java.util.List;
import org.millwright.config.Gates.Drift;
import org.millwright.config.RunSettings;
import org.millwright.config.RunSettings.SourcePath;
import org.millwright.contract.Definitions;
import org.millwright.contract.Industry;
import org.millwright.contract.MeasureColumn;
import org.millwright.contract.SourceContract;
import org.millwright.contract.Vintage;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problems;
import org.millwright.yaml.NearestName;

/** Checks that what the settings name is defined. */
public final class SettingsCheck {
    private static final String WHERE = "settings";

    private final Definitions definitions;
    private final Problems problems;

    private SettingsCheck(Definitions definitions, Problems problems) {
        this.definitions = definitions;
        this.problems = problems;
    }

    /** The contracts of the sources that are defined, in the order of the settings; a problem for each name that is not. */
    public static List<SourceContract> contracts(RunSettings settings, Definitions definitions, Problems problems) {
        List<String> ids = settings.sources().stream().map(SourcePath::contract).toList();
        List<SourceContract> contracts = definitions.sources(ids, WHERE, problems);
        definitions.requireComposites(settings.composites(), WHERE, problems);
        SettingsCheck check = new SettingsCheck(definitions, problems);
        contracts.forEach(contract -> check.gates(contract, settings.source(contract.id())));
        return contracts;
    }

    private void gates(SourceContract contract, SourcePath source) {
        source.gates().drift().forEach(drift -> drift(contract, drift));
        if (source.gates().freshness().isPresent() && contract.vintage() instanceof Vintage.Field) {
            problem(
                    contract,
                    "the gate of freshness needs a date of the delivery, and every record has one of its own",
                    "Remove the gate, or let the contract take the vintage from the file's name");
        }
    }

    private void drift(SourceContract contract, Drift drift) {
        List<String> measures = contract.measures().stream()
                .map(MeasureColumn::measure)
                .distinct()
                .toList();
        if (!measures.contains(drift.measure())) {
            problem(
                    contract,
                    "a gate of drift names the measure '" + drift.measure() + "', and the contract has none of it",
                    NearestName.suggestion(drift.measure(), measures));
        }
        List<String> industries =
                definitions.scheme().industries().stream().map(Industry::code).toList();
        if (!industries.contains(drift.industry())) {
            problem(
                    contract,
                    "a gate of drift names the industry '" + drift.industry() + "', and the scheme has none of it",
                    NearestName.suggestion(drift.industry(), industries));
        }
    }

    private void problem(SourceContract contract, String what, String remedy) {
        problems.add(ErrorCode.SETTINGS_INVALID, WHERE + ", source " + contract.id(), what, remedy);
    }
}
