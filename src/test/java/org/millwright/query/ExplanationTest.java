package org.millwright.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small release made by hand: one node of two indicators, one of which has no figure. */
class ExplanationTest {
    private static final ExplainedUnit STEEL = new ExplainedUnit("", "CN", "steel", "2020", ExplainedUnit.LATEST);

    @TempDir
    private Path release;

    @BeforeEach
    void publish() throws SQLException {
        table("measures", "SELECT unnest(['value_added', 'employment', 'energy']) AS measure");
        table("composite_definitions", """
                SELECT * FROM (VALUES ('c', 'top', NULL, 2), ('c', 'productivity', 'top', 1), ('c', 'thrift', 'top', 1))
                t(composite, node, parent, level)""");
        table("index_scores", """
                SELECT 'c' AS composite, 'd' AS dataset, 'CN' AS area, 'steel' AS industry, '2020' AS period, * FROM (VALUES
                ('top', 60.0, 1, 0.5, NULL), ('productivity', 60.0, 2, 1.0, NULL), ('thrift', NULL, NULL, 0.0, 'MISSING'))
                t(node, score, rank, coverage, reason)""");
        table("index_contributions", """
                SELECT 'c' AS composite, 'd' AS dataset, 'CN' AS area, 'steel' AS industry, '2020' AS period, 'top' AS node,
                'productivity' AS child, 60.0 AS contribution""");
        table("indicator_definitions", """
                SELECT * FROM (VALUES ('productivity', 'value_added@constant / previous(employment)'),
                ('thrift', 'energy / total(value_added@constant)')) t(indicator, formula)""");
        table("indicator_values", """
                SELECT 'd' AS dataset, 'CN' AS area, 'steel' AS industry, '2020' AS period, * FROM (VALUES
                ('productivity', 5.0, 'CNY per person', NULL), ('thrift', NULL, 'tce per CNY', 'MISSING'))
                t(indicator, value, unit, reason)""");
        figures();
        observations();
    }

    private void figures() throws SQLException {
        table("industry_measures", """
                SELECT 'd' AS dataset, 'CN' AS area, 'A' AS obs_status, 1.0 AS coverage, NULL AS reason, * FROM (VALUES
                ('steel', '2020', 'value_added', 'constant', 50.0, 'CNY', 'h'), ('steel', '2020', 'energy', 'current', 7.0, 'tce', 'h'),
                ('steel', '2019', 'employment', 'current', 10.0, 'persons', 'h'),
                ('manufacturing', '2020', 'value_added', 'constant', 810.0, 'CNY', 'h+harmonise/constant-prices/1+2015'))
                t(industry, period, measure, price_basis, value, unit, method_version)""");
    }

    private void observations() throws SQLException {
        table("activity_industries", """
                SELECT 's' AS source, false AS is_shift, * FROM (VALUES ('31', 'steel', 1.0, false), ('33', 'steel', 0.5, false),
                ('31', 'manufacturing', 1.0, false), ('C', 'manufacturing', 1.0, true)) t(activity, industry, weight, is_total)""");
        table("observations", """
                SELECT 'd' AS dataset, 's' AS source, 'CN' AS area,
                CASE WHEN length(period) = 4 THEN 'annual' WHEN period LIKE '%Q%' THEN 'quarterly' ELSE 'year-to-date' END AS frequency, '_T' AS breakdown, 'A' AS obs_status,
                '' AS sheet, * FROM (VALUES
                ('31', 'value_added', 'constant', '2020', '2021-01-01', 30.0, 'CNY', 'first.csv', 2),
                ('31', 'value_added', 'constant', '2020', '2021-06-01', 40.0, 'CNY', 'revised.csv', 5),
                ('33', 'value_added', 'constant', '2020', '2021-01-01', 20.0, 'CNY', 'first.csv', 3),
                ('31', 'employment', 'current', '2019', '2021-01-01', 10.0, 'persons', 'first.csv', 4),
                ('31', 'value_added', 'current', '2020', '2021-01-01', 60.0, 'CNY', 'first.csv', 8),
                ('31', 'energy', 'current', '2020-Q1', '2021-01-01', 3.0, 'tce', 'quarters.csv', 1),
                ('31', 'energy', 'current', '2020-Q2', '2021-01-01', 4.0, 'tce', 'quarters.csv', 2),
                ('33', 'value_added', 'constant', '2020-11', '2020-12-20', 15.0, 'CNY', 'months.csv', 1),
                ('C', 'value_added', 'current', '2020', '2021-01-01', 900.0, 'CNY', 'first.csv', 9))
                t(activity, measure, price_basis, period, vintage, value, unit, file, row)""");
    }

    private void table(String name, String select) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + select + ") TO '" + release.resolve(name + ".parquet") + "' (FORMAT parquet)");
        }
    }

    /** Depth, kind, name, value and note of every line. */
    private List<String> explained(String node, ExplainedUnit unit) {
        try (ReleaseSql sql = new ReleaseSql(release)) {
            return Explanation.of(sql, "c", node, unit).rows().stream()
                    .map(row ->
                            row.get(0) + " " + row.get(1) + " " + row.get(2) + " " + row.get(3) + " | " + row.get(6))
                    .toList();
        }
    }

    @Test
    void leadsFromTheScoreToFileAndRow() {
        assertThat(explained("", STEEL))
                .containsExactly(
                        "0 score top 60.0 | rank 1 coverage 0.5",
                        "1 score productivity 60.0 | rank 2 coverage 1.0",
                        "2 indicator productivity 5.0 | = value_added@constant / previous(employment)",
                        "3 figure value_added 50.0 | steel 2020, constant prices, status A, coverage 1.0",
                        "4 observation s 31 2020 40.0 | revised.csv row 5, vintage 2021-06-01, status A",
                        "4 observation s 33 2020 20.0 | first.csv row 3, vintage 2021-01-01, status A, weight 0.5",
                        "3 figure employment 10.0 | steel 2019, status A, coverage 1.0",
                        "4 observation s 31 2019 10.0 | first.csv row 4, vintage 2021-01-01, status A",
                        "1 score thrift null | MISSING coverage 0.0",
                        "2 indicator thrift null | MISSING = energy / total(value_added@constant)",
                        "3 figure energy 7.0 | steel 2020, status A, coverage 1.0",
                        "4 observation s 31 2020-Q1 3.0 | quarters.csv row 1, vintage 2021-01-01, status A",
                        "4 observation s 31 2020-Q2 4.0 | quarters.csv row 2, vintage 2021-01-01, status A",
                        "3 figure value_added 810.0 | manufacturing 2020, constant prices, status A, coverage 1.0,"
                                + " by h+harmonise/constant-prices/1+2015",
                        "4 total s C 2020 900.0 | first.csv row 9, vintage 2021-01-01, status A");
    }

    @Test
    void releaseAsOfADayIsExplainedByWhatWasKnownThen() {
        assertThat(explained("productivity", new ExplainedUnit("d", "CN", "steel", "2020", "2021-03-31")))
                .contains("3 observation s 31 2020 30.0 | first.csv row 2, vintage 2021-01-01, status A");
    }

    @Test
    void scoreThatIsNotThereNamesWhatIs() {
        ExplainedUnit textiles = new ExplainedUnit("d", "CN", "textiles", "2020", ExplainedUnit.LATEST);
        assertThatThrownBy(() -> explained("", textiles))
                .hasMessageContaining("no score of 'top' for d CN textiles 2020")
                .hasMessageContaining("--area CN --period 2020");
        assertThatThrownBy(() -> explained("pillar", STEEL))
                .hasMessageContaining("no node 'pillar' in 'c'. It has top, productivity, thrift");
        assertThatThrownBy(() -> explained("", new ExplainedUnit("", "US", "steel", "2020", ExplainedUnit.LATEST)))
                .hasMessageContaining("no score of 'c' for the area US");
    }

    @Test
    void releaseWithoutAnIndexSaysSo() throws IOException {
        Files.delete(release.resolve("index_scores.parquet"));
        assertThatThrownBy(() -> explained("", STEEL))
                .hasMessageContaining("the release has no index")
                .hasMessageContaining("--release");
    }
}
