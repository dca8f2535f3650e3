package org.millwright.stat.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millwright.stat.Ranks;
import org.millwright.testing.ReferenceTable;

/**
 * The Technology Achievement Index of the OECD/JRC Handbook (2008): 23 countries, eight indicators of equal weight. Scores and
 * the large outranking matrix were computed from the printed raw data by others; ranks and table 36 are as printed.
 */
class HandbookAggregationTest {
    private static final double[] EQUAL = {1, 1, 1, 1, 1, 1, 1, 1};

    private static double[][] units(ReferenceTable raw) {
        return raw.keys().stream()
                .map(country -> raw.columns().stream()
                        .skip(1)
                        .mapToDouble(indicator -> raw.number(country, indicator))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static void assertMatrix(String rawData, String matrix) {
        ReferenceTable raw = ReferenceTable.read(rawData);
        ReferenceTable expected = ReferenceTable.read(matrix);
        double[][] shares = new Outranking(units(raw), EQUAL).matrix();
        List<String> countries = raw.keys();
        assertThat(expected.keys()).containsExactlyElementsOf(countries);
        for (int j = 0; j < shares.length; j++) {
            for (int k = 0; k < shares.length; k++) {
                assertThat(shares[j][k])
                        .as(countries.get(j) + " " + countries.get(k))
                        .isCloseTo(expected.number(countries.get(j), countries.get(k)), within(1e-12));
            }
        }
    }

    @Test
    void outrankingOfFiveCountriesIsTable36() {
        assertMatrix("worked/tai/table35_impact_matrix_5.csv", "worked/tai/table36_outranking_5.csv");
    }

    @Test
    void outrankingOfAllCountriesIsAsRecomputed() {
        assertMatrix("worked/tai/tai_raw_23.csv", "worked/tai/recomputed_outranking_23_equalw.csv");
    }

    @Test
    void copelandCountsWinsLessLossesInTheMatrix() {
        ReferenceTable raw = ReferenceTable.read("worked/tai/tai_raw_23.csv");
        ReferenceTable matrix = ReferenceTable.read("worked/tai/recomputed_outranking_23_equalw.csv");
        double[] scores = Copeland.DEFAULT.scores(units(raw), EQUAL);
        List<String> countries = raw.keys();
        for (int j = 0; j < scores.length; j++) {
            double expected = 0;
            for (String other : countries) {
                boolean itself = other.equals(countries.get(j));
                expected += itself ? 0 : Math.signum(matrix.number(countries.get(j), other) - 0.5);
            }
            assertThat(scores[j]).as(countries.get(j)).isEqualTo(expected);
        }
    }

    @Test
    void geometricMeansOfRawDataAndTheirRanksAreThoseOfTable38() {
        ReferenceTable raw = ReferenceTable.read("worked/tai/tai_raw_23.csv");
        ReferenceTable recomputed = ReferenceTable.read("worked/tai/recomputed_scores_goalposts.csv");
        double[] scores = Arrays.stream(units(raw))
                .mapToDouble(unit -> Geometric.DEFAULT.score(unit, EQUAL))
                .toArray();
        assertScoresAndRanks(raw.keys(), scores, recomputed, "GME");
    }

    @Test
    void arithmeticMeansOnGoalpostsAndTheirRanksAreThoseOfTable38() {
        ReferenceTable raw = ReferenceTable.read("worked/tai/tai_raw_23.csv");
        ReferenceTable goalposts = ReferenceTable.read("worked/tai/goalposts_original_tai.csv");
        ReferenceTable recomputed = ReferenceTable.read("worked/tai/recomputed_scores_goalposts.csv");
        List<String> indicators = raw.columns().subList(1, 9);
        double[] scores = Arrays.stream(units(raw))
                .mapToDouble(unit -> {
                    double[] z = new double[unit.length];
                    Arrays.setAll(z, c -> {
                        double lower = goalposts.number(indicators.get(c), "lower");
                        double upper = goalposts.number(indicators.get(c), "upper");
                        return Math.min(1, Math.max(0, (unit[c] - lower) / (upper - lower)));
                    });
                    return Arithmetic.DEFAULT.score(z, EQUAL);
                })
                .toArray();
        assertScoresAndRanks(raw.keys(), scores, recomputed, "LIN");
    }

    private static void assertScoresAndRanks(
            List<String> countries, double[] scores, ReferenceTable recomputed, String method) {
        ReferenceTable printed = ReferenceTable.read("worked/tai/table38_ranks_by_aggregation.csv");
        double[] ranks = Ranks.descending(scores);
        String column = method.equals("GME") ? "GME_raw" : "EW";
        for (int i = 0; i < scores.length; i++) {
            String country = countries.get(i);
            assertThat(scores[i])
                    .as(country)
                    .isCloseTo(recomputed.number(country, column), within(1e-9 * Math.max(1, scores[i])));
            assertThat(ranks[i]).as(country).isEqualTo(printed.number(country, method));
        }
    }
}
