package org.millwright.sources;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.millwright.validate.Tally;

/** The three files of the Annual Survey of Manufactures; figures were read off their rows, in 1,000 USD and persons. */
class UsCensusAsmTest {
    private static final double THOUSAND = 1000;
    /** The scheme's thirteen industries; the survey has them all. */
    private static final int INDUSTRIES = 13;

    private static final List<String> SURVEY_YEARS = List.of("2008", "2009", "2014", "2015");

    private static SourceRun run;

    @BeforeAll
    static void readTables() {
        run = SourceRun.of("us-census-asm-2007", "us-census-asm-2012", "us-census-asm-states");
    }

    /** 1,226 + 1,304 rows by industry and 103 by state, less the cells that are blank, D or S. */
    @Test
    void everyFigureIsAcceptedAndNothingRejected() {
        assertThat(run.accepted())
                .containsOnly(
                        entry("value_added", 1222L + 1298 + 100),
                        entry("revenue", 1224L + 1300 + 103),
                        entry("profit", 1220L + 1298),
                        entry("employment", 1224L + 1300 + 103),
                        entry("payroll", 1226L + 1300 + 102),
                        entry("benefits", 1224L + 1300),
                        entry("material_cost", 1220L + 1291 + 103),
                        entry("energy_cost", 1186L + 1256),
                        entry("investment", 1222L + 1298 + 103),
                        entry("equipment_investment", 1212L + 1290),
                        entry("computer_investment", 1196L + 1279),
                        entry("software_investment", 1185L + 1260),
                        entry("data_processing_expenditure", 1184L + 1259));
    }

    /** 416 blank cells by industry; VALADD of Alaska, District of Columbia and Hawaii is D, PAYANN of Missouri is S. */
    @Test
    void withheldCellsAreNotZeroAndOneRecordIsLeftOut() {
        assertThat(run.notAccepted())
                .containsOnly(
                        entry("Q", 416L + 4),
                        entry(
                                "excluded-by-contract: the nation's figures of 2015 stand in the table by industry,"
                                        + " before this revision, and agree with the industries there",
                                1L));
    }

    @Test
    void figuresEqualTheCells() {
        // ASM_2015_31GS101.csv, row 404: petroleum and coal products in 2015
        assertCell("324", "2015", "value_added", 102_292_501);
        assertCell("324", "2015", "revenue", 507_906_621);
        assertCell("324", "2015", "profit", 102_292_501 - 10_366_689 - 3_490_664);
        assertThat(run.observed("US", "324", "employment", "2015")).isEqualTo(102_923);
        assertCell("324", "2015", "payroll", 10_366_689);
        assertCell("324", "2015", "benefits", 3_490_664);
        assertCell("324", "2015", "material_cost", 398_132_686);
        assertCell("324", "2015", "energy_cost", 5_192_917 + 2_845_371);
        assertCell("324", "2015", "investment", 15_080_286);
        assertCell("324", "2015", "equipment_investment", 8_724_910);
        assertCell("324", "2015", "computer_investment", 103_066);
        assertCell("324", "2015", "software_investment", 43_020);
        assertCell("324", "2015", "data_processing_expenditure", 33_755);
        // ASM_2009_31GS101.csv, row 417: fibres in 2008
        assertCell("32522", "2008", "value_added", 2_627_566);
        assertCell("32522", "2008", "revenue", 7_302_949);
        assertCell("32522", "2008", "profit", 2_627_566 - 675_194 - 220_560);
        assertThat(run.observed("US", "32522", "employment", "2008")).isEqualTo(15_020);
        assertCell("32522", "2008", "payroll", 675_194);
        assertCell("32522", "2008", "benefits", 220_560);
        assertCell("32522", "2008", "material_cost", 4_636_544);
        assertCell("32522", "2008", "energy_cost", 221_531 + 187_200);
        assertCell("32522", "2008", "investment", 259_276);
        assertCell("32522", "2008", "equipment_investment", 235_136);
        assertCell("32522", "2008", "computer_investment", 9_052);
        assertCell("32522", "2008", "software_investment", 1_094);
        assertCell("32522", "2008", "data_processing_expenditure", 6_306);
    }

    private static void assertCell(String activity, String period, String measure, long thousands) {
        assertThat(run.observed("US", activity, measure, period)).isEqualTo(thousands * THOUSAND);
    }

    @Test
    void statesKeepTheirCodesAndFigures() {
        // ASM_2016_31AS101_with_ann.csv, rows 13 and 14: California; row 55: Missouri; row 3: the nation in 2016
        assertThat(run.observed("US-CA", "31-33", "value_added", "2016")).isEqualTo(255_635_958e3);
        assertThat(run.observed("US-CA", "31-33", "revenue", "2015")).isEqualTo(510_516_192e3);
        assertThat(run.observed("US-CA", "31-33", "employment", "2015")).isEqualTo(1_127_922);
        assertThat(run.observed("US-CA", "31-33", "payroll", "2015")).isEqualTo(72_489_277e3);
        assertThat(run.observed("US-MO", "31-33", "material_cost", "2016")).isEqualTo(68_337_143e3);
        assertThat(run.observed("US-MO", "31-33", "investment", "2016")).isEqualTo(2_823_733e3);
        assertThat(run.figure("US", "manufacturing", "value_added", "2016")).isEqualTo(2_408_996_392e3);
        // The table by industry has the nation's first figure of 2015, the table by state the revised one:
        // 2,404,701,743.
        assertThat(run.figure("US", "manufacturing", "value_added", "2015")).isEqualTo(2_430_098_147e3);
        assertThat(SourceRun.counts(run.industries().filter(col("area").startsWith("US-")), col("area")))
                .hasSize(51);
    }

    /** A total that is withheld has no parts to stand in for it. */
    @Test
    void withheldTotalOfAStateIsSuppressed() {
        Dataset<Row> missing = run.industries().filter(col("value").isNull());
        assertThat(SourceRun.counts(
                        missing,
                        concat_ws(" ", col("area"), col("period"), col("measure"), col("obs_status"), col("coverage"))))
                .containsOnlyKeys(
                        "US-AK 2015 value_added Q 0.0",
                        "US-DC 2015 value_added Q 0.0",
                        "US-HI 2015 value_added Q 0.0",
                        "US-MO 2016 payroll Q 0.0");
    }

    /** Each row of the file that makes an industry in 2015, VALADD. */
    @Test
    void industriesAreTheSumsOfTheirCodes() {
        assertSum("petrochemicals", 102_292_501);
        assertSum("chemicals", 95_561_745, 30_435_956, 18_995_009, 19_194_620, 53_183_095, 22_410_000, 20_304_696);
        assertSum("steel", 29_305_495, 6_744_579);
        assertSum("nonferrous_metals", 11_058_575, 15_896_635);
        assertSum("metallurgy", 29_305_495, 6_744_579, 11_058_575, 15_896_635, 18_066_259);
        assertSum("building_materials", 67_437_629);
        assertSum("machinery", 189_795_685, 89_534_710, 61_288_477, 76_772_168, 14_227_387, 83_092_241, 59_855_558);
        assertSum(
                "light_industry",
                282_651_072,
                60_691_375,
                1_945_301,
                40_779_892,
                85_851_703,
                91_200_609,
                39_299_100,
                36_961_456);
        assertSum("textiles", 11_995_135, 11_261_730, 6_252_654, 2_994_438);
        assertSum(
                "other_manufacturing",
                33_499_548,
                48_503_373,
                153_719_626,
                187_296_055,
                12_529_118,
                20_535_456,
                1_785_336,
                49_154_402,
                1_524_686,
                130_119_366,
                6_030_693,
                20_743_211,
                7_319_793);
    }

    private static void assertSum(String industry, long... thousands) {
        assertThat(run.figure("US", industry, "value_added", "2015"))
                .isEqualTo(LongStream.of(thousands).sum() * THOUSAND);
    }

    @Test
    void everyIndustryHasEveryMeasureInEverySurveyYear() {
        Dataset<Row> nation = run.industries()
                .filter(col("area").equalTo("US").and(col("period").isin(SURVEY_YEARS.toArray())));
        assertThat(nation.filter(col("value").isNull().or(col("figures").notEqual(1)))
                        .count())
                .isZero();
        Map<String, Long> figures = SourceRun.counts(nation, concat_ws(" ", col("industry"), col("measure")));
        assertThat(figures).hasSize(INDUSTRIES * 13);
        assertThat(figures).allSatisfy((key, years) -> assertThat(years).isEqualTo(SURVEY_YEARS.size()));
    }

    @Test
    void rulesHoldInAllFourYears() {
        List<Tally> tallies = run.tallies();
        assertThat(tallies)
                .hasSize(11 + 11 + 1)
                .allSatisfy(tally -> assertThat(tally.checked()).isPositive());
        assertThat(tallies)
                .filteredOn(tally -> !tally.rule().equals("revenue-is-materials-and-value-added"))
                .extracting(Tally::failed)
                .containsOnly(0L);
        // Three measures of money and payroll, two years; the largest gap was added up by hand: 3 thousand USD.
        assertThat(tallies)
                .filteredOn(tally -> tally.rule().startsWith("industries-make"))
                .extracting(Tally::source, Tally::rule, Tally::checked, Tally::worst)
                .containsExactly(
                        tuple("us-census-asm-2007", "industries-make-the-total", 8L, 3000.0),
                        tuple("us-census-asm-2007", "industries-make-the-total-in-persons", 2L, 1.0),
                        tuple("us-census-asm-2012", "industries-make-the-total", 8L, 3000.0),
                        tuple("us-census-asm-2012", "industries-make-the-total-in-persons", 2L, 0.0));
    }

    /** Stocks change by more than 5 % of revenue in 12 and 4 cells, so says a count outside; the contract allows 2 %. */
    @Test
    void changesInStocksAreRarelyLarge() {
        assertThat(run.tallies())
                .filteredOn(tally -> tally.rule().equals("revenue-is-materials-and-value-added"))
                .extracting(Tally::checked)
                .containsExactly(1220L, 1291L, 100L);
        assertThat(run.tallies())
                .filteredOn(tally -> tally.rule().equals("revenue-is-materials-and-value-added"))
                .allSatisfy(tally -> assertThat(tally.failed()).isLessThanOrEqualTo(tally.checked() / 50));
    }

    /** Value added less the codes of other manufacturing above: 1 - 672,760,663 / 2,430,098,147. */
    @Test
    void traditionalIndustriesMakeSevenTenthsOfManufacturing() {
        double share = run.shares()
                .filter(col("area")
                        .equalTo("US")
                        .and(col("period").equalTo("2015"))
                        .and(col("measure").equalTo("value_added")))
                .select("share")
                .collectAsList()
                .get(0)
                .getDouble(0);
        assertThat(share).isCloseTo(1 - 672_760_663.0 / 2_430_098_147.0, within(1e-8));
    }

    /**
     * Foundries of all metals (3315) are part of metallurgy and of neither steel nor non-ferrous metals, so that metallurgy is one of
     * eight groups. VALADD of 2015 by these, in 1,000 USD; they sum to 1 more than row 31-33 has.
     */
    @Test
    void metallurgyIsOneGroupOfTheStructure() {
        double[] groups = {
            102_292_501, 260_085_121, 81_071_543, 67_437_629, 574_566_226, 639_380_508, 32_503_957, 672_760_663
        };
        double total = 2_430_098_148.0;
        double squares = DoubleStream.of(groups)
                .map(group -> group / total * (group / total))
                .sum();
        assertThat(DoubleStream.of(groups).sum()).isEqualTo(total);
        assertThat(run.statistic("area = 'US' AND measure = 'value_added' AND period = '2015' AND statistic = 'hhi'"))
                .isCloseTo(squares, within(1e-12));
        assertThat(SourceRun.counts(
                        run.structure().filter(col("area").equalTo("US")),
                        col("groups").cast("string")))
                .containsOnlyKeys("8");
    }

    /** The states have all manufacturing alone: there is nothing to compare with the nation. */
    @Test
    void statesHaveNoStructure() {
        Dataset<Row> states = run.structure().filter(col("area").notEqual("US"));
        assertThat(states.filter(col("value").isNotNull().or(col("reason").isNull()))
                        .count())
                .isZero();
        assertThat(SourceRun.counts(states, col("groups").cast("string"))).containsOnlyKeys("1");
    }
}
