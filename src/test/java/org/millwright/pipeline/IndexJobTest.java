package org.millwright.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.testing.AsemTree;
import org.millwright.testing.ReferenceTable;

/**
 * The job {@code index} against what COINr 1.1.14 gives for its ASEM example, against the OECD/JRC Handbook (2008) and against
 * papers; the call behind each reference file stands in the manifest of the reference values.
 */
class IndexJobTest {
    @TempDir
    private Path folder;

    private IndexRun asem(String definition) {
        return IndexRun.of(definition, ReferenceTable.file("coinr/inputs/iData.csv"), folder);
    }

    private IndexRun handbook(String definition) {
        return IndexRun.of(definition, ReferenceTable.file("worked/tai/tai_raw_23.csv"), folder);
    }

    @Test
    void everyStageOfTheStandardBuildIsThatOfCoinr() {
        IndexRun run = asem("asem-default");
        for (String stage : new String[] {"denominated", "imputed", "treated", "normalised"}) {
            run.hasStage(stage, ReferenceTable.read("coinr/default/" + stage + ".csv"));
        }
        run.hasStage("treated", ReferenceTable.read("coinr/treat/default_x.csv"));
        run.hasStage("normalised", ReferenceTable.read("coinr/normalise/minmax_0_100.csv"));
        ReferenceTable aggregated = ReferenceTable.read("coinr/default/aggregated.csv");
        List<String> nodes =
                aggregated.columns().subList(1, aggregated.columns().size());
        assertThat(nodes).hasSize(60);
        run.hasScores(aggregated, nodes);

        ReferenceTable ranks = ReferenceTable.read("coinr/default/results_full_ranks.csv");
        for (String node : nodes) {
            run.column(node, "rank")
                    .forEach((unit, rank) ->
                            assertThat(rank).as(unit + " " + node).isEqualTo(ranks.number(unit, node)));
        }
        effectiveWeights(run, ReferenceTable.read("coinr/default/eff_weights.csv"));
    }

    /** What each indicator and node weighs at the top: one row of the published parameters each, as COINr gives them. */
    private static void effectiveWeights(IndexRun run, ReferenceTable expected) {
        ReferenceTable parameters = ReferenceTable.of(run.folder().resolve("stages/parameters.csv"));
        Map<String, Double> effective = new HashMap<>();
        for (int row = 0; row < parameters.size(); row++) {
            if (parameters.texts("step")[row].equals("effective_weight")) {
                effective.put(parameters.keys().get(row), parameters.column("value")[row]);
            }
        }
        assertThat(effective.keySet()).containsExactlyInAnyOrderElementsOf(expected.keys());
        effective.forEach((node, weight) ->
                assertThat(weight).as(node).isCloseTo(expected.number(node, "EffWeight"), within(1e-9)));
    }

    @ParameterizedTest
    @CsvSource({
        "asem-rank, normalised, normalise/rank_min",
        "asem-z-score, normalised, normalise/zscore_10_2",
        "asem-goalposts, normalised, normalise/goalposts_trunc",
        "asem-missing, normalised, aggregate/missing_normalised",
        "asem-median, imputed, impute/col_median",
        "asem-row-mean, imputed, impute/row_mean_bypillar"
    })
    void stageOfAVariantIsThatOfCoinr(String definition, String stage, String reference) {
        asem(definition).hasStage(stage, ReferenceTable.read("coinr/" + reference + ".csv"));
    }

    @ParameterizedTest
    @CsvSource({
        "asem-arithmetic, aggregate/amean",
        "asem-geometric, aggregate/gmean",
        "asem-missing, aggregate/missing_a_amean"
    })
    void scoresOfAVariantAreThoseOfCoinr(String definition, String reference) {
        List<String> nodes = new ArrayList<>(AsemTree.read().nodes());
        assertThat(nodes).hasSize(11);
        asem(definition).hasScores(ReferenceTable.read("coinr/" + reference + ".csv"), nodes);
    }

    @Test
    void technologyAchievementIndexHasTheScoresAndThePrintedRanks() {
        IndexRun run = handbook("tai-goalposts");
        ReferenceTable recomputed = ReferenceTable.read("worked/tai/recomputed_scores_goalposts.csv");
        run.scores("Index")
                .forEach((country, score) -> IndexRun.same(score, recomputed.number(country, "EW"), country));
        ReferenceTable printed = ReferenceTable.read("worked/tai/table38_ranks_by_aggregation.csv");
        ReferenceTable weighted = ReferenceTable.read("worked/tai/table23_ranks_by_weighting.csv");
        assertThat(run.column("Index", "rank"))
                .hasSize(23)
                .allSatisfy((country, rank) -> assertThat(rank)
                        .isEqualTo(printed.number(country, "LIN"))
                        .isEqualTo(weighted.number(country, "EW")));
    }

    @Test
    void technologyAchievementIndexByMinMax() {
        IndexRun run = handbook("tai-min-max");
        ReferenceTable recomputed = ReferenceTable.read("worked/tai/recomputed_scores_minmax.csv");
        run.hasScores(
                recomputed,
                ReferenceTable.read("worked/tai/tai_raw_23.csv").columns().subList(1, 9));
        run.scores("Index")
                .forEach((country, score) -> IndexRun.same(score, recomputed.number(country, "EW_minmax"), country));
    }

    @Test
    void geometricMeanOfRawDataHasThePrintedRanks() {
        IndexRun run = handbook("tai-geometric");
        ReferenceTable recomputed = ReferenceTable.read("worked/tai/recomputed_scores_goalposts.csv");
        run.scores("Index")
                .forEach((country, score) -> IndexRun.same(score, recomputed.number(country, "GME_raw"), country));
        ReferenceTable printed = ReferenceTable.read("worked/tai/table38_ranks_by_aggregation.csv");
        assertThat(run.column("Index", "rank"))
                .hasSize(23)
                .allSatisfy((country, rank) -> assertThat(rank).isEqualTo(printed.number(country, "GME")));
    }

    @Test
    void topsisIsThatOfItsPaper() {
        IndexRun run = IndexRun.of("topsis", ReferenceTable.file("worked/mcdm/topsis_tzeng2011_matrix.csv"), folder);
        ReferenceTable paper = ReferenceTable.read("worked/mcdm/topsis_tzeng2011_expected.csv");
        run.scores("Index")
                .forEach((unit, score) -> IndexRun.same(score, paper.number(unit, "recomputed_closeness"), unit));
    }
}
