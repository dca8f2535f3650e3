package org.millwright.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.millwright.index.Factor.Kind;
import org.millwright.testing.AsemTree;
import org.millwright.testing.CoinrWeightSets;
import org.millwright.testing.ReferenceTable;

/** The uncertainty analysis of COINr 1.1.14, all 40 replicates of it from raw data, replayed from its sample file. */
class CoinrUncertaintyTest {
    private static final List<String> NORMALISATIONS = List.of("minmax(1,100)", "zscore(10,2)");
    private static final List<String> AGGREGATIONS = List.of("amean", "gmean");

    @Test
    void allReplicatesComeOutFromTheSample() {
        Layout layout = new Layout(Asem.composite());
        CrossSection section = Asem.section(layout);
        Replicates replicates = new Replicates(layout, List.of(section), period -> true);
        PeerRanks peers = new PeerRanks(section);
        ReferenceTable sample = ReferenceTable.read("coinr/sensitivity/ua_sample.csv");
        ReferenceTable scores = ReferenceTable.read("coinr/sensitivity/ua_scores.csv");
        ReferenceTable ranks = ReferenceTable.read("coinr/sensitivity/ua_ranks.csv");
        CoinrWeightSets weights = new CoinrWeightSets(AsemTree.read());
        assertThat(sample.keys()).hasSize(40);
        for (String replicate : sample.keys()) {
            Choices choices = new Choices(
                    Map.of(
                            Kind.TREAT, (int) sample.number(replicate, "winmax") - 1,
                            Kind.NORMALISE, NORMALISATIONS.indexOf(sample.text(replicate, "norm")),
                            Kind.AGGREGATE, AGGREGATIONS.indexOf(sample.text(replicate, "agg"))),
                    "",
                    weights.set((int) sample.number(replicate, "weight_set")));
            double[] computed = replicates.nodes(choices).get(0).topScores();
            double[] rank = peers.orMissing(computed);
            for (int i = 0; i < section.size(); i++) {
                String country = section.unit()[i];
                double expected = scores.number(country, "r_" + replicate);
                assertThat(computed[i])
                        .as(replicate + " " + country)
                        .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
                assertThat(rank[i]).as(replicate + " " + country).isEqualTo(ranks.number(country, "r_" + replicate));
            }
        }
    }

    @Test
    void nominalScoresAreThoseOfTheStandardBuild() {
        Layout layout = new Layout(Asem.composite());
        CrossSection section = Asem.section(layout);
        ReferenceTable scores = ReferenceTable.read("coinr/sensitivity/ua_scores.csv");
        double[] nominal =
                CompositeModel.estimate(layout, List.of(section)).score(section).topScores();
        for (int i = 0; i < nominal.length; i++) {
            assertThat(nominal[i]).isCloseTo(scores.number(section.unit()[i], "Nominal"), within(1e-9));
        }
    }
}
