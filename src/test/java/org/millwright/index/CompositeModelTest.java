package org.millwright.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.contract.Composite;
import org.millwright.contract.Composite.Node;

/** What a composite promises on any data, proved on seeded random panels. */
class CompositeModelTest {
    private final Random random = new Random(7);
    private final RandomPanel panel = new RandomPanel(11);

    static Stream<String> variants() {
        return Variants.all().keySet().stream();
    }

    private static Map<String, double[]> scores(Composite composite, List<CrossSection> sections) {
        Layout layout = new Layout(composite);
        List<CrossSection> carried = new AlongTime(layout).carry(sections);
        CompositeModel model = CompositeModel.estimate(layout, carried);
        Map<String, double[]> scores = new HashMap<>();
        for (CrossSection section : carried) {
            NodeScores of = model.score(section);
            for (int i = 0; i < section.size(); i++) {
                int row = i;
                double[] nodes = new double[layout.nodes().size()];
                Arrays.setAll(nodes, node -> of.score(node, row));
                scores.put(section.period() + " " + section.unit()[i], nodes);
            }
        }
        return scores;
    }

    private Map<String, double[]> scores(Composite composite, RandomPanel of) {
        return scores(composite, of.sections(new Layout(composite)));
    }

    private static void same(Map<String, double[]> actual, Map<String, double[]> expected, double tolerance) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (unit, scores) -> assertThat(actual.get(unit)).as(unit).containsExactly(scores, within(tolerance)));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void orderOfUnitsAndPeriodsChangesNoDigit(String variant) {
        Composite composite = Variants.all().get(variant);
        Map<String, double[]> expected = scores(composite, panel);
        for (int i = 0; i < 5; i++) {
            Map<String, double[]> shuffled = scores(composite, panel.shuffled(new Layout(composite), random));
            expected.forEach(
                    (unit, scores) -> assertThat(shuffled.get(unit)).as(unit).containsExactly(scores));
        }
        assertThat(expected.values())
                .anySatisfy(scores -> assertThat(scores[scores.length - 1]).isNotNaN());
    }

    @ParameterizedTest
    @MethodSource("variants")
    void otherUnitsOfMeasurementChangeNoScore(String variant) {
        Composite composite = Variants.all().get(variant);
        RandomPanel rescaled = panel.with("a", value -> value * 1000)
                .with("size", value -> value / 7)
                .with("c", value -> value * 3)
                .with("e", value -> value * 0.01);
        same(scores(composite, rescaled), scores(composite, panel), 1e-9);
    }

    /** Means of ranks are often equal but for their last digit, which only a power of two leaves as it is. */
    @ParameterizedTest
    @MethodSource("variants")
    void weightsOnAnotherScaleChangeNoScore(String variant) {
        double factor = variant.equals("rank") ? 8 : 7.3;
        Composite composite = Variants.all().get(variant);
        Composite heavier = composite.withTree(composite
                .tree()
                .map(node -> new Node(
                        node.id(),
                        node.labelEn(),
                        node.labelZh(),
                        node.weight() * factor,
                        node.aggregation(),
                        node.weighting(),
                        node.minimumCoverage(),
                        node.children(),
                        node.leaf(),
                        node.where())));
        same(scores(heavier, panel), scores(composite, panel), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void contributionsSumToTheScoreAndWhatIsUndefinedHasAReason(String variant) {
        Layout layout = new Layout(Variants.all().get(variant));
        List<CrossSection> sections = new AlongTime(layout).carry(panel.sections(layout));
        CompositeModel model = CompositeModel.estimate(layout, sections);
        for (CrossSection section : sections) {
            NodeScores scores = model.score(section);
            layout.inner().forEach(node -> {
                double[][] parts = scores.contributions(node);
                for (int i = 0; i < parts.length; i++) {
                    double score = scores.score(layout.place(node), i);
                    double sum = Arrays.stream(parts[i])
                            .filter(part -> !Double.isNaN(part))
                            .sum();
                    double expected = Double.isNaN(score) ? 0 : score;
                    assertThat(sum).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
                }
            });
            for (int node = 0; node < layout.nodes().size(); node++) {
                for (int i = 0; i < section.size(); i++) {
                    assertThat(scores.reason(node, i) == null).isNotEqualTo(Double.isNaN(scores.score(node, i)));
                    assertThat(scores.score(node, i)).isNotIn(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
                }
            }
        }
    }

    /** In the year behind the window, where nothing is estimated on the value that rises. */
    @ParameterizedTest
    @ValueSource(strings = {"plain", "row mean", "rank", "power", "carried"})
    void betterValueNeverLowersTheScore(String variant) {
        Composite composite = Variants.all().get(variant);
        Map<String, double[]> before = scores(composite, panel);
        for (int trial = 0; trial < 20; trial++) {
            int unit = random.nextInt(31);
            boolean up = random.nextBoolean();
            String column = up ? "d" : "e";
            double value = panel.value(column, 2, unit);
            if (panel.has(2, unit) && !Double.isNaN(value)) {
                RandomPanel better = panel.with(column, 2, unit, up ? value * 1.5 + 0.1 : value / 2);
                double[] after = scores(composite, better).get("2017 " + RandomPanel.name(unit));
                double[] known = before.get("2017 " + RandomPanel.name(unit));
                assertThat(known.length).isEqualTo(9);
                for (int node = 6; node < 9; node++) {
                    if (!Double.isNaN(known[node])) {
                        assertThat(after[node]).isGreaterThanOrEqualTo(known[node] - 1e-9);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "by group", "row mean", "carried", "power"})
    void yearBehindTheWindowChangesNoEarlierScore(String variant) {
        Composite composite = Variants.all().get(variant);
        List<CrossSection> sections = panel.sections(new Layout(composite));
        Map<String, double[]> later = scores(composite, sections);
        scores(composite, sections.subList(0, 2))
                .forEach((unit, scores) -> assertThat(later.get(unit)).as(unit).containsExactly(scores));
    }

    /** Min-max over the first two years, a missing indicator's weight to the others, a geometric mean on top. */
    @Test
    void scoresAreThoseOfAComputationByHand() {
        Composite composite = RandomPanel.composite(
                "reference-window: {from: 2015, to: 2016}\nnormalise: {lower: 1, upper: 10}\nminimum-coverage: 0.6\n",
                "aggregate: geometric");
        Map<String, double[]> scores = scores(composite, panel);
        assertThat(scores).hasSizeGreaterThan(70);
        int defined = 0;
        for (int year = 0; year < 3; year++) {
            for (int unit = 0; unit < 31; unit++) {
                if (panel.has(year, unit)) {
                    double first = mean(
                            new double[] {1, 2, 1},
                            scaled("a", 1, year, unit),
                            scaled("b", 1, year, unit),
                            scaled("c", -1, year, unit));
                    double second = mean(
                            new double[] {1, 1, 1},
                            scaled("d", 1, year, unit),
                            scaled("e", -1, year, unit),
                            scaled("f", 1, year, unit));
                    // The first pillar weighs a quarter, so that the second alone is enough, and must be there.
                    double top = Double.isNaN(second)
                            ? Double.NaN
                            : Double.isNaN(first)
                                    ? second
                                    : first > 0 && second > 0
                                            ? Math.pow(first, 0.25) * Math.pow(second, 0.75)
                                            : Double.NaN;
                    double[] actual = scores.get(RandomPanel.YEARS.get(year) + " " + RandomPanel.name(unit));
                    assertThat(new double[] {actual[6], actual[7], actual[8]})
                            .containsExactly(new double[] {first, second, top}, within(1e-12));
                    defined += Double.isNaN(top) ? 0 : 1;
                }
            }
        }
        assertThat(defined).isGreaterThan(50);
    }

    private double figure(String column, int year, int unit) {
        double value = panel.value(column, year, unit);
        return column.equals("a") ? value / panel.value("size", year, unit) * 10 : value;
    }

    private double scaled(String column, int direction, int year, int unit) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < 2; t++) {
            for (int other = 0; other < 31; other++) {
                double value = figure(column, t, other);
                if (panel.has(t, other) && !Double.isNaN(value)) {
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
        }
        double value = figure(column, year, unit);
        double share = direction > 0 ? (value - least) / (most - least) : (most - value) / (most - least);
        return 1 + 9 * share;
    }

    private static double mean(double[] weights, double... values) {
        double sum = 0;
        double weight = 0;
        double all = 0;
        for (int c = 0; c < values.length; c++) {
            all += weights[c];
            if (!Double.isNaN(values[c])) {
                sum += weights[c] * values[c];
                weight += weights[c];
            }
        }
        return weight / all >= 0.6 ? sum / weight : Double.NaN;
    }
}
