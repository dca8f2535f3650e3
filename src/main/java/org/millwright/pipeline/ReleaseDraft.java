package org.millwright.pipeline;

import java.util.List;
import java.util.stream.Stream;
import org.millwright.contract.Definitions;
import org.millwright.harmonise.ConstantPrices;
import org.millwright.harmonise.GrowthRates;
import org.millwright.harmonise.IndustryMeasures;
import org.millwright.harmonise.RevisionStatistics;
import org.millwright.harmonise.Revisions;
import org.millwright.index.CompositeScores;
import org.millwright.lake.ReleaseInfo;
import org.millwright.model.InputFile;
import org.millwright.model.MethodVersion;
import org.millwright.structure.Decompositions;
import org.millwright.structure.StructureStatistics;

/** What a release says of how it was made: inputs, definitions, methods; all of its manifest but the tables. */
final class ReleaseDraft {
    private static final List<MethodVersion> METHODS = List.of(
            IndustryMeasures.METHOD,
            ConstantPrices.METHOD,
            GrowthRates.METHOD,
            Revisions.METHOD,
            RevisionStatistics.METHOD,
            StructureStatistics.METHOD,
            Decompositions.SHIFT_SHARE,
            Decompositions.REGIONAL,
            Decompositions.LMDI);

    private ReleaseDraft() {}

    static ReleaseInfo of(RunPlan plan, String run) {
        return new ReleaseInfo(
                run,
                "",
                run,
                plan.request().asOf().orElse(""),
                plan.checksum(),
                plan.definitionFiles(),
                methods(plan),
                inputs(plan, run),
                List.of(),
                plan.request().window());
    }

    private static List<String> methods(RunPlan plan) {
        Definitions definitions = plan.definitions();
        Stream<String> composites = plan.request().settings().composites().stream()
                .map(id -> CompositeScores.METHOD + "+" + id + "/"
                        + definitions.composites().get(id).version());
        return Stream.of(
                        METHODS.stream().map(MethodVersion::toString),
                        new SeasonalTables(plan).methods().stream(),
                        composites)
                .flatMap(methods -> methods)
                .toList();
    }

    private static List<ReleaseInfo.Input> inputs(RunPlan plan, String run) {
        return plan.ledgerAfter(run).files().stream()
                .map(entry -> input(entry.file()))
                .toList();
    }

    private static ReleaseInfo.Input input(InputFile file) {
        return new ReleaseInfo.Input(file.source(), file.name(), file.sha256(), file.vintage());
    }
}
