package org.millwright.stat.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.millwright.stat.Ranks;
import org.millwright.stat.aggregation.Aggregation.OfUnit;
import org.millwright.stat.aggregation.Arithmetic;
import org.millwright.stat.aggregation.Geometric;
import org.millwright.testing.AsemTree;
import org.millwright.testing.CoinrWeightSets;
import org.millwright.testing.RUniform;
import org.millwright.testing.ReferenceTable;
import org.millwright.testing.ReplicateScores;

/**
 * The uncertainty analysis of COINr 1.1.14 on its ASEM example, repeated from the sample of its alternatives: the replicates
 * that treat with five points, for which there are normalised values from outside.
 */
class CoinrReplicatesTest {
    @Test
    void sampleIsTheOneThatRDraws() {
        ReferenceTable sample = ReferenceTable.read("coinr/sensitivity/ua_sample.csv");
        RUniform uniforms = new RUniform(2024);
        for (String factor : List.of("Winmax_u", "Normalisation_u", "Weights_u", "Aggregation_u")) {
            assertThat(uniforms.next(40)).as(factor).containsExactly(sample.column(factor));
        }
    }

    @Test
    void replicatesComeOutWithTheNoisyWeights() {
        ReferenceTable sample = ReferenceTable.read("coinr/sensitivity/ua_sample.csv");
        ReferenceTable scores = ReferenceTable.read("coinr/sensitivity/ua_scores.csv");
        AsemTree tree = AsemTree.read();
        CoinrWeightSets weights = new CoinrWeightSets(tree);
        List<String> repeated = sample.keys().stream()
                .filter(replicate -> sample.text(replicate, "winmax").equals("5"))
                .toList();
        assertThat(repeated).containsExactly("1", "9", "11", "12", "16", "18", "24", "25", "28", "34", "38");
        for (String replicate : repeated) {
            ReferenceTable normalised = ReferenceTable.read(
                    sample.text(replicate, "norm").startsWith("minmax")
                            ? "coinr/aggregate/amean.csv"
                            : "coinr/normalise/zscore_10_2.csv");
            OfUnit method = sample.text(replicate, "agg").equals("amean") ? Arithmetic.DEFAULT : Geometric.DEFAULT;
            Map<String, Double> set = weights.set((int) sample.number(replicate, "weight_set"));
            for (String country : scores.keys()) {
                double expected = scores.number(country, "r_" + replicate);
                assertThat(tree.score("Index", row(normalised, country), method, set))
                        .as(replicate + " " + country)
                        .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    private static Map<String, Double> row(ReferenceTable table, String country) {
        Map<String, Double> row = new HashMap<>();
        table.columns().stream().skip(1).forEach(column -> row.put(column, table.number(country, column)));
        return row;
    }

    @Test
    void weightsOfTheReplicatesAreNoisyWeightsUpToScale() {
        AsemTree tree = AsemTree.read();
        CoinrWeightSets weights = new CoinrWeightSets(tree);
        List<String> pillars = tree.nodes().subList(0, 5);
        double[] moved = new NoisyWeights(0.25).of(new double[] {1, 1, 1, 1, 1}, new RUniform(11).next(5));
        double sum = pillars.stream().mapToDouble(weights.set(1)::get).sum();
        for (int p = 0; p < 5; p++) {
            assertThat(moved[p]).isCloseTo(weights.set(1).get(pillars.get(p)) / sum, within(1e-12));
        }
    }

    @Test
    void ranksAndTheirSpreadAreThoseOfCoinr() {
        ReferenceTable scores = ReferenceTable.read("coinr/sensitivity/ua_scores.csv");
        ReferenceTable ranks = ReferenceTable.read("coinr/sensitivity/ua_ranks.csv");
        ReferenceTable stats = ReferenceTable.read("coinr/sensitivity/ua_rankstats.csv");
        double[][] replicates = IntStream.rangeClosed(1, 40)
                .mapToObj(replicate -> scores.column("r_" + replicate))
                .toArray(double[][]::new);
        for (int r = 0; r < replicates.length; r++) {
            double[] expected = byCountry(ranks, "r_" + (r + 1), scores.keys());
            assertThat(Ranks.descending(replicates[r]))
                    .as("replicate " + (r + 1))
                    .containsExactly(expected);
        }
        assertThat(Ranks.descending(scores.column("Nominal")))
                .containsExactly(byCountry(ranks, "Nominal", scores.keys()));
        UnitRobustness[] units = new ReplicateScores(scores.column("Nominal"), replicates).units();
        for (int i = 0; i < units.length; i++) {
            String country = scores.keys().get(i);
            Spread rank = units[i].rank();
            assertThat(new double[] {rank.mean(), rank.median(), rank.q05(), rank.q95()})
                    .as(country)
                    .containsExactly(
                            new double[] {
                                stats.number(country, "Mean"),
                                stats.number(country, "Median"),
                                stats.number(country, "Q5"),
                                stats.number(country, "Q95")
                            },
                            within(1e-9));
        }
    }

    @Test
    void shareOfReplicatesWithTheNominalRankIsCounted() {
        ReferenceTable scores = ReferenceTable.read("coinr/sensitivity/ua_scores.csv");
        ReferenceTable ranks = ReferenceTable.read("coinr/sensitivity/ua_ranks.csv");
        double[][] replicates = IntStream.rangeClosed(1, 40)
                .mapToObj(replicate -> scores.column("r_" + replicate))
                .toArray(double[][]::new);
        UnitRobustness[] units = new ReplicateScores(scores.column("Nominal"), replicates).units();
        for (int i = 0; i < units.length; i++) {
            String country = scores.keys().get(i);
            long same = IntStream.rangeClosed(1, 40)
                    .filter(r -> ranks.text(country, "r_" + r).equals(ranks.text(country, "Nominal")))
                    .count();
            assertThat(units[i].sameRank()).as(country).isEqualTo(same / 40.0);
        }
    }

    private static double[] byCountry(ReferenceTable table, String column, List<String> countries) {
        return countries.stream()
                .mapToDouble(country -> table.number(country, column))
                .toArray();
    }
}
