package org.millwright.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.millwright.index.Factor.Kind;
import org.millwright.index.Trials.Analysis;

class DrawsTest {
    private static final String ALL =
            "{seed: %d, sensitivity: 5, vary: {aggregate: [arithmetic, geometric], weights: {noise: 0.25}, leave-one-out: true}}";
    private static final int MANY = 3_000;

    private static Draws draws(String robustness) {
        return new Draws(Tiny.layout(robustness), Parameters.NONE);
    }

    @Test
    void onlyWhatIsDeclaredIsAFactorAndWeightsAreOneForEachLevel() {
        assertThat(draws("{vary: {aggregate: [arithmetic, geometric]}}").factors())
                .extracting(Factor::id)
                .containsExactly("aggregate");
        assertThat(new Draws(new Layout(Asem.composite()), Parameters.NONE).factors())
                .extracting(Factor::id)
                .containsExactly(
                        "impute",
                        "treat",
                        "normalise",
                        "aggregate",
                        "leave_one_out",
                        "weights_level_2",
                        "weights_level_3",
                        "weights_level_4");
    }

    @Test
    void sameSeedGivesTheSameChoicesInWhateverOrderAndAnotherSeedOthers() {
        Draws draws = draws(String.format(ALL, 7));
        List<Choices> forwards = IntStream.range(0, 50)
                .mapToObj(row -> draws.choices(factor -> row))
                .toList();
        for (int row = 49; row >= 0; row--) {
            int same = row;
            assertThat(draws(String.format(ALL, 7)).choices(factor -> same)).isEqualTo(forwards.get(row));
        }
        assertThat(draws(String.format(ALL, 8)).choices(factor -> 0)).isNotEqualTo(forwards.get(0));
    }

    @Test
    void oneMoreFactorChangesNoDrawOfTheOthers() {
        Draws fewer = draws("{vary: {weights: {noise: 0.25}}}");
        Draws more = draws("{vary: {weights: {noise: 0.25}, aggregate: [arithmetic, geometric]}}");
        for (int row = 0; row < 20; row++) {
            int same = row;
            assertThat(more.choices(factor -> same).weights())
                    .isEqualTo(fewer.choices(factor -> same).weights());
        }
    }

    @Test
    void alternativesHaveTheSameChanceAndSoHasLeavingOutNothing() {
        Draws draws = draws(String.format(ALL, 1));
        int geometric = 0;
        int whole = 0;
        for (int row = 0; row < MANY; row++) {
            int same = row;
            Choices choices = draws.choices(factor -> same);
            geometric += choices.alternatives().get(Kind.AGGREGATE);
            whole += choices.leftOut().isEmpty() ? 1 : 0;
        }
        // Four standard errors: 4 sqrt(p (1 - p) / 3000).
        assertThat(geometric / (double) MANY).isCloseTo(1.0 / 2, within(0.0366));
        assertThat(whole / (double) MANY).isCloseTo(1.0 / 3, within(0.0345));
    }

    @Test
    void noWeightMovesByMoreThanTheNoiseBeforeTheyAreScaled() {
        Draws draws = draws("{vary: {weights: {noise: 0.25}}}");
        for (int row = 0; row < MANY; row++) {
            int same = row;
            Map<String, Double> weights = draws.choices(factor -> same).weights();
            assertThat(weights.get("a") + weights.get("b")).isCloseTo(1, within(1e-15));
            assertThat(weights.get("a") / weights.get("b")).isBetween(0.75 / 1.25, 1.25 / 0.75);
        }
    }

    @Test
    void trialsAreReplicatesThenTheSobolDesignThenEveryNodeThatCanBeLeftOut() {
        Trials trials = new Trials(
                Tiny.layout("{replicates: 10, sensitivity: 4, vary: {weights: {noise: 0.1}, leave-one-out: true}}"),
                Parameters.NONE);
        // 10, then 4 x (2 factors + 2), then a and b; without the top nothing would be left.
        assertThat(trials.size()).isEqualTo(10 + 16 + 2);
        assertThat(trials.trial(9).analysis()).isEqualTo(Analysis.UNCERTAINTY);
        assertThat(trials.trial(10)).isEqualTo(new Trials.Trial(Analysis.SOBOL, 0));
        assertThat(trials.choices(27)).isEqualTo(Choices.without("b"));
    }
}
