package org.millwright.sources;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.util.stream.Stream;
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
        assertSum("steel", "5339 1439 1204");
        assertSum("nonferrous_metals", "5583");
        assertSum("metallurgy", "5339 1439 1204 5583 4130");
        assertSum("chemicals", "26572 423 3971 6365 6562 5966");
        assertSum("building_materials", "4733 446 1142 1397 2000 6078 1198 1781");
        assertSum("machinery", """
                15904 4575 3701 20141 1441 7177 1696 8583 6611 33863 28842 5232 8311 21301 67878 3173
                19654 15200
                """);
        assertSum("light_industry", """
                9453 472 2400 392 5187 1516 11277 9239 2074 6950 280 651 2260 7016 3891 8088 23814 7611
                501 353 450 1344
                """);
        assertSum("other_manufacturing", """
                4353 6405 134 578 27638 11994 2247 327 1767 7688 13326 9261 8764 7362 1032 2374 505 38
                1596 606 8911 633 744 1688 7700 7638
                """);
    }

    private static void assertSum(String industry, String millions) {
        long sum = Stream.of(millions.split("\\s+")).mapToLong(Long::parseLong).sum();
        assertThat(enterprises.figure("DE", industry, "value_added", "2020")).isEqualTo(sum * MILLION);
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
