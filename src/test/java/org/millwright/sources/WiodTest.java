package org.millwright.sources;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.validate.Tally;

/** The official workbooks of WIOD 2016 and the JRC; cells were read with a spreadsheet reader of another language. */
class WiodTest {
    private static final long COUNTRIES = 43;
    private static final long INDUSTRIES = 56;
    private static final long ACCOUNT_YEARS = 15;
    private static final long EMISSION_YEARS = 17;
    private static final long ACCOUNTS = COUNTRIES * INDUSTRIES * ACCOUNT_YEARS;
    private static final long EMISSIONS = COUNTRIES * INDUSTRIES * EMISSION_YEARS;
    /** All of the scheme's thirteen but steel and non-ferrous metals, which are one in WIOD. */
    private static final int PUBLISHED = 11;

    private static final double RELATIVE = 1e-12;

    private static SourceRun run;

    @BeforeAll
    static void readWorkbooks() {
        run = SourceRun.of("wiod-factor-costs", "wiod-co2");
    }

    @Test
    void everyCellOfACountryAndIndustryIsAccepted() {
        assertThat(run.accepted())
                .containsOnly(
                        entry("value_added", ACCOUNTS),
                        entry("gross_output", ACCOUNTS),
                        entry("revenue", ACCOUNTS),
                        entry("labour_compensation", ACCOUNTS),
                        entry("capital_compensation", ACCOUNTS),
                        entry("profit", ACCOUNTS),
                        entry("co2", EMISSIONS));
    }

    /** Six of ten rows of the accounts; of the emissions the households of 43 countries and all 57 rows of the rest. */
    @Test
    void everythingElseIsLeftOutForAReason() {
        String excluded = "excluded-by-contract: ";
        assertThat(run.notAccepted())
                .containsOnly(
                        entry(
                                excluded
                                        + "a part of the costs between value added and output, which no indicator asks for",
                                6 * ACCOUNTS),
                        entry(excluded + "the rest of the world is not a country", 57 * EMISSION_YEARS),
                        entry(excluded + "emissions of households, not of an industry", COUNTRIES * EMISSION_YEARS));
    }

    @Test
    void figuresEqualTheCells() {
        // factor_costs_2014.xlsx, column OR, rows 8, 10, 11, 12: basic metals in China, million dollars
        assertCell("CN", "C24", "value_added", "2014", 276809.50962219248e6);
        assertCell("CN", "C24", "gross_output", "2014", 1811693.726392953e6);
        assertCell("CN", "C24", "revenue", "2014", 1811693.726392953e6);
        assertCell("CN", "C24", "labour_compensation", "2014", 95319.455181555692e6);
        assertCell("CN", "C24", "capital_compensation", "2014", 181490.54644621725e6);
        // factor_costs_2007.xlsx (whose sheet has another name than the others'), AJI8: advertising, United Kingdom
        assertCell("GB", "M73", "value_added", "2007", 16996.26488e6);
        // factor_costs_2000.xlsx, K8: coke and petroleum, Australia; factor_costs_2008.xlsx, BMF12: basic metals, Malta
        assertCell("AU", "C19", "value_added", "2000", 2311.5317937363761e6);
        assertCell("MT", "C24", "profit", "2008", -5.4610778229533752e6);
        // JRC_WIOD_CO2_emissions.xlsx, sheets CHN and RUS, P16 and R16; AUS, P11: kilotonnes
        assertCell("CN", "C24", "co2", "2014", 1354870.6665996532e3);
        assertCell("RU", "C24", "co2", "2016", 258603.40090656211e3);
        assertCell("AU", "C19", "co2", "2014", 5499.2036005487007e3);
    }

    private static void assertCell(String area, String activity, String measure, String period, double expected) {
        assertThat(run.observed(area, activity, measure, period))
                .isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
    }

    @Test
    void rulesHoldInEveryCountryIndustryAndYear() {
        assertThat(run.tallies())
                .extracting(Tally::rule, Tally::checked, Tally::failed)
                .containsExactly(
                        tuple("co2-possible", EMISSIONS, 0L), tuple("value-added-is-labour-and-capital", ACCOUNTS, 0L));
        // The contract names the case that deviates most: 16,996.26488 against 12,308.33032 + 4,685.93288 million
        // dollars.
        assertThat(run.tallies().get(1).worst()).isCloseTo(2.00168e6, within(1.0));
        assertThat(run.tallies().get(1).worstCase()).startsWith("GB M73 2007");
    }

    @Test
    void everyIndustryOfEveryCountryHasEveryFigure() {
        Dataset<Row> industries = run.industries();
        assertThat(industries.filter(col("value").isNull()).count()).isZero();
        Map<String, Long> figures =
                SourceRun.counts(industries, concat_ws(" ", col("area"), col("industry"), col("measure")));
        assertThat(figures).hasSize((int) COUNTRIES * PUBLISHED * 7);
        assertThat(figures)
                .allSatisfy((key, years) ->
                        assertThat(years).isEqualTo(key.endsWith(" co2") ? EMISSION_YEARS : ACCOUNT_YEARS));
    }

    /** Columns OH to OZ of factor_costs_2014.xlsx added up, row 8; nineteen industries, thirteen of them traditional. */
    @Test
    void chinasManufacturingIsTheSumOfNineteenIndustries() {
        assertThat(run.figure("CN", "manufacturing", "value_added", "2014"))
                .isCloseTo(3043278.368343189e6, within(3e12 * RELATIVE * 10));
        assertThat(run.figure("CN", "metallurgy", "value_added", "2014"))
                .isCloseTo(276809.50962219248e6, within(RELATIVE * 3e11));
        assertThat(share("CN")).isCloseTo(0.8088655748575297, within(1e-9));
        assertThat(share("US")).isCloseTo(0.6719194100723911, within(1e-9));
    }

    private static double share(String area) {
        return run.shares()
                .filter(col("area")
                        .equalTo(area)
                        .and(col("period").equalTo("2014"))
                        .and(col("measure").equalTo("value_added")))
                .select("share")
                .collectAsList()
                .get(0)
                .getDouble(0);
    }

    /** Malta's manufacturing made a loss in 2008: -251.47 million dollars in row 12 of its nineteen columns. */
    @Test
    void shareOfALossIsUndefined() {
        Dataset<Row> undefined = run.shares().filter(col("share").isNull());
        assertThat(SourceRun.counts(
                        undefined, concat_ws(" ", col("area"), col("period"), col("measure"), col("reason"))))
                .containsOnly(entry("MT 2008 profit DENOMINATOR", 1L));
        assertThat(run.figure("MT", "manufacturing", "profit", "2008")).isCloseTo(-251.47136821221778e6, within(1.0));
    }

    /**
     * Every two years of every country, 2000 to 2014, but those in which petroleum had a negative value added (Brazil, Bulgaria) or
     * emitted without one (Cyprus); the years 2015 and 2016 have emissions alone.
     */
    @Test
    void emissionsOfEveryCountryAreSplitExactly() {
        Dataset<Row> pairs = run.intensity()
                .groupBy("area", "period", "base_period")
                .agg(
                        max(when(col("effect").equalTo("total"), col("value"))).as("total"),
                        sum(when(col("effect").notEqual("total"), col("value"))).as("effects"),
                        sum(abs(col("value"))).as("size"),
                        max("reason").as("reason"))
                .filter(col("period").leq("2014"))
                .persist();
        assertThat(SourceRun.counts(pairs, concat_ws(" ", col("area"), col("reason"))))
                .hasSize((int) COUNTRIES + 3)
                .containsEntry("BR SIGN", 102L)
                .containsEntry("BG SIGN", 14L)
                .containsEntry("CY DENOMINATOR", 27L)
                .containsEntry("CN", 105L);
        // Where effects nearly cancel, their sum has no more digits than the largest of them.
        Column exact = greatest(abs(col("total")).multiply(1e-9), col("size").multiply(1e-14));
        Dataset<Row> inexact =
                pairs.filter(abs(col("total").minus(col("effects"))).gt(exact));
        assertThat(inexact.count()).isZero();
    }

    /** The formula once more in another language, over the cells of the workbooks that make an industry of China. */
    @Test
    void emissionsOfChinaAreThoseOfSql(@TempDir Path folder) throws SQLException {
        String figures = folder.resolve("figures").toString();
        run.industries()
                .filter(col("area").equalTo("CN").and(col("measure").isin("value_added", "co2")))
                .write()
                .parquet(figures);
        Map<String, Double> expected = LmdiSql.effects(figures, "2000", "2014");
        List<Row> rows = run.intensity()
                .filter("area = 'CN' AND base_period = '2000' AND period = '2014' AND effect <> 'total'")
                .collectAsList();
        assertThat(rows).hasSize(expected.size()).hasSize(8 * 3).allSatisfy(row -> {
            double effect = expected.get(row.getAs("industry") + " " + row.getAs("effect"));
            assertThat(row.<Double>getAs("value")).isCloseTo(effect, within(1e-9 * Math.abs(effect)));
        });
    }

    /** The formula once more in SQL, over the countries that have all eight industries in both years. */
    @Test
    void growthOfChinaBesideTheWorldIsThatOfSql() {
        run.industries()
                .filter("measure = 'value_added' AND price_basis = 'current' AND period IN ('2000', '2014')")
                .createOrReplaceTempView("figures");
        run.regional()
                .filter("area = 'CN' AND measure = 'value_added' AND base_period = '2000' AND period = '2014'")
                .createOrReplaceTempView("effects");
        Dataset<Row> differences = run.industries().sparkSession().sql("""
                WITH own AS (SELECT DISTINCT industry FROM effects WHERE effect <> 'total'),
                whole AS (SELECT area FROM figures JOIN own USING (industry) WHERE value IS NOT NULL
                    GROUP BY area HAVING count(*) = 2 * (SELECT count(*) FROM own)),
                world AS (SELECT industry, sum(value) FILTER (WHERE period = '2000') AS n0,
                    sum(value) FILTER (WHERE period = '2014') AS n1
                    FROM figures JOIN own USING (industry) JOIN whole USING (area) GROUP BY industry),
                china AS (SELECT industry, sum(value) FILTER (WHERE period = '2000') AS r0,
                    sum(value) FILTER (WHERE period = '2014') AS r1 FROM figures WHERE area = 'CN' GROUP BY industry)
                SELECT effect, value, CASE effect
                    WHEN 'national' THEN r0 * (SELECT sum(n1) / sum(n0) - 1 FROM world)
                    WHEN 'industry_mix' THEN r0 * (n1 / n0 - (SELECT sum(n1) / sum(n0) FROM world))
                    ELSE r1 - r0 * n1 / n0 END AS expected
                FROM effects JOIN world USING (industry) JOIN china USING (industry) WHERE effect <> 'total'
                """);
        assertThat(differences.collectAsList()).hasSize(8 * 3).allSatisfy(row -> {
            double expected = row.getDouble(2);
            assertThat(row.getDouble(1)).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
        });
    }

    /** Weighted by the output of the countries, the quotients of an industry average to 1: the reference is their sum. */
    @Test
    void locationQuotientsAverageToOneOverAllCountries() {
        Dataset<Row> quotients = run.structure()
                .filter("statistic = 'location_quotient' AND measure = 'gross_output' AND period = '2014'");
        Dataset<Row> outputs = run.industries()
                .filter("industry = 'manufacturing' AND measure = 'gross_output' AND period = '2014'")
                .select(col("area"), col("value").as("output"));
        List<Row> means = quotients
                .join(outputs, "area")
                .groupBy("industry", "reference", "groups")
                .agg(sum(expr("value * output")).divide(sum("output")), count("value"))
                .collectAsList();
        assertThat(means).hasSize(8).allSatisfy(industry -> {
            assertThat(industry.getString(1)).isEqualTo("all");
            assertThat(industry.getInt(2)).isEqualTo(8);
            assertThat(industry.getDouble(3)).isCloseTo(1, within(1e-12));
            assertThat(industry.getLong(4)).isEqualTo(COUNTRIES);
        });
    }
}
