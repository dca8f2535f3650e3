package org.millwright.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.index.ScoreChange.Between;
import org.millwright.index.ScoreChange.Effect;
import org.millwright.index.ScoreChange.Part;
import org.millwright.model.Reason;

/** Changes of a small tree by hand: on goalposts from 1 to 100 a score is the value itself. */
class ScoreChangeTest {
    private static final double NA = Double.NaN;
    private static final String TREE = """
            id: small
            version: 1
            unit: unit
            minimum-coverage: 0.4
            screen: {minimum-coverage: 0}
            normalise: {method: goalposts, lower: 1, upper: 100, scale-lower: 1, scale-upper: 100}
            tree:
              id: top
              aggregate: {method: %s}
              children:
                - id: left
                  weight: 1
                  aggregate: {method: %s}
                  children:
                    - {indicator: a, weight: 1}
                    - {indicator: b, weight: 1}
                - {indicator: c, weight: 1}
            """;

    private static Layout layout(String top, String left) {
        return new Layout(RandomIndex.read(TREE.formatted(top, left)));
    }

    /** The scores of the first unit with the given values of a, b and c; a second unit has 50 everywhere. */
    private static UnitScores unit(Layout layout, String period, double... values) {
        double[][] columns = Arrays.stream(values)
                .mapToObj(value -> new double[] {value, 50})
                .toArray(double[][]::new);
        CrossSection section = new CrossSection(
                period,
                new String[] {"", ""},
                new String[] {"one", "two"},
                new boolean[] {true, true},
                columns,
                null,
                null,
                null);
        return UnitScores.of(CompositeModel.estimate(layout, List.of(section)).score(section), 0);
    }

    private static Part part(List<Part> parts, String node, Effect effect) {
        List<Part> found = parts.stream()
                .filter(part -> part.node().equals(node) && part.effect() == effect)
                .toList();
        assertThat(found).as(node + " " + effect).hasSize(1);
        return found.get(0);
    }

    private static void is(List<Part> parts, String node, Effect effect, double value) {
        assertThat(part(parts, node, effect).value()).as(node).isCloseTo(value, within(1e-12));
        assertThat(part(parts, node, effect).reason()).isNull();
    }

    /** sqrt(2 * 8) = 4 becomes sqrt(8 * 32) = 16: both children grew fourfold, so half of 12 each; of left's 6 all is a's. */
    @Test
    void partsOfATreeAreThoseOfTheHandComputation() {
        Layout layout = layout("geometric", "arithmetic");
        List<Part> parts = ScoreChange.parts(layout, unit(layout, "2019", 2, 2, 8), unit(layout, "2020", 14, 2, 32));
        is(parts, "top", Effect.TOTAL, 12);
        is(parts, "a", Effect.VALUE, 6);
        is(parts, "b", Effect.VALUE, 0);
        is(parts, "c", Effect.VALUE, 6);
        assertThat(parts).hasSize(4);
    }

    /** Left stays at 10 while a rises and b falls by 5: at a slope of 1/2 * L(20, 20) / L(10, 10) / 2 = 1/2 each. */
    @Test
    void indicatorsThatCancelHaveTheirParts() {
        Layout layout = layout("geometric", "arithmetic");
        List<Part> parts = ScoreChange.parts(layout, unit(layout, "2019", 10, 10, 40), unit(layout, "2020", 15, 5, 40));
        is(parts, "top", Effect.TOTAL, 0);
        is(parts, "a", Effect.VALUE, 2.5);
        is(parts, "b", Effect.VALUE, -2.5);
        is(parts, "c", Effect.VALUE, 0);
    }

    /** b comes: left is 8 of a alone, (8 + 24)/2 = 16 with b. The top goes from sqrt(8 * 2) = 4 to sqrt(16 * 4) = 8. */
    @Test
    void indicatorThatComesIsCoverageOfItsNode() {
        Layout layout = layout("geometric", "arithmetic");
        List<Part> parts = ScoreChange.parts(layout, unit(layout, "2019", 8, NA, 2), unit(layout, "2020", 8, 24, 4));
        is(parts, "top", Effect.TOTAL, 4);
        is(parts, "left", Effect.COVERAGE, 2);
        is(parts, "a", Effect.VALUE, 0);
        is(parts, "c", Effect.VALUE, 2);
        assertThat(part(parts, "b", Effect.VALUE).value()).isNaN();
        assertThat(part(parts, "b", Effect.VALUE).reason()).isEqualTo(Reason.MISSING);
    }

    /** Left goes as a whole: c alone is compared, 2 to 4; that left was there made sqrt(8 * 2) = 4 of 2. */
    @Test
    void nodeThatGoesIsCoverageOfItsParent() {
        Layout layout = layout("geometric", "arithmetic");
        List<Part> parts = ScoreChange.parts(layout, unit(layout, "2019", 8, 8, 2), unit(layout, "2020", NA, NA, 4));
        is(parts, "top", Effect.TOTAL, 0);
        is(parts, "c", Effect.VALUE, 2);
        is(parts, "top", Effect.COVERAGE, -2);
        assertThat(part(parts, "a", Effect.VALUE).reason()).isEqualTo(Reason.MISSING);
    }

    @Test
    void nodeThatComparesUnitsIsOnePart() {
        Layout layout = layout("arithmetic", "topsis");
        UnitScores from = unit(layout, "2019", 60, 20, 9);
        UnitScores to = unit(layout, "2020", 80, 40, 9);
        List<Part> parts = ScoreChange.parts(layout, from, to);
        is(parts, "left", Effect.COMPARISON, to.top() - from.top());
        is(parts, "c", Effect.VALUE, 0);
        assertThat(to.top()).isNotEqualTo(from.top());
        assertThat(part(parts, "a", Effect.VALUE).reason()).isEqualTo(Reason.COMPARISON);
        assertThat(part(parts, "b", Effect.VALUE).reason()).isEqualTo(Reason.COMPARISON);
    }

    @Test
    void baseIsTheLatestPeriodOfTheSameFrequencyWithAScore() {
        Layout layout = layout("geometric", "arithmetic");
        List<Between> changes = ScoreChange.along(
                layout,
                List.of(
                        unit(layout, "2019", 2, 2, 8),
                        unit(layout, "2019-Q4", 3, 3, 3),
                        unit(layout, "2020", NA, NA, NA),
                        unit(layout, "2020-Q1", 4, 4, 4),
                        unit(layout, "2021", 5, 5, 5)));
        assertThat(changes)
                .extracting(change -> change.basePeriod() + " " + change.period())
                .containsExactly("2019-Q4 2020-Q1", "2019 2021");
    }

    /** A mean of means is a mean: weights 1/2 and 1/2 below 1/2, and 1/2, are 1/4, 1/4 and 1/2 in one level. */
    @ParameterizedTest
    @ValueSource(strings = {"geometric", "harmonic", "power"})
    void twoLevelsOfOneMeanSplitAsOneLevelDoes(String mean) {
        Layout twoLevels = layout(mean, mean);
        List<Part> parts =
                ScoreChange.parts(twoLevels, unit(twoLevels, "2019", 3, 7, 20), unit(twoLevels, "2020", 11, 2, 30));
        Layout oneLevel = new Layout(RandomIndex.read("""
                id: flat
                version: 1
                unit: unit
                normalise: {method: goalposts, lower: 1, upper: 100, scale-lower: 1, scale-upper: 100}
                tree:
                  id: top
                  aggregate: {method: %s}
                  children:
                    - {indicator: a, weight: 1}
                    - {indicator: b, weight: 1}
                    - {indicator: c, weight: 2}
                """.formatted(mean)));
        ScoreChange.parts(oneLevel, unit(oneLevel, "2019", 3, 7, 20), unit(oneLevel, "2020", 11, 2, 30))
                .forEach(part -> is(parts, part.node(), part.effect(), part.value()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void partsOfRandomTreesSumToTheChange(long seed) {
        RandomIndex index = new RandomIndex(seed);
        Layout layout = index.layout("aggregate: {method: topsis}", "aggregate: {method: copeland}");
        List<CrossSection> panel = index.panel(layout);
        CompositeModel model = CompositeModel.estimate(layout, panel);
        List<NodeScores> scores = panel.stream().map(model::score).toList();
        int changes = 0;
        for (int unit = 0; unit < panel.get(0).size(); unit++) {
            List<UnitScores> series = new ArrayList<>();
            for (NodeScores period : scores) {
                series.add(UnitScores.of(period, unit));
            }
            for (Between change : ScoreChange.along(layout, series)) {
                sumsToTheTotal(layout, change);
                changes++;
            }
        }
        assertThat(changes).isPositive();
    }

    private static void sumsToTheTotal(Layout layout, Between change) {
        double total = part(change.parts(), layout.composite().tree().id(), Effect.TOTAL)
                .value();
        double sum = 0;
        double size = Math.abs(total);
        int indicators = 0;
        for (Part part : change.parts()) {
            assertThat(Double.isNaN(part.value())).isEqualTo(part.reason() != null);
            if (part.effect() != Effect.TOTAL && part.reason() == null) {
                sum += part.value();
                size = Math.max(size, Math.abs(part.value()));
            }
            indicators += part.effect() == Effect.VALUE ? 1 : 0;
        }
        assertThat(sum).isCloseTo(total, within(1e-9 * size));
        assertThat(indicators).isEqualTo(layout.leaves().size());
    }
}
