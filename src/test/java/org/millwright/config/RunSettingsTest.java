package org.millwright.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millwright.config.RunSettings.SourcePath;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.error.Problems;
import org.millwright.model.Severity;

class RunSettingsTest {
    private static final String LEAST = "scheme: s\nsources: [{contract: a, path: '*.csv'}]\n";

    private final Problems problems = new Problems();

    private RunSettings read(String text) {
        return RunSettings.read("own.yaml", text, problems);
    }

    private List<String> found() {
        return problems.all().stream().map(Problem::text).toList();
    }

    @Test
    void defaultsStandForWhatIsLeftOut() {
        assertThat(read(LEAST))
                .isEqualTo(new RunSettings(
                        "lake",
                        "s",
                        2015,
                        List.of(new SourcePath("a", "*.csv")),
                        List.of(),
                        List.of(5, 10),
                        Optional.empty(),
                        Monitoring.NONE));
        assertThat(found()).isEmpty();
    }

    @Test
    void everyKeyIsRead() {
        assertThat(read(LEAST + "lake: /data\nbase-year: 2020\ncomposites: [x, y]\ngrowth-spans: [3]\n"))
                .isEqualTo(new RunSettings(
                        "/data",
                        "s",
                        2020,
                        List.of(new SourcePath("a", "*.csv")),
                        List.of("x", "y"),
                        List.of(3),
                        Optional.empty(),
                        Monitoring.NONE));
        assertThat(found()).isEmpty();
    }

    @Test
    void allProblemsAreReportedAtOnceWithTheirLines() {
        read("shceme: s\nbase-year: twenty\nsources:\n  - {contract: a, paht: x}\n");
        assertThat(found())
                .containsExactly(
                        "own.yaml:1: the key 'scheme' is missing. Add it",
                        "own.yaml:2: 'twenty' is not a number. Write a number",
                        "own.yaml:4: the key 'path' is missing. Add it",
                        "own.yaml:4: unknown key 'paht'. Did you mean 'path'?"
                                + " Known are contract, gates, optional, path",
                        "own.yaml:1: unknown key 'shceme'. Did you mean 'scheme'?"
                                + " Known are base-year, composites, growth-spans, keep, lake, lineage, metrics-file, on-failure, scheme, sources");
        assertThat(new MillwrightException(problems.all()).exitCode()).isEqualTo(78);
    }

    @Test
    void spanOfGrowthIsAWholeNumberOfYearsFromTwo() {
        read(LEAST + "growth-spans: [1, 2, 2.5, ten]\n");
        assertThat(found())
                .containsExactly(
                        "own.yaml:3: '1' is not the length of a span."
                                + " Write a whole number of years, 2 or more; the year before is always compared",
                        "own.yaml:3: '2.5' is not the length of a span."
                                + " Write a whole number of years, 2 or more; the year before is always compared",
                        "own.yaml:3: 'ten' is not a number. Write a number");
    }

    @Test
    void settingsWithoutASourceAreNone() {
        read("scheme: s\n");
        assertThat(found()).containsExactly("own.yaml:1: no source is named. Add one under 'sources'");
    }

    @Test
    void emptyAndBrokenFilesAreOneProblemAndNotOneForEachKey() {
        read("");
        assertThat(found()).containsExactly("own.yaml: the file is empty. Fill it in, or remove it");
        read("scheme: [\n");
        assertThat(found())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("own.yaml:2: ")
                .endsWith("Correct the YAML");
    }

    @Test
    void whatIsKeptIsReadAndCheckedWithItsLine() {
        assertThat(read(LEAST + "keep: {releases: 60, days: 400}\n").keep()).contains(new Keep(60, 400));
        assertThat(read(LEAST + "keep: {days: 30}\n").keep()).contains(new Keep(1, 30));
        assertThat(found()).isEmpty();
        read(LEAST + "keep: {}\n");
        read(LEAST + "keep: {releases: 0, day: 3}\n");
        assertThat(found())
                .containsExactly(
                        "own.yaml:3: nothing is said of what is kept. Write releases, days, or both",
                        "own.yaml:3: 'releases' is below 1. Write 1 or more",
                        "own.yaml:3: unknown key 'day'. Did you mean 'days'? Known are days, releases");
    }

    private Gates gates(String gates) {
        return read("scheme: s\nsources:\n  - contract: a\n    path: x\n    gates: " + gates + "\n")
                .source("a")
                .gates();
    }

    @Test
    void gatesAreReadAndWarnUnlessTheySayOtherwise() {
        assertThat(gates("{freshness: {days: 40, severity: error}, volume: {change: 0.5},"
                        + " drift: [{measure: m, industry: i, change: 0.3, severity: error}]}"))
                .isEqualTo(new Gates(
                        Optional.of(new Gates.Freshness(40, Severity.ERROR)),
                        Optional.of(new Gates.Volume(0.5, Severity.WARNING)),
                        List.of(new Gates.Drift("m", "i", 0.3, Severity.ERROR))));
        assertThat(found()).isEmpty();
    }

    @Test
    void gatesAreCheckedWithTheirLines() {
        gates("{freshnes: {days: 1}, freshness: {}, volume: {change: -1}, drift: [{measure: m, industry: i, change: 1},"
                + " {measure: m, industry: i, change: 2, severity: fatal}]}");
        assertThat(found())
                .containsExactly(
                        "own.yaml:5: a gate of freshness has no 'days' of 1 or more. Write for example days: 40",
                        "own.yaml:5: the gate has no 'change' above 0. Write for example change: 0.3, which is 30 %",
                        "own.yaml:5: 'fatal' is not known here. Write one of error, warning",
                        "own.yaml:5: unknown key 'freshnes'. Did you mean 'freshness'? Known are drift, freshness, volume",
                        "own.yaml:5: the gate of m of i stands twice. Keep one of them");
    }

    @Test
    void anOptionalSourceStopsNoRunByItsAge() {
        String source = "scheme: s\nsources:\n  - contract: a\n    path: x\n    optional: true\n    gates:\n";
        read(source + "      volume: {change: 1, severity: error}\n");
        assertThat(found()).isEmpty();
        read(source + "      freshness: {days: 1, severity: error}\n");
        assertThat(found())
                .containsExactly(
                        "own.yaml:7: an optional source stops no run, so that its freshness and its drift are no"
                                + " errors. Write severity: warning, or make the source a required one");
    }

    @Test
    void whoIsToldOfTheEndIsRead() {
        assertThat(read(LEAST + """
                        metrics-file: /metrics/millwright.prom
                        on-failure: {command: [notify, --urgent], webhook-variable: ALERTS}
                        lineage: {address-variable: CATALOGUE, namespace: ministry}
                        """).monitoring())
                .isEqualTo(new Monitoring(
                        Optional.of("/metrics/millwright.prom"),
                        List.of("notify", "--urgent"),
                        Optional.of("ALERTS"),
                        Optional.of(new Monitoring.Lineage("CATALOGUE", "ministry"))));
        assertThat(found()).isEmpty();
    }

    @Test
    void anAddressInPlaceOfAVariableIsRefusedAndNotRepeated() {
        String advice = "this is not the name of an environment variable."
                + " Write the name of the variable that holds the address, never the address itself";
        read(LEAST + "on-failure: {webhook-variable: 'https://alerts.example/s3cr3t'}\n"
                + "lineage: {address-variable: 'https://catalogue.example/s3cr3t'}\n");
        assertThat(found()).containsExactlyInAnyOrder("own.yaml:3: " + advice, "own.yaml:4: " + advice);
    }

    @Test
    void aFailureThatNobodyIsToldOfIsAProblem() {
        read(LEAST + "on-failure: {command: []}\n");
        assertThat(found())
                .containsExactly("own.yaml:3: nobody is named here. Write a command, a webhook-variable, or both");
    }

    @Test
    void theFiguresDependOnEverySettingButPlacesAndWhoIsTold() {
        String base = read(LEAST).figuresDependOn();
        assertThat(
                        read("scheme: s\nsources: [{contract: a, path: '*.csv', optional: true, gates: {volume: {change: 1}}}]\n")
                                .figuresDependOn())
                .isEqualTo(base);
        assertThat(List.of(
                        "lake: other\n",
                        "keep: {days: 9}\n",
                        "metrics-file: other\n",
                        "on-failure: {command: [other]}\n",
                        "lineage: {address-variable: OTHER}\n"))
                .allSatisfy(
                        line -> assertThat(read(LEAST + line).figuresDependOn()).isEqualTo(base));
        assertThat(List.of("base-year: 2000\n", "composites: [x]\n", "growth-spans: []\n"))
                .allSatisfy(
                        line -> assertThat(read(LEAST + line).figuresDependOn()).isNotEqualTo(base));
    }
}
