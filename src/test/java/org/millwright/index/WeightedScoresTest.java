package org.millwright.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.millwright.contract.Composite;
import org.millwright.contract.Composite.Node;
import org.millwright.error.Problems;
import org.millwright.index.Parameters.Parameter;
import org.millwright.index.Parameters.Step;
import org.millwright.model.Reason;
import org.millwright.testing.ReferenceTable;

/** Weights in the engine, on the Handbook's Technology Achievement Index: 23 countries, min-max scores from 0 to 1. */
class WeightedScoresTest {
    private static final List<String> INDICATORS = List.of(
            "PATENTS", "ROYALTIES", "INTERNET", "EXPORTS", "TELEPHONES", "ELECTRICITY", "SCHOOLING", "UNIVERSITY");
    private static final String BOUNDED =
            "{method: benefit-of-the-doubt, minimum-share: 0.10, maximum-share: 0.15, best: 1}";

    private final ReferenceTable raw = ReferenceTable.read("worked/tai/tai_raw_23.csv");

    private static Layout layout(String weights) {
        StringBuilder text = new StringBuilder("id: tai\nversion: 1\nunit: country\nnormalise: {lower: 0, upper: 1}\n"
                + "minimum-coverage: 0.5\nweights: " + weights + "\ntree:\n  id: Index\n  children:\n");
        INDICATORS.forEach(indicator -> text.append("    - {indicator: " + indicator + ", weight: 1}\n"));
        Problems problems = new Problems();
        Composite composite =
                Composite.read("tai.yaml", text.toString(), problems).orElseThrow();
        problems.throwIfAny();
        return new Layout(composite.withDirections(1));
    }

    private CrossSection section() {
        String[] units = raw.keys().toArray(String[]::new);
        String[] peers = new String[units.length];
        boolean[] compared = new boolean[units.length];
        Arrays.fill(peers, "");
        Arrays.fill(compared, true);
        double[][] values = INDICATORS.stream().map(raw::column).toArray(double[][]::new);
        return new CrossSection("", peers, units, compared, values, null, new String[0][], null);
    }

    private static NodeScores scores(Layout layout, CrossSection section) {
        return CompositeModel.estimate(layout, List.of(section)).score(section);
    }

    @Test
    void scoresByBenefitOfTheDoubtAreThoseOfTheHandbook() {
        Layout layout = layout(BOUNDED);
        NodeScores scores = scores(layout, section());
        ReferenceTable expected = ReferenceTable.read("worked/tai/recomputed_bod.csv");
        int top = layout.nodes().size() - 1;
        for (int i = 0; i < raw.size(); i++) {
            assertThat(scores.score(top, i))
                    .isCloseTo(expected.number(raw.keys().get(i), "bod_bounded_10_15"), within(1e-9));
        }
    }

    @Test
    void contributionsAreWeightTimesScoreAndSumToTheScore() {
        Layout layout = layout(BOUNDED);
        CrossSection section = section();
        section.values()[3][5] = Double.NaN;
        NodeScores scores = scores(layout, section);
        Node top = layout.composite().tree();
        double[][] parts = scores.contributions(top);
        for (int i = 0; i < raw.size(); i++) {
            double sum = 0;
            for (int c = 0; c < INDICATORS.size(); c++) {
                double part = scores.weights(top, i)[c] * scores.score(c, i);
                assertThat(Double.compare(parts[i][c], part)).isZero();
                sum += Double.isNaN(part) ? 0 : part;
            }
            assertThat(sum).isCloseTo(scores.score(layout.place(top), i), within(1e-12));
        }
        assertThat(scores.weights(top, 5)[3]).isZero();
        assertThat(parts[5][3]).isNaN();
    }

    @Test
    void unitsThatAreNotComparedDoNotMoveTheFrontier() {
        Layout layout = layout(BOUNDED);
        CrossSection section = section();
        int finland = raw.keys().indexOf("Finland");
        section.compared()[finland] = false;
        double[] scores = scores(layout, section).scores(layout.nodes().size() - 1);
        assertThat(scores[finland]).isGreaterThan(1);
        assertThat(scores[raw.keys().indexOf("Sweden")]).isCloseTo(1, within(1e-9));
    }

    @Test
    void unitThatCannotBeWeighedSaysSoAndTheOthersAreScored() {
        Layout layout = layout("benefit-of-the-doubt");
        CrossSection section = section();
        Arrays.fill(section.compared(), false);
        section.compared()[0] = true;
        section.compared()[1] = true;
        double lowest = Math.min(section.values()[0][0], section.values()[0][1]);
        section.values()[0][2] = lowest - 1;
        NodeScores scores = scores(layout, section);
        int top = layout.nodes().size() - 1;
        assertThat(scores.score(0, 2)).isNegative();
        assertThat(scores.score(top, 2)).isNaN();
        assertThat(scores.reason(top, 2)).isEqualTo(Reason.NO_WEIGHTS);
        assertThat(scores.score(top, 0)).isCloseTo(100, within(1e-7));
    }

    @Test
    void estimatedWeightsArePublished() {
        Layout layout = layout("{method: principal-components, variant: rotated, factors: 4}");
        Map<String, Double> weights = CompositeModel.estimate(layout, List.of(section())).published().stream()
                .filter(parameter -> parameter.step() == Step.WEIGHT)
                .collect(Collectors.toMap(Parameter::name, Parameter::value));
        ReferenceTable printed = ReferenceTable.read("worked/tai/table18_weights_ml_pc.csv");
        INDICATORS.forEach(indicator ->
                assertThat(weights.get(indicator)).isCloseTo(printed.number(indicator, "PC"), within(0.00513)));
    }

    @Test
    void dataWithoutWeightsLeaveTheNodeUndefinedWithTheReason() {
        Layout layout = layout("critic");
        CrossSection section = section();
        Arrays.fill(section.values()[2], 7);
        NodeScores scores = scores(layout, section);
        int top = layout.nodes().size() - 1;
        assertThat(scores.scores(top)).containsOnly(Double.NaN);
        assertThat(scores.reason(top, 0)).isEqualTo(Reason.NO_WEIGHTS);
    }
}
