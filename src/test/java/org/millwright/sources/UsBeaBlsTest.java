package org.millwright.sources;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.millwright.testing.LocalSession;
import org.millwright.validate.Tally;

/** The workbook of the BEA-BLS production account; cells were read from its XML by a program in another language. */
class UsBeaBlsTest {
    private static final long INDUSTRIES = 63;
    private static final long YEARS = 27;
    private static final double MILLION = 1e6;
    private static final List<String> PUBLISHED = List.of(
            "manufacturing",
            "traditional",
            "petrochemicals_and_chemicals",
            "petrochemicals",
            "chemicals",
            "metallurgy",
            "building_materials",
            "machinery",
            "light_industry",
            "textiles",
            "other_manufacturing");

    private static SourceRun run;

    @BeforeAll
    static void readWorkbook() {
        run = SourceRun.of("us-bea-bls");
    }

    @Test
    void everyCellOfFourteenSheetsIsAccepted() {
        assertThat(run.notAccepted()).isEmpty();
        // Gross output is also what stands for revenue.
        assertThat(run.accepted())
                .hasSize(15)
                .allSatisfy((measure, figures) -> assertThat(figures).isEqualTo(INDUSTRIES * YEARS));
    }

    /** Row 27 of every sheet, chemical products: columns T (2015), B (1997) and AB (2023). */
    @Test
    void figuresEqualTheCells() {
        assertCell("value_added", "1997", 172_847);
        assertCell("value_added", "2015", 319_105);
        assertCell("value_added", "2023", 527_486);
        assertCell("gross_output", "2015", 775_600);
        assertCell("revenue", "2015", 775_600);
        assertCell("energy_cost", "2015", 19_783);
        assertCell("material_cost", "2015", 361_726);
        assertCell("service_cost", "2015", 74_986);
        assertCell("labour_compensation_college", "2015", 68_095);
        assertCell("labour_compensation_noncollege", "2015", 33_570);
        assertCell("capital_compensation_it", "2015", 2_532);
        assertCell("capital_compensation_software", "2015", 4_195);
        assertCell("capital_compensation_rd", "2015", 127_302);
        assertCell("capital_compensation_art", "2015", 0);
        assertCell("capital_compensation_other", "2015", 83_411);
        assertThat(run.observed("US", "325", "value_added_volume_index", "2015"))
                .isEqualTo(98.544);
        assertThat(run.observed("US", "325", "gross_output_volume_index", "2023"))
                .isEqualTo(106.214);
    }

    private static void assertCell(String measure, String period, long millions) {
        assertThat(run.observed("US", "325", measure, period)).isEqualTo(millions * MILLION);
    }

    /** The two largest gaps were found outside: farms in 1997, 94,491 against 94,493; wood in 2018, 120,229 against 120,231. */
    @Test
    void accountsBalanceInEveryIndustryAndYear() {
        assertThat(run.tallies())
                .extracting(Tally::rule, Tally::checked, Tally::failed, Tally::worst)
                .containsExactly(
                        tuple("output-is-inputs-and-value-added", INDUSTRIES * YEARS, 0L, 2 * MILLION),
                        tuple("value-added-is-labour-and-capital", INDUSTRIES * YEARS, 0L, 2 * MILLION));
    }

    /** The rows of the sheet Value Added that make an industry in 2015, column T; rows 10 to 28 are all manufacturing. */
    @Test
    void industriesAreTheSumsOfTheirRows() {
        assertSum("petrochemicals", 130_977);
        assertSum("chemicals", 319_105);
        assertSum("petrochemicals_and_chemicals", 130_977, 319_105);
        assertSum("metallurgy", 60_381);
        assertSum("building_materials", 52_880);
        assertSum("machinery", 148_723, 61_569, 146_483, 77_775);
        assertSum("light_industry", 31_363, 28_411, 242_885, 59_873, 77_158);
        assertSum("textiles", 17_687, 9_699);
        assertSum("other_manufacturing", 143_759, 241_520, 147_925, 40_303);
        assertSum("manufacturing", 2_038_476);
    }

    private static void assertSum(String industry, long... millions) {
        assertThat(run.figure("US", industry, "value_added", "2015"))
                .isEqualTo(LongStream.of(millions).sum() * MILLION);
    }

    /** Steel and non-ferrous metals are one in the account: metallurgy is published, its parts are not. */
    @Test
    void everyIndustryHasEveryMeasureEveryYear() {
        Dataset<Row> sums = run.industries().filter(not(col("measure").endsWith("_volume_index")));
        assertThat(sums.filter(col("value").isNull()).count()).isZero();
        Map<String, Long> figures =
                SourceRun.counts(sums, concat_ws(" ", col("industry"), col("measure"), col("price_basis")));
        assertThat(figures)
                .hasSize(PUBLISHED.size() * (13 + 3))
                .allSatisfy((key, years) -> assertThat(years).isEqualTo(YEARS));
        assertThat(SourceRun.counts(run.industries(), col("industry"))).containsOnlyKeys(PUBLISHED);
    }

    /** Chemicals in 2015 and 2023, row 27 of the sheet Value Added; and by SQL over all years, industries, measures and spans. */
    @Test
    void growthIsThatOfTheCells() {
        assertGrowth("2015", "2014", 100.0 * 319_105 / value("2014") - 100, 1);
        assertGrowth("2023", "2013", 100.0 * 527_486 / value("2013") - 100, 10);
        run.industries().createOrReplaceTempView("figures");
        run.growth().createOrReplaceTempView("growth");
        List<Row> off = LocalSession.shared().sql("""
                SELECT g.* FROM growth g
                LEFT JOIN figures n ON (n.industry, n.measure, n.price_basis, n.period) = (g.industry, g.measure, g.price_basis, g.period)
                LEFT JOIN figures b ON (b.industry, b.measure, b.price_basis, b.period) = (g.industry, g.measure, g.price_basis, g.base_period)
                WHERE coalesce(abs(g.growth - 100 * (n.value / b.value - 1)) > 1e-9 * (100 + abs(g.growth)), b.value > 0)
                """).collectAsList();
        assertThat(off).isEmpty();
    }

    private static double value(String period) {
        return run.observed("US", "325", "value_added", period) / MILLION;
    }

    private static void assertGrowth(String period, String base, double growth, double years) {
        Row row = run.growth()
                .filter(col("industry").equalTo("chemicals").and(col("measure").equalTo("value_added")))
                .filter(col("price_basis").equalTo("current"))
                .filter(col("period").equalTo(period).and(col("base_period").equalTo(base)))
                .collectAsList()
                .get(0);
        assertThat(row.<Double>getAs("growth")).isCloseTo(growth, within(1e-9));
        double annual = 100 * (Math.pow(1 + growth / 100, 1 / years) - 1);
        assertThat(row.<Double>getAs("annual_growth")).isCloseTo(annual, within(1e-9));
    }

    /**
     * Every series has 26 steps of a year, 22 of five years and 17 of ten. Manufacturing has no artistic originals: their capital
     * compensation is zero in all rows of the sheet, and nothing grows from zero.
     */
    @Test
    void everyYearIsComparedWithEveryBaseThereIs() {
        long series = PUBLISHED.size() * 12L;
        long zeros = PUBLISHED.size();
        Dataset<Row> nominal = run.growth().filter("price_basis = 'current' AND measure NOT LIKE '%index'");
        assertThat(SourceRun.counts(nominal, concat_ws(" ", col("years"), col("reason"))))
                .isEqualTo(Map.of(
                        "1.0", series * 26,
                        "5.0", series * 22,
                        "10.0", series * 17,
                        "1.0 DENOMINATOR", zeros * 26,
                        "5.0 DENOMINATOR", zeros * 22,
                        "10.0 DENOMINATOR", zeros * 17));
    }

    /** Petrochemicals are one industry of the account, 324; its chained index tells its growth. */
    @Test
    void realGrowthOfASingleIndustryIsThatOfTheAccount() {
        Map<Integer, Double> real = run.real("petrochemicals", "value_added");
        assertThat(real).hasSize((int) YEARS).containsEntry(2015, 130_977 * MILLION);
        for (int year = 1998; year <= 2023; year++) {
            double published = run.observed("US", "324", "value_added_volume_index", String.valueOf(year))
                    / run.observed("US", "324", "value_added_volume_index", String.valueOf(year - 1));
            assertThat(real.get(year) / real.get(year - 1)).isCloseTo(published, within(1e-12));
        }
        // Row 26 of the sheet VA_Quantity: 101.53 in 2015, 87.165 in 2016
        assertThat(real.get(2016)).isCloseTo(130_977 * MILLION * 87.165 / 101.53, within(1.0));
        assertThat(run.real("US", "petrochemicals", "revenue", "2016"))
                .isCloseTo(499_949 * MILLION * 96.861 / 91.731, within(1.0));
    }

    /** Nineteen industries at their prices of 2015, added up by a program in another language. */
    @Test
    void constantPricesAddUpAndAreThoseOfTheBaseYear() {
        assertThat(run.real("US", "manufacturing", "value_added", "1997")).isCloseTo(1612203.3444486775e6, within(1e3));
        assertThat(run.real("US", "manufacturing", "value_added", "2015")).isEqualTo(2_038_476 * MILLION);
        assertThat(run.real("US", "manufacturing", "value_added", "2023")).isCloseTo(2294605.5289474376e6, within(1e3));
        assertThat(run.real("US", "traditional", "value_added", "2023")
                        + run.real("US", "other_manufacturing", "value_added", "2023"))
                .isCloseTo(run.real("US", "manufacturing", "value_added", "2023"), within(0.01));
    }

    /** Other manufacturing in 2015, column T: rows 13, 15, 18 and 25 of the sheet Value Added. */
    @Test
    void traditionalIndustriesMakeSevenTenthsOfManufacturing() {
        double share = run.shares()
                .filter(col("period").equalTo("2015").and(col("measure").equalTo("value_added")))
                .select("share")
                .collectAsList()
                .get(0)
                .getDouble(0);
        assertThat(share).isCloseTo(1 - (143_759 + 241_520 + 147_925 + 40_303) / 2_038_476.0, within(1e-12));
    }
}
