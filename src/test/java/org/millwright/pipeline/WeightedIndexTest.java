package org.millwright.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.testing.ReferenceTable;

/** The job {@code index} with weights that the data, comparisons or a linear programme give, against papers and the Handbook. */
class WeightedIndexTest {
    @TempDir
    private Path folder;

    private IndexRun handbook(String definition) {
        return IndexRun.of(definition, ReferenceTable.file("worked/tai/tai_raw_23.csv"), folder);
    }

    /** The papers give weights; the score of an alternative is the mean of its raw figures under them. */
    @ParameterizedTest
    @CsvSource({"entropy, entropy_elsayed2017", "critic, critic_tus2019"})
    void weightsAreThoseOfTheirPaper(String definition, String paper) {
        IndexRun run = IndexRun.of(definition, ReferenceTable.file("worked/mcdm/" + paper + "_matrix.csv"), folder);
        ReferenceTable matrix = ReferenceTable.read("worked/mcdm/" + paper + "_matrix.csv");
        ReferenceTable weights = ReferenceTable.read("worked/mcdm/" + paper + "_expected.csv");
        Map<String, Double> scores = run.scores("Index");
        assertThat(scores).hasSize(matrix.size());
        scores.forEach((alternative, score) -> {
            double expected = weights.keys().stream()
                    .mapToDouble(criterion ->
                            weights.number(criterion, "recomputed_weight") * matrix.number(alternative, criterion))
                    .sum();
            IndexRun.same(score, expected, alternative);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "entropy-panel, pooled_zero_as_0lnp=0, pooled_zero_as_0lnp=0, pooled_zero_as_0lnp=0",
        "entropy-panel-each-period, cross_section_2021_zero_as_0, cross_section_2022_zero_as_0, cross_section_2023_zero_as_0"
    })
    void entropyOfAPanelIsEstimatedPooledOrInEachPeriod(
            String definition, String of2021, String of2022, String of2023) {
        IndexRun run = IndexRun.of(definition, ReferenceTable.file("worked/computed/entropy_panel_input.csv"), folder);
        ReferenceTable expected = ReferenceTable.read("worked/computed/entropy_panel_expected_scores.csv");
        Map<String, String> variants = Map.of("2021", of2021, "2022", of2022, "2023", of2023);
        String[] variant = expected.texts("variant");
        String[] unit = expected.texts("unit");
        String[] year = expected.texts("year");
        double[] score = expected.column("score");
        int compared = 0;
        for (int i = 0; i < score.length; i++) {
            if (variant[i].equals(variants.get(year[i]))) {
                double actual = run.column("Index", "score", year[i]).get(unit[i]);
                assertThat(actual).as(unit[i] + year[i]).isCloseTo(score[i], within(1e-12));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(12);
    }

    /** The AHP scores among the reference values are made with the printed weights, which are not those of the printed matrix. */
    @Test
    void comparisonsOfTheHandbookGiveTheWeightsOfTheirEigenvector() {
        IndexRun run = handbook("tai-ahp");
        ReferenceTable weights = ReferenceTable.read("worked/tai/recomputed_ahp_table20.csv");
        Map<String, Double> scores = run.scores("Index");
        assertThat(scores).hasSize(23);
        scores.forEach((country, score) -> {
            double expected = weights.keys().stream()
                    .mapToDouble(indicator -> weights.number(indicator, "eigen_weight")
                            * run.scores(indicator).get(country))
                    .sum();
            IndexRun.same(score, expected, country);
        });
    }

    @Test
    void givenWeightsOfTheHandbookHaveTheScoresAndThePrintedRanks() {
        IndexRun run = handbook("tai-budget-allocation");
        ReferenceTable recomputed = ReferenceTable.read("worked/tai/recomputed_scores_goalposts.csv");
        ReferenceTable printed = ReferenceTable.read("worked/tai/table23_ranks_by_weighting.csv");
        run.scores("Index")
                .forEach((country, score) -> IndexRun.same(score, recomputed.number(country, "BAP"), country));
        assertThat(run.column("Index", "rank"))
                .hasSize(23)
                .allSatisfy((country, rank) -> assertThat(rank).isEqualTo(printed.number(country, "BAP")));
    }

    @Test
    void benefitOfTheDoubtGivesTheScoresOfTheHandbook() {
        ReferenceTable recomputed = ReferenceTable.read("worked/tai/recomputed_bod.csv");
        ReferenceTable printed = ReferenceTable.read("worked/tai/table19_bod_scores.csv");
        Map<String, Double> scores = handbook("tai-benefit-of-the-doubt").scores("Index");
        assertThat(scores).hasSize(23);
        scores.forEach((country, score) -> {
            IndexRun.same(score, recomputed.number(country, "bod_bounded_10_15"), country);
            assertThat(score).as(country).isCloseTo(printed.number(country, "bod_score"), within(0.007));
        });
    }

    /** R stops its rotation early, which moves its weights by up to 7e-5. */
    @Test
    void rotatedComponentsGiveTheWeightsOfTheHandbook() {
        ReferenceTable weights = ReferenceTable.read("worked/tai/recomputed_varimax_and_pc_weights.csv");
        ReferenceTable raw = ReferenceTable.read("worked/tai/tai_raw_23.csv");
        Map<String, Double> scores = handbook("tai-principal-components").scores("Index");
        assertThat(scores).hasSize(23);
        scores.forEach((country, score) -> {
            double expected = 0;
            double figures = 0;
            for (String indicator : weights.keys()) {
                expected += weights.number(indicator, "weight_rescaled") * raw.number(country, indicator);
                figures += raw.number(country, indicator);
            }
            assertThat(score).as(country).isCloseTo(expected, within(7e-5 * figures));
        });
    }
}
