package org.millwright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.millwright.contract.Alternatives.Periods;
import org.millwright.error.Problem;
import org.millwright.error.Problems;

/** The section {@code robustness} of a composite. */
class AlternativesTest {
    private static final String DEFINITION = """
            id: tiny
            version: 1
            unit: unit
            robustness: %s
            tree:
              id: top
              children:
                - {indicator: a, weight: 1, direction: 1}
                - {indicator: b, weight: 1, direction: 1}
            """;

    private static Alternatives read(String robustness) {
        Problems problems = new Problems();
        Composite composite = Composite.read("tiny.yaml", String.format(DEFINITION, robustness), problems)
                .orElseThrow();
        problems.throwIfAny();
        return composite.alternatives().orElseThrow();
    }

    private static List<String> problems(String robustness) {
        Problems problems = new Problems();
        Composite.read("tiny.yaml", String.format(DEFINITION, robustness), problems);
        return problems.all().stream().map(Problem::text).toList();
    }

    @Test
    void whatIsNotSaidHasItsDefault() {
        Alternatives read = read("{vary: {weights: {noise: 0.25}}}");
        assertThat(read.replicates()).isEqualTo(1_000);
        assertThat(read.seed()).isEqualTo(1);
        assertThat(read.sensitivity()).isZero();
        assertThat(read.periods()).isEqualTo(Periods.LATEST);
        assertThat(read.aggregations()).isEmpty();
        assertThat(read.leaveOneOut()).isFalse();
    }

    @Test
    void everyKeyIsRead() {
        Alternatives read = read("{replicates: 5, seed: 9, sensitivity: 2, periods: all, vary: {impute: [mean],"
                + " treat: [{maximum-points: 3}], normalise: [{method: z-score, mean: 10}], aggregate: [arithmetic, harmonic],"
                + " weights: {noise: 0.1}, leave-one-out: true}}");
        assertThat(read.withReplicates(7).replicates()).isEqualTo(7);
        assertThat(read.withReplicates(5)).isEqualTo(read);
        assertThat(read.periods()).isEqualTo(Periods.ALL);
        assertThat(read.sensitivity()).isEqualTo(2);
        assertThat(read.aggregations()).hasSize(2);
        assertThat(read.leaveOneOut()).isTrue();
    }

    @Test
    void whatCannotWorkIsToldAtItsLine() {
        assertThat(problems("{vary: {}}")).singleElement().asString().contains("tiny.yaml:4", "nothing is varied");
        assertThat(problems("{sensitivity: 1, vary: {leave-one-out: true}}"))
                .singleElement()
                .asString()
                .contains("tiny.yaml:4", "the size is 1");
        assertThat(problems("{replicates: 0, vary: {weights: {noise: 1}}}")).hasSize(2);
        assertThat(problems("{periods: last, vary: {leave-one-out: true}}"))
                .singleElement()
                .asString()
                .contains("latest, all");
        assertThat(problems("{vary: {normalise: [goalposts]}}"))
                .anyMatch(text -> text.contains("goalposts without bounds"));
    }
}
