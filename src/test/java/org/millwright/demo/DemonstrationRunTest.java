package org.millwright.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.config.RunSettings;
import org.millwright.contract.DefinitionFiles;
import org.millwright.error.Problems;
import org.millwright.model.Window;
import org.millwright.pipeline.NightlyRun;
import org.millwright.pipeline.Progress;
import org.millwright.pipeline.RunReport;
import org.millwright.pipeline.RunRequest;
import org.millwright.query.ReleaseSql;
import org.millwright.testing.LocalSession;

/** The small edition, taken the whole way by a nightly run with the bundled settings, and asked with DuckDB. */
class DemonstrationRunTest {
    private static final Progress SILENT = new Progress() {
        @Override
        public void stage(String name, int done, int total) {}

        @Override
        public void note(String line) {}

        @Override
        public void end() {}
    };

    @TempDir
    private static Path folder;

    private static RunReport report;
    private static ReleaseSql release;

    @BeforeAll
    static void run() throws IOException {
        Path landing = folder.resolve("landing");
        Path lake = folder.resolve("lake");
        Demonstration.write(landing, 1, Extent.SMALL);
        Problems problems = new Problems();
        RunSettings settings = RunSettings.read("demo.yaml", settings(), problems);
        problems.throwIfAny();
        RunRequest request = new RunRequest(
                settings, DefinitionFiles.bundled(), landing, lake, Optional.empty(), false, Window.ALL, false);
        report = new NightlyRun(request, LocalSession::shared, SILENT).execute();
        release = new ReleaseSql(lake.resolve("releases").resolve(report.run().release()));
    }

    @AfterAll
    static void close() {
        release.close();
    }

    private static String settings() throws IOException {
        try (InputStream in = DemonstrationRunTest.class.getResourceAsStream("/settings/demo.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<List<Object>> ask(String sql) {
        return release.ask(sql).rows();
    }

    private static long number(String sql) {
        return ((Number) ask(sql).get(0).get(0)).longValue();
    }

    @Test
    void allRulesHold() {
        assertThat(report.problems()).isEmpty();
        assertThat(report.failedRules()).isEmpty();
        assertThat(number("SELECT count(*) FROM rule_results WHERE checked > 0 AND NOT passed"))
                .isZero();
        assertThat(number("SELECT count(*) FROM rule_results WHERE checked = 0"))
                .isZero();
    }

    /** The finance row that comes twice has four figures and a growth rate; each of the three sheets has one cell of text. */
    @Test
    void badRowsAreRejectedByTheirRulesAndNoOthers() {
        Map<String, Long> rejected =
                ask("SELECT source || ' ' || rule, count(*) FROM rejected_rows GROUP BY ALL").stream()
                        .collect(Collectors.toMap(row -> (String) row.get(0), row -> (Long) row.get(1)));
        assertThat(rejected)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("demo-finance area-known", 1L),
                        Map.entry("demo-finance activity-known", 1L),
                        Map.entry("demo-finance period-possible", 1L),
                        Map.entry("demo-finance status-known", 1L),
                        Map.entry("demo-finance duplicate-key", 5L),
                        Map.entry("demo-survey number", 1L),
                        Map.entry("demo-survey non-negative", 1L),
                        Map.entry("demo-survey status-known", 1L),
                        Map.entry("demo-survey conflicting-figures", 2L),
                        Map.entry("demo-yearbook number", 3L),
                        Map.entry("demo-register vintage-is-date", 1L)));
    }

    /**
     * Two regions, two divisions, three years: 28 measures, of which four have a second vintage of the last year, and growth
     * of two years, the last of them twice.
     */
    @Test
    void withheldCellsArriveSuppressedAndWithoutValue() {
        assertThat(number("SELECT count(*) FROM observations WHERE obs_status = 'Q'"))
                .isEqualTo(2 * 2 * (3 * 28 + 4 + 3));
        assertThat(number("SELECT count(*) FROM observations WHERE obs_status = 'Q' AND value IS NOT NULL"))
                .isZero();
        assertThat(number("SELECT count(*) FROM observations WHERE obs_status <> 'Q' AND value IS NULL"))
                .isZero();
    }

    @Test
    void januaryIsNeverPublishedAlone() {
        assertThat(
                        ask(
                                "SELECT DISTINCT period FROM observations WHERE period LIKE '2024-%' AND area = 'XM' ORDER BY 1"))
                .hasSize(11)
                .startsWith(List.of("2024-02"));
    }

    @Test
    void lastYearHasTwoVintagesAndTheLaterWins() {
        String months = """
                FROM observations WHERE area = 'XM' AND activity = '31' AND measure = 'revenue' AND period = '2024-12'
                  AND price_basis = 'current'
                """;
        assertThat(ask("SELECT CAST(vintage AS VARCHAR), obs_status " + months + "ORDER BY 1"))
                .containsExactly(List.of("2025-03-31", "P"), List.of("2025-09-30", "A"));
        assertThat(number("SELECT count(DISTINCT value) " + months)).isEqualTo(2);
        assertThat(ask("SELECT value FROM industry_measures WHERE area = 'XM' AND industry = 'steel'"
                        + " AND measure = 'revenue' AND price_basis = 'current' AND period = '2024'"))
                .isEqualTo(ask("SELECT value " + months + "AND vintage = '2025-09-30'"));
    }

    @Test
    void nationIsTheSumOfItsRegionsInEveryMeasure() {
        List<List<Object>> off = ask("""
                SELECT measure, price_basis, industry, period FROM industry_measures
                WHERE price_basis <> 'comparable' GROUP BY ALL
                HAVING count(value) = 3
                   AND sum(CASE WHEN area = 'XM' THEN value ELSE -value END) <> 0
                """);
        assertThat(off).isEmpty();
        assertThat(number("SELECT count(DISTINCT measure || price_basis) FROM industry_measures"))
                .isEqualTo(28 + 1);
    }

    /** Steel is one division: its growth is published, in each month of the year so far; metallurgy is two, and has none. */
    @Test
    void publishedGrowthOfAPanelStandsBesideTheGrowthOfTheSums() {
        String published =
                "SELECT value FROM observations WHERE area = 'XM' AND activity = '31' AND price_basis = 'comparable'"
                        + " AND period = '2024-12' AND vintage = '2025-09-30'";
        String beside = " FROM growth_rates WHERE area = 'XM' AND industry = 'steel' AND measure = 'revenue'"
                + " AND price_basis = 'current' AND period = '2024' AND base_period = '2023'";
        assertThat(ask("SELECT comparable" + beside)).isEqualTo(ask(published));
        assertThat(number("SELECT count(*)" + beside + " AND abs(comparable - growth) > 0.1"))
                .isEqualTo(1);
        assertThat(ask("SELECT period, months FROM industry_measures WHERE area = 'XM' AND industry = 'steel'"
                        + " AND price_basis = 'comparable' AND period LIKE '2024%' AND value IS NOT NULL ORDER BY ALL"))
                .hasSize(12)
                .startsWith(List.of("2024", 12), List.of("2024-02", 2), List.of("2024-03", 3));
        assertThat(number("SELECT count(value) FROM industry_measures WHERE industry = 'metallurgy'"
                        + " AND price_basis = 'comparable'"))
                .isZero();
        assertThat(ask("SELECT DISTINCT period[6:] FROM growth_rates WHERE area = 'XM' AND industry = 'steel'"
                        + " AND comparable IS NOT NULL ORDER BY 1"))
                .containsExactly(List.of(""), List.of("02"));
    }

    /** Growth of the nation's steel, from the figures as they were published, by another engine. */
    @Test
    void growthOfTheYearIsThatOfThePublishedFigures() {
        List<Object> row = ask("""
                WITH y AS (SELECT max(value) FILTER (period = '2024-12' AND vintage = '2025-09-30') AS now,
                                  max(value) FILTER (period = '2023-12') AS before
                           FROM observations WHERE area = 'XM' AND activity = '31' AND measure = 'revenue'
                             AND price_basis = 'current')
                SELECT 100 * now / before - 100, growth FROM y, growth_rates
                WHERE area = 'XM' AND industry = 'steel' AND measure = 'revenue' AND price_basis = 'current'
                  AND period = '2024' AND base_period = '2023'
                """).get(0);
        assertThat((Double) row.get(1)).isCloseTo((Double) row.get(0), within(1e-9));
    }

    /** From the cumulated figures of both vintages to months, and to the mean of their revisions, by another engine. */
    @Test
    void revisionsOfMonthsAreThoseOfThePublishedFigures() {
        List<Object> row = ask("""
                WITH ytd AS (SELECT vintage, period, value FROM observations
                             WHERE area = 'XM' AND activity = '31' AND measure = 'revenue' AND price_basis = 'current'
                               AND period LIKE '2024-%'),
                months AS (SELECT vintage, period,
                                  value - coalesce(lag(value) OVER (PARTITION BY vintage ORDER BY period), 0) AS value FROM ytd),
                revised AS (SELECT 100 * (n.value - e.value) / e.value AS r FROM months e JOIN months n USING (period)
                            WHERE e.vintage = '2025-03-31' AND n.vintage = '2025-09-30')
                SELECT count(*), avg(r), avg(abs(r)), stddev_samp(r) FROM revised
                """).get(0);
        List<Object> statistics = ask("""
                SELECT revisions, mean_revision, mean_absolute_revision, standard_deviation FROM revision_statistics
                WHERE area = 'XM' AND industry = 'steel' AND measure = 'revenue' AND price_basis = 'current'
                  AND frequency = 'monthly'
                """).get(0);
        assertThat(row.get(0)).isEqualTo(11L);
        assertThat(statistics.get(0)).isEqualTo(11);
        for (int column = 1; column < row.size(); column++) {
            assertThat((Double) statistics.get(column)).isCloseTo((Double) row.get(column), within(1e-6));
        }
    }

    @Test
    void onlyTheLastYearWasRevised() {
        assertThat(ask("SELECT DISTINCT left(period, 4), vintage FROM revisions ORDER BY ALL"))
                .containsExactly(List.of("2024", "2025-03-31"), List.of("2024", "2025-09-30"));
    }

    /** The nation withholds nothing, so that all of it is there: 13 industries, 3 years, 21 indicators of the composite. */
    @Test
    void everyIndicatorOfTheCompositeHasAValueForTheNation() {
        String leaves = "FROM index_scores WHERE area = 'XM' AND level = 1 AND score BETWEEN 1 AND 100";
        assertThat(number("SELECT count(*) " + leaves)).isEqualTo(13 * 3 * 21);
        assertThat(number("SELECT count(*) FROM index_scores WHERE area = 'XM' AND coverage < 1"))
                .isZero();
    }

    @Test
    void industryWithAWithheldPartHasNoScore() {
        List<List<Object>> scores = ask("""
                SELECT DISTINCT industry, score IS NULL FROM index_scores
                WHERE area = 'XM-01' AND node = 'transformation' AND industry IN ('textiles', 'manufacturing', 'steel')
                """);
        assertThat(scores)
                .containsExactlyInAnyOrder(
                        List.of("textiles", true), List.of("manufacturing", true), List.of("steel", false));
    }
}
