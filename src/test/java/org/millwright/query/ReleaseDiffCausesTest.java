package org.millwright.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.model.Window;
import org.millwright.query.ReleaseDiff.Figures;

/** Pairs of releases made by hand: one thing differs between the two, and one reason is told. */
class ReleaseDiffCausesTest {
    private static final List<Figures> FIGURES = List.of(
            new Figures(
                    "industry_measures", List.of("dataset", "area", "industry", "period", "measure"), List.of("value")),
            new Figures("index_scores", List.of("composite", "dataset", "area", "period"), List.of("score")),
            new Figures("index_parameters", List.of("composite", "dataset", "node"), List.of("value")),
            new Figures("revision_statistics", List.of("dataset", "area", "measure"), List.of("value")));

    @TempDir
    private Path folder;

    @BeforeEach
    void publishTheSameTwice() throws IOException, SQLException {
        for (String side : List.of("before", "after")) {
            Files.createDirectories(folder.resolve(side));
            observation(side, 10, "first.csv");
            figure(side, 10, "harmonise/1");
            table(side, "sources", "SELECT 's' AS source, 'd' AS dataset");
        }
    }

    private void observation(String side, int value, String file) throws SQLException {
        table(side, "observations", """
                SELECT 'd' AS dataset, 's' AS source, 'CN' AS area, '31' AS activity, 'value_added' AS measure, 'current' AS price_basis,
                '2020' AS period, 'annual' AS frequency, '_T' AS breakdown, '2021-01-01' AS vintage, 'A' AS obs_status,
                %d.0 AS value, '%s' AS file""".formatted(value, file));
    }

    private void figure(String side, int value, String method) throws SQLException {
        table(side, "industry_measures", """
                SELECT 'd' AS dataset, 'CN' AS area, 'steel' AS industry, '2020' AS period, 'value_added' AS measure,
                %d.0 AS value, '%s' AS method_version""".formatted(value, method));
    }

    private void index(String side, String area, int score, int bound) throws SQLException {
        table(
                side,
                "index_scores",
                "SELECT 'c' AS composite, 'd' AS dataset, '" + area + "' AS area, '2020' AS period, " + score
                        + ".0 AS score, 'index/1' AS method_version");
        table(
                side,
                "index_parameters",
                "SELECT 'c' AS composite, 'd' AS dataset, 'n' AS node, " + bound
                        + ".0 AS value, 'index/1' AS method_version");
    }

    private void table(String side, String name, String select) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            Path file = folder.resolve(side).resolve(name + ".parquet");
            statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet)");
        }
    }

    /** Reason, detail and table of every change. */
    private List<String> causes(String... definitions) {
        return causes(Window.ALL, definitions);
    }

    private List<String> causes(Window ofLater, String... definitions) {
        ReleaseDiff.Side before = new ReleaseDiff.Side(folder.resolve("before"), ExplainedUnit.LATEST);
        ReleaseDiff.Side after = new ReleaseDiff.Side(folder.resolve("after"), ExplainedUnit.LATEST, ofLater);
        try (ReleaseDiff diff = new ReleaseDiff(before, after, FIGURES, List.of(definitions))) {
            return diff.largest(Integer.MAX_VALUE).rows().stream()
                    .map(row -> row.get(0) + " | " + row.get(1) + " | " + row.get(2))
                    .toList();
        }
    }

    @Test
    void releasesWithoutAnIndexAreCompared() throws SQLException {
        assertThat(causes()).isEmpty();
        observation("after", 12, "second.csv");
        figure("after", 12, "harmonise/1");
        assertThat(causes()).containsExactly("data revision | second.csv | industry_measures");
    }

    @Test
    void aBackfillIsComparedWithinItsPeriodsAlone() throws SQLException {
        figure("after", 12, "harmonise/2");
        assertThat(causes(new Window("2020", "2020"))).hasSize(1);
        assertThat(causes(new Window("2021", ""))).isEmpty();
    }

    @Test
    void observationThatIsGoneNamesTheFileItWasIn() throws SQLException {
        table("after", "observations", "SELECT * FROM '" + folder.resolve("before/observations.parquet") + "' LIMIT 0");
        figure("after", 0, "harmonise/1");
        assertThat(causes()).containsExactly("data revision | first.csv (gone) | industry_measures");
    }

    @Test
    void otherVersionOfTheMethod() throws SQLException {
        figure("after", 12, "harmonise/2");
        assertThat(causes()).containsExactly("method | harmonise/2 | industry_measures");
    }

    private void statistics(String side, String... areas) throws SQLException {
        String rows = Stream.of(areas)
                .map(area -> "SELECT 'd' AS dataset, '" + area + "' AS area, 'value_added' AS measure, 2.0 AS value,"
                        + " 'harmonise/1' AS method_version")
                .collect(Collectors.joining(" UNION ALL "));
        table(side, "revision_statistics", rows);
    }

    @Test
    void aNewRowWithoutAPeriodFollowsTheDataOfItsAreaAndNotTheMethod() throws SQLException {
        statistics("before", "US");
        statistics("after", "US", "CN", "DE");
        assertThat(causes()).containsOnly("unexplained | null | revision_statistics");
        observation("after", 12, "second.csv");
        assertThat(causes())
                .containsExactlyInAnyOrder(
                        "data revision | second.csv | revision_statistics",
                        "data revision elsewhere | second.csv | revision_statistics");
    }

    @Test
    void aNewRowOfAVersionThatTheTableDidNotHaveIsOfTheMethod() throws SQLException {
        statistics("before", "US");
        table(
                "after",
                "revision_statistics",
                "SELECT * REPLACE ('harmonise/2' AS method_version, 'CN' AS area) FROM '"
                        + folder.resolve("before/revision_statistics.parquet") + "'");
        assertThat(causes()).contains("method | harmonise/2 | revision_statistics");
    }

    @Test
    void contractOfTheDatasetIsADefinitionAndThatOfAnotherIsNot() throws SQLException {
        figure("after", 12, "harmonise/1");
        assertThat(causes("sources/s.yaml")).containsExactly("definition | sources/s.yaml | industry_measures");
        assertThat(causes("calendars/spring-festival.csv"))
                .containsExactly("definition | calendars/spring-festival.csv | industry_measures");
        assertThat(causes("sources/other.yaml")).containsExactly("unexplained | null | industry_measures");
    }

    @Test
    void parameterExplainsTheScoresMadeWithIt() throws SQLException {
        index("before", "CN", 50, 100);
        index("after", "CN", 40, 120);
        assertThat(causes())
                .containsExactlyInAnyOrder("parameter | c | index_scores", "parameter | c | index_parameters");
    }

    @Test
    void scoreOfAnAreaWhoseOwnDataStayedFollowsDataElsewhere() throws SQLException {
        index("before", "US", 50, 100);
        index("after", "US", 40, 100);
        observation("after", 12, "second.csv");
        figure("after", 12, "harmonise/1");
        assertThat(causes())
                .containsExactlyInAnyOrder(
                        "data revision | second.csv | industry_measures",
                        "data revision elsewhere | second.csv | index_scores");
    }
}
