package org.millwright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.error.Problem;
import org.millwright.error.Problems;

/** What is wrong in a definition is told before anything runs, all of it, with file and line. */
class CompositeProblemsTest {
    /** A sound definition; the tests spoil one line of it. */
    private static final String SOUND = """
            id: mine
            version: 1
            unit: country
            normalise: {method: min-max, lower: 1, upper: 100}
            aggregate: geometric
            tree:
              id: top
              children:
                - {indicator: a, weight: 1}
                - {indicator: b, weight: 2}
            """;

    private static List<String> problems(String text) {
        Problems problems = new Problems();
        Composite.read("own.yaml", text, problems).ifPresent(read -> new CompositeCheck(read, problems).alone());
        return problems.all().stream().map(Problem::text).toList();
    }

    /** The problems of the definition with one line of it replaced. */
    private static List<String> spoilt(String line, String replacement) {
        assertThat(SOUND).contains(line);
        return problems(SOUND.replace(line, replacement));
    }

    @Test
    void soundDefinitionHasNone() {
        assertThat(problems(SOUND)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            version: 1            | ''                                       | 1 | the key 'version' is missing
            unit: country         | ''                                       | 1 | the key 'unit' is missing
            unit: country         | 'unit: country\nunti: x'                 | 4 | unknown key 'unti'. Did you mean 'unit'?
            id: top               | 'id: top\n  indicator: a'                | 7 | a node has either an indicator or children
            weight: 1             | wieght: 1                                | 9 | the weight is missing
            weight: 1             | weight: -1                               | 9 | the weight -1.0 is not positive
            weight: 1             | weight: 0                                | 9 | the weight 0.0 is not positive
            weight: 1             | weight: heavy                            | 9 | 'heavy' is not a number
            weight: 1             | 'weight: 1, direction: 2'                | 9 | the direction is 2
            weight: 1             | 'weight: 1, scale: 10'                   | 9 | there is no denominator for the scale
            weight: 1             | 'weight: 1, denominator: c, scale: 0'    | 9 | the scale is 0
            weight: 1             | 'weight: 1, aggregate: copeland'         | 9 | unknown key 'aggregate'
            weight: 1             | 'weight: 1, normalise: {method: goalposts, lower: 5, upper: 5}' | 9 | goalposts: the goalposts are not two numbers of which lower is below upper
            weight: 1             | 'weight: 1, normalise: {method: goalposts, scale-lower: 1}'     | 9 | the goalposts of 'a' are not declared
            weight: 1             | 'weight: 1, normalise: {method: distance-to-target}'            | 9 | distance-to-target has no target
            weight: 1             | 'weight: 1, normalise: {method: distance-to-reference}'         | 9 | distance-to-reference has no unit
            weight: 1             | 'weight: 1, impute: constant'            | 9 | constant has no value
            weight: 1             | 'weight: 1, impute: linear'              | 9 | 'a' is imputed along time, of which the data know none
            weight: 1             | 'weight: 1, treat: {method: winsorise, kurtosis: 3, then: lgo}' | 9 | 'lgo' is not known here
            method: min-max       | method: mni-max                          | 4 | there is no method 'mni-max' here. Did you mean 'min-max'?
            lower: 1              | lower: 200                               | 4 | min-max: lower is not below upper
            lower: 1              | lower: 0                                 | 7 | the geometric mean of 'top' needs scores above zero, but those of 'a' can be zero or less
            aggregate: geometric  | 'aggregate: {method: power, exponent: 0}' | 5 | power: the exponent must be a number other than 0
            aggregate: geometric  | 'aggregate: {method: power, exponnet: 2}' | 5 | unknown key 'exponnet'. Did you mean 'exponent'?
            aggregate: geometric  | 'aggregate: [geometric]'                 | 5 | keys with values are expected here
            aggregate: geometric  | 'weights: benefit-of-the-doubt\naggregate: geometric' | 8 | the weights of 'top' are by benefit-of-the-doubt, which weights a sum, but its aggregation is geometric
            aggregate: geometric  | 'weights: ahp'                           | 7 | ahp does not go with the 2 children of 'top': the matrix of comparisons has 1 rows
            aggregate: geometric  | 'weights: {method: ahp, comparisons: [[1, 9, 1/9], [1/9, 1, 9], [9, 1/9, 1]]}' | 5 | ahp: the comparisons contradict each other: their consistency ratio is 6.130
            aggregate: geometric  | 'weights: {method: ahp, comparisons: [[1, 3], [0.3, 1]]}' | 5 | ahp: a comparison and the opposite one must be reciprocal: row 1, column 2 is 3.0
            aggregate: geometric  | 'weights: {method: principal-components, variant: rotated, factors: 3}' | 7 | principal-components does not go with the 2 children of 'top': 3 factors are retained
            aggregate: geometric  | 'weights: {method: benefit-of-the-doubt, minimum-share: 0.6}' | 7 | benefit-of-the-doubt does not go with the 2 children of 'top': shares between 0.6 and 1.0 cannot sum to 1
            aggregate: geometric  | 'weights: {method: ahp, comparisons: [[1, 2, 3], [1/2, 1, 2], [1/3, 1/2, 1]]}' | 7 | ahp does not go with the 2 children of 'top': the matrix of comparisons has 3 rows
            aggregate: geometric  | 'weights: {method: ahp, comparisons: [[1, 2], [2, 1]]}' | 5 | ahp: a comparison and the opposite one must be reciprocal
            aggregate: geometric  | 'weights: {method: ahp, comparisons: [[1, 9, 1/9], [1/9, 1, 9], [9, 1/9, 1]]}' | 5 | ahp: the comparisons contradict each other: their consistency ratio is
            aggregate: geometric  | 'weights: {method: ahp, comparisons: [[1, x], [2, 1]]}' | 5 | 'x' is no number
            aggregate: geometric  | 'weights: {method: benefit-of-the-doubt, minimum-share: 0.6}' | 7 | benefit-of-the-doubt does not go with the 2 children of 'top': shares between 0.6 and 1.0 cannot sum to 1
            aggregate: geometric  | 'weights: {method: principal-components, factors: 2}' | 5 | principal-components: factors are retained by the variant rotated only
            aggregate: geometric  | 'screen: 0.66'                           | 5 | keys with values are expected here
            aggregate: geometric  | 'minimum-coverage: 1.5'                  | 5 | the share 1.5 is not between 0 and 1
            aggregate: geometric  | 'reference-window: {from: 2014, to: 2013}' | 5 | the window ends before it starts
            aggregate: geometric  | 'reference-window: {from: 2014}'         | 1 | a reference-window of data without periods holds nothing
            aggregate: geometric  | 'robustness: {replicates: 0}'            | 5 | there are 0 replicates
            aggregate: geometric  | 'robustness: {vary: {weights: {noise: 1}}}' | 5 | the noise is 1.0
            aggregate: geometric  | 'robustness: {vary: {impute: [none, linear]}}' | 1 | robustness imputes along time, of which the data know none
            indicator: b          | indicator: a                             | 10 | the node 'a' stands at own.yaml:9 already
            """)
    void problemIsToldWithItsLine(String line, String replacement, int at, String what) {
        assertThat(spoilt(line, replacement.replace("\\n", "\n")))
                .anySatisfy(text -> assertThat(text).startsWith("own.yaml:" + at + ": " + what));
    }

    @Test
    void allProblemsAreToldAtOnce() {
        String all = SOUND.replace("lower: 1", "lower: 0")
                .replace("weight: 1", "weight: -1")
                .replace("weight: 2", "wieght: 2")
                .replace("unit: country", "period: year");
        assertThat(problems(all))
                .extracting(text -> text.split(" ")[0])
                .containsExactlyInAnyOrder("own.yaml:9:", "own.yaml:10:", "own.yaml:10:", "own.yaml:7:", "own.yaml:1:");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            children: [*top]         | the node 'top' stands below itself. Break the cycle: name the children one by one
            children: &list [*list]  | a node has either an indicator or children. Remove one, or add the other
            children: []             | the node 'top' has no children. Name them, or remove the node
            """)
    void treeThatHoldsItselfIsRefusedAndEndsTheReading(String children, String problem) {
        assertThat(problems("id: mine\nversion: 1\nunit: country\ntree: &top\n  id: top\n  " + children + "\n"))
                .anyMatch(text -> text.endsWith(problem));
    }

    @Test
    void meanOverScoresThatMayBeNegativeIsRefusedAtEveryLevel() {
        String pillars = """
                id: mine
                version: 1
                unit: country
                normalise: {lower: 1}
                tree:
                  id: top
                  aggregate: harmonic
                  children:
                    - {id: pillar, weight: 1, aggregate: copeland, children: [{indicator: a, weight: 1}]}
                """;
        assertThat(problems(pillars))
                .containsExactly(
                        "own.yaml:6: the harmonic mean of 'top' needs scores above zero, but those of 'pillar' can be"
                                + " zero or less. Normalise to a scale that starts above 0, for example lower: 1, or choose another"
                                + " aggregation");
        assertThat(problems(pillars.replace("copeland", "geometric"))).isEmpty();
    }

    @Test
    void robustnessMustNotVaryToAMeanThatIsUndefined() {
        String vary = "robustness: {vary: {aggregate: [arithmetic, geometric], normalise: [{lower: %s}, z-score]}}\n";
        assertThat(problems(SOUND + vary.formatted(1))).hasSize(1);
        assertThat(problems(SOUND + vary.formatted(1).replace("z-score", "{method: z-score, mean: 100}")))
                .isEmpty();
        assertThat(problems(SOUND + vary.formatted(0)))
                .containsExactly(
                        "own.yaml:1: robustness varies to a mean that needs scores above zero, over a scale that"
                                + " reaches zero or less. Let every scale start above 0, for example lower: 1, or leave that mean out");
    }
}
