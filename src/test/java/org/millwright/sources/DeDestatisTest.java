package org.millwright.sources;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.LongStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.millwright.validate.Tally;

/** The flat files of Destatis; figures were read off their rows by a program in another language. */
class DeDestatisTest {
    private static final double MILLION = 1e6;
    private static final long LAENDER = 16;
    private static final long YEARS = 31;

    private static SourceRun enterprises;
    private static SourceRun employees;

    @BeforeAll
    static void readFiles() {
        enterprises = SourceRun.of("de-destatis");
        employees = SourceRun.of("de-destatis-regional");
    }

    /** 738 rows of groups; 384 of their cells are points, 616 are dashes (88 rows, 7 measures). */
    @Test
    void everyFigureIsAcceptedAndWithheldOnesHaveNoValue() {
        assertThat(enterprises.accepted())
                .containsOnly(
                        entry("value_added", 618L),
                        entry("revenue", 610L),
                        entry("profit", 571L),
                        entry("employment", 615L),
                        entry("personnel_costs", 571L),
                        entry("gross_output", 571L),
                        entry("investment", 610L));
        assertThat(enterprises.notAccepted())
                .containsOnly(
                        entry("Q", 384L),
                        entry("M", 616L),
                        entry("excluded-by-contract: the sum over manufacturing and services", 3L));
    }

    /** 48112-0001_flat.csv, row 305: basic iron and steel in 2019. */
    @Test
    void figuresEqualTheCells() {
        assertThat(steel("value_added")).isEqualTo(6_446 * MILLION);
        assertThat(steel("revenue")).isEqualTo(37_928 * MILLION);
        assertThat(steel("profit")).isEqualTo(544 * MILLION);
        assertThat(steel("employment")).isEqualTo(85_230);
        assertThat(steel("personnel_costs")).isEqualTo(5_902 * MILLION);
        assertThat(steel("gross_output")).isEqualTo(36_482 * MILLION);
        assertThat(steel("investment")).isEqualTo(1_385 * MILLION);
    }

    private static double steel(String measure) {
        return enterprises.observed("DE", "241", measure, "2019");
    }

    /** 571 rows have all three figures; the largest gap among them was found outside: 438 = 271 + 166 + 1 million EUR. */
    @Test
    void valueAddedIsPersonnelAndSurplus() {
        assertThat(enterprises.tallies())
                .extracting(Tally::rule, Tally::checked, Tally::failed, Tally::worst)
                .containsExactly(tuple("value-added-is-personnel-and-surplus", 571L, 0L, MILLION));
    }

    /** Each row that makes an industry in 2020, BWS003, in the order of the file. */
    @Test
    void industriesAreTheSumsOfTheirGroups() {
        assertSum("steel", 5_339, 1_439, 1_204);
        assertSum("nonferrous_metals", 5_583);
        assertSum("metallurgy", 5_339, 1_439, 1_204, 5_583, 4_130);
        assertSum("chemicals", 26_572, 423, 3_971, 6_365, 6_562, 5_966);
        assertSum("building_materials", 4_733, 446, 1_142, 1_397, 2_000, 6_078, 1_198, 1_781);
        assertSum(
                "machinery",
                15_904,
                4_575,
                3_701,
                20_141,
                1_441,
                7_177,
                1_696,
                8_583,
                6_611,
                33_863,
                28_842,
                5_232,
                8_311,
                21_301,
                67_878,
                3_173,
                19_654,
                15_200);
        assertSum(
                "light_industry",
                9_453,
                472,
                2_400,
                392,
                5_187,
                1_516,
                11_277,
                9_239,
                2_074,
                6_950,
                280,
                651,
                2_260,
                7_016,
                3_891,
                8_088,
                23_814,
                7_611,
                501,
                353,
                450,
                1_344);
        assertSum(
                "other_manufacturing",
                4_353,
                6_405,
                134,
                578,
                27_638,
                11_994,
                2_247,
                327,
                1_767,
                7_688,
                13_326,
                9_261,
                8_764,
                7_362,
                1_032,
                2_374,
                505,
                38,
                1_596,
                606,
                8_911,
                633,
                744,
                1_688,
                7_700,
                7_638);
    }

    private static void assertSum(String industry, long... millions) {
        assertThat(enterprises.figure("DE", industry, "value_added", "2020"))
                .isEqualTo(LongStream.of(millions).sum() * MILLION);
    }

    /** Coke and refining are withheld, and furs and knitwear: 2 of 2 groups, 2 of 8, 4 of 95 have no figure. */
    @Test
    void industriesWithWithheldGroupsHaveNoFigure() {
        Column withheld = col("period")
                .equalTo("2020")
                .and(col("measure").equalTo("value_added"))
                .and(col("value").isNull());
        assertThat(enterprises.industries().filter(withheld).collectAsList())
                .extracting(row -> row.getAs("industry"), row -> row.getAs("obs_status"), DeDestatisTest::coverage)
                .containsExactlyInAnyOrder(
                        tuple("petrochemicals", "Q", 0L),
                        tuple("petrochemicals_and_chemicals", "Q", 75L),
                        tuple("textiles", "Q", 75L),
                        tuple("traditional", "Q", 94L),
                        tuple("manufacturing", "Q", 96L));
    }

    private static long coverage(Row row) {
        return Math.round(100 * row.<Double>getAs("coverage"));
    }

    /** 13311_employment_wz08_bula.csv, rows 6, 258, 10086, 10338: 1677,7, 617,4, 1468,1 and 337,9 thousand. */
    @Test
    void decimalCommasOfEmployeesAreRead() {
        assertThat(employees.figure("DE-BW", "manufacturing", "employees", "1991"))
                .isEqualTo(1_677_700);
        assertThat(employees.figure("DE-SN", "manufacturing", "employees", "1991"))
                .isEqualTo(617_400);
        assertThat(employees.figure("DE-BW", "manufacturing", "employees", "2021"))
                .isEqualTo(1_468_100);
        assertThat(employees.figure("DE-SN", "manufacturing", "employees", "2021"))
                .isEqualTo(337_900);
    }

    @Test
    void everyLandHasEmployeesEveryYear() {
        assertThat(employees.accepted()).containsOnly(entry("employees", LAENDER * YEARS));
        assertThat(employees.notAccepted())
                .containsOnly(entry("excluded-by-contract: a section other than manufacturing", 20 * LAENDER * YEARS));
        assertThat(SourceRun.counts(employees.industries(), concat_ws(" ", col("industry"), col("area"))))
                .hasSize((int) LAENDER)
                .allSatisfy((key, years) -> assertThat(years).isEqualTo(YEARS));
        assertThat(employees.tallies())
                .extracting(Tally::rule, Tally::checked, Tally::failed)
                .containsExactly(tuple("employees-in-bounds", LAENDER * YEARS, 0L));
    }
}
