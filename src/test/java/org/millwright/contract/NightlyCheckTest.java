package org.millwright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Composites of the nightly run against the other definitions. */
class NightlyCheckTest {
    private static final String INDICATOR = """
            id: own
            label: {en: Own, zh: 自有}
            formula: value_added / employment
            unit: "{currency} per person"
            pillar: high-end
            """;

    private static final String COMPOSITE = """
            id: mine
            version: 1.0.0
            label: {en: Mine, zh: 我的}
            normalise: {method: rank}
            tree:
              id: top
              children:
                - {indicator: own, weight: 1}
            """;

    @TempDir
    private Path folder;

    private OwnDefinitions own;

    @BeforeEach
    void open() {
        own = new OwnDefinitions(folder).write("indicators/own.yaml", INDICATOR);
    }

    private OwnDefinitions composite(String line, String replacement) {
        assertThat(COMPOSITE).contains(line);
        return own.write("composites/own.yaml", COMPOSITE.replace(line, replacement));
    }

    @Test
    void everyNameMustBeDefined() {
        composite("indicator: own, weight: 1", """
                indicator: owm, weight: 1, denominator: onw, impute: {method: mean, by: region},
                   normalise: {method: distance-to-reference, unit: steal}""");
        assertThat(own.problems())
                .containsExactly(
                        "composites/own.yaml:8: there is no indicator 'owm'. Did you mean 'own'?",
                        "composites/own.yaml:8: there is no indicator to divide by 'onw'. Did you mean 'own'?",
                        "composites/own.yaml:8: there is no group of industries 'region'. Did you mean 'area'? Known are area,"
                                + " industry",
                        "composites/own.yaml:8: there is no industry 'steal'. Did you mean 'steel'?",
                        "composites/own.yaml:1: the composite 'mine' estimates on its data and has no reference window, so"
                                + " that a new year would change published scores. Add reference-window: {from: ..., to: ...},"
                                + " or {each-period: true} if scores need not compare over time");
    }

    @Test
    void goalpostsStandInTheCompositeOrAtTheIndicator() {
        composite("rank", "goalposts");
        assertThat(own.problems())
                .containsExactly(
                        "composites/own.yaml:8: the indicator own has no goalposts. Add them to the indicator");
        own.write(
                "indicators/own.yaml",
                INDICATOR + "goalposts: [{unit: CNY per person, lower: 0, upper: 1, source: nobody}]\n");
        assertThat(own.problems()).isEmpty();
    }

    @Test
    void labelIsNeeded() {
        composite("label: {en: Mine, zh: 我的}\n", "");
        assertThat(own.problems())
                .containsExactly(
                        "composites/own.yaml:1: the composite 'mine' lacks a label. Add label: {en: ..., zh: ...}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "normalise: min-max",
                "normalise: z-score",
                "treat: winsorise\nnormalise: rank",
                "impute: median\nnormalise: rank",
                "impute: row-mean\nnormalise: rank",
                "robustness: {vary: {normalise: [z-score, rank]}}\nnormalise: rank"
            })
    void estimationNeedsAWindowThatANewYearDoesNotMove(String methods) {
        composite("normalise: {method: rank}", methods);
        assertThat(own.problems()).hasSize(1);
        for (String open : new String[] {"{from: 2014}", "{to: 2018}"}) {
            composite("normalise: {method: rank}", methods + "\nreference-window: " + open);
            assertThat(own.problems()).hasSize(1);
        }
        for (String sound : new String[] {"{from: 2014, to: 2018}", "{each-period: true}"}) {
            composite("normalise: {method: rank}", methods + "\nreference-window: " + sound);
            assertThat(own.problems()).isEmpty();
        }
    }

    @Test
    void alternativesKeepToTheGroupsToo() {
        composite("normalise: {method: rank}", """
                normalise: rank
                reference-window: {each-period: true}
                robustness: {vary: {impute: [none, {method: mean, by: region}]}}""");
        assertThat(own.problems())
                .containsExactly("composites/own.yaml:1: there is no group of industries 'region'."
                        + " Did you mean 'area'? Known are area, industry");
    }
}
