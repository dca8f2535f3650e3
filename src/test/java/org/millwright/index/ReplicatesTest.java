package org.millwright.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.millwright.index.Factor.Kind;
import org.millwright.stat.Ranks;
import org.millwright.stat.robustness.RankShifts;
import org.millwright.stat.robustness.SobolDesign;
import org.millwright.stat.robustness.SobolDesign.Indices;

/** Replicates against the table of {@link Tiny}, and against the whole computation without any shortcut. */
class ReplicatesTest {
    private static final String MEANS = "{vary: {aggregate: [arithmetic, geometric]}, sensitivity: 2000}";

    private static double[] scores(Layout layout, Choices choices) {
        return new Replicates(layout, List.of(Tiny.section()), period -> true)
                .nodes(choices)
                .get(0)
                .topScores();
    }

    @Test
    void alternativeMeanTakesThePlaceOfTheMean() {
        Layout layout = Tiny.layout(MEANS);
        assertThat(scores(layout, Choices.NOMINAL)).containsExactly(new double[] {68, 64, 50}, within(1e-12));
        assertThat(scores(layout, new Choices(Map.of(Kind.AGGREGATE, 1), "", Map.of())))
                .containsExactly(new double[] {60, 64, 50}, within(1e-12));
    }

    @Test
    void movedWeightsAreScaledToSumToOne() {
        // (3 x 100 + 1 x 36) / 4 = 84; B and C have the same score twice.
        assertThat(scores(Tiny.layout(MEANS), new Choices(Map.of(), "", Map.of("a", 3.0, "b", 1.0))))
                .containsExactly(new double[] {84, 64, 50}, within(1e-12));
    }

    @Test
    void leftOutIndicatorLeavesTheScoresOfTheOther() {
        Layout layout = Tiny.layout(MEANS);
        assertThat(scores(layout, Choices.without("a"))).containsExactly(new double[] {36, 64, 50}, within(1e-12));
        assertThat(scores(layout, Choices.without("b"))).containsExactly(new double[] {100, 64, 50}, within(1e-12));
    }

    @Test
    void goalpostsWithoutBoundsKeepThoseOfTheIndicator() {
        // On a scale from 0 to 99 every score is 1 less.
        Layout layout = Tiny.layout("{vary: {normalise: [{method: goalposts, scale-lower: 0, scale-upper: 99}]}}");
        assertThat(scores(layout, new Choices(Map.of(Kind.NORMALISE, 0), "", Map.of())))
                .containsExactly(new double[] {67, 63, 49}, within(1e-12));
    }

    @Test
    void theOnlyFactorMakesAllOfTheVariance() {
        Layout layout = Tiny.layout(MEANS);
        Trials trials = new Trials(layout, Parameters.NONE);
        SobolDesign design = trials.design().orElseThrow();
        double[] nominal = {1, 2, 3};
        double[] shifts = IntStream.range(trials.replicates(), trials.size())
                .mapToDouble(trial -> RankShifts.mean(nominal, Ranks.descending(scores(layout, trials.choices(trial)))))
                .toArray();
        // The geometric mean moves A and B by one rank each, and C by none.
        assertThat(shifts).containsOnly(0, 2.0 / 3);
        Indices indices = design.indices(shifts)[0];
        assertThat(indices.first()).isCloseTo(1, within(0.1));
        assertThat(indices.total()).isCloseTo(1, within(0.1));
    }

    @Test
    void everyReplicateIsWhatTheWholeComputationGives() {
        Layout layout = new Layout(Asem.composite());
        CrossSection section = Asem.section(layout);
        Trials trials = new Trials(layout, Parameters.NONE);
        Replicates replicates = new Replicates(layout, List.of(section), period -> true);
        for (int trial = 0; trial < 60; trial++) {
            Choices drawn = trials.choices(trial);
            Choices choices = new Choices(drawn.alternatives(), "", drawn.weights());
            Layout variant = new Variation(layout, choices).layout();
            assertThat(replicates.nodes(choices).get(0).topScores())
                    .as(choices.toString())
                    .containsExactly(CompositeModel.estimate(variant, List.of(section))
                            .score(section)
                            .topScores());
        }
    }
}
