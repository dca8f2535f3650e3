package org.millwright.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.millwright.contract.Area;
import org.millwright.contract.MeasureCode;
import org.millwright.contract.MeasureCode.OverTime;

/** Figures small enough to reckon by hand; the scheme is that of {@link DivisionsTest}. */
class StructureStatisticsTest {
    /** Shares 1/4, 1/4, 1/2, then 1/2, 1/4, 1/4. */
    static final String TWO_YEARS = """
            AA steel        2020 value_added 1
            AA other_metals 2020 value_added 1
            AA metals       2020 value_added 2
            AA rest         2020 value_added 2
            AA steel        2021 value_added 4
            AA other_metals 2021 value_added 2
            AA metals       2021 value_added 6
            AA rest         2021 value_added 2
            """;

    private static final List<Area> AREAS =
            List.of(area("AA", ""), area("AA-1", "AA"), area("AA-2", "AA"), area("BB", ""), area("CC", ""));

    private static final List<MeasureCode> MEASURES =
            List.of(measure("value_added", true), measure("employment", true), measure("energy_cost", false));

    private static Area area(String code, String parent) {
        return new Area(code, parent, code, code);
    }

    private static MeasureCode measure(String code, boolean structural) {
        return new MeasureCode(code, code, code, "t", true, OverTime.SUM, false, structural);
    }

    private static StructureStatistics statistics(String... undivided) {
        return new StructureStatistics(
                new Divisions(DivisionsTest.SCHEME, Map.of("set", Set.of(undivided))), MEASURES, AREAS);
    }

    /** Rows that meet a condition: the named columns, nothing for a null, values to six places. */
    private static List<String> rows(StructureStatistics statistics, String figures, String where, String columns) {
        String values = Arrays.stream(columns.split(", "))
                .map(column -> column.equals("value") ? "round(value, 6)" : column)
                .reduce((one, other) -> one + ", " + other)
                .orElseThrow();
        return statistics
                .of(new TinyFigures().with(figures).table())
                .filter(where)
                .selectExpr("concat_ws(' ', " + values + ")")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    static List<String> rows(String figures, String where, String columns) {
        return rows(statistics(), figures, where, columns);
    }

    /**
     * Sum of squares 6/16 in both years; 3 terms ln 4 / 4 + ln 4 / 4 + ln 2 / 2 = 3/2 ln 2; (1/4 + 0 + 1/4) / 2; cos = (1/8 + 1/16 +
     * 1/8) / (6/16) = 5/6; Lilien sqrt(3/8 ln^2 2 + 0 + 3/8 ln^2 2) = sqrt(3)/2 ln 2.
     */
    @Test
    void levelsAndChangesOfAnArea() {
        assertThat(rows(TWO_YEARS, "true", "statistic, industry, period, base_period, value, groups, price_basis"))
                .containsExactly(
                        "hhi manufacturing 2020 0.375 3 current",
                        "hhi manufacturing 2021 0.375 3 current",
                        "lilien manufacturing 2021 2020 0.600283 3 current",
                        "moore_angle manufacturing 2021 2020 33.55731 3 current",
                        "moore_cosine manufacturing 2021 2020 0.833333 3 current",
                        "shannon manufacturing 2020 1.039721 3 current",
                        "shannon manufacturing 2021 1.039721 3 current",
                        "structural_change manufacturing 2021 2020 0.25 3 current");
    }

    @Test
    void everyYearIsComparedWithEveryEarlierOne() {
        String three = TWO_YEARS + TWO_YEARS.replace("2020", "2015").replace("2021", "2017");
        assertThat(rows(three, "statistic = 'structural_change'", "period, base_period, value"))
                .containsExactly(
                        "2017 2015 0.25",
                        "2020 2015 0.0",
                        "2020 2017 0.25",
                        "2021 2015 0.25",
                        "2021 2017 0.0",
                        "2021 2020 0.25");
    }

    @Test
    void anIndustryThatHoldsMoreThanItsPartsIsOneGroup() {
        // 2/4 and 2/4, then 6/8 and 2/8.
        assertThat(rows(statistics("metals"), TWO_YEARS, "statistic in ('hhi', 'structural_change')", "value, groups"))
                .containsExactly("0.25 2", "0.5 2", "0.625 2");
    }

    /** The groups stay those of the year that has them all: figures of two years are of the same groups. */
    @Test
    void aWithheldGroupLeavesItsYearUndefined() {
        String withheld = TWO_YEARS.replace("AA steel        2020 value_added 1", "AA steel        2020 value_added Q");
        assertThat(rows(withheld, "statistic in ('hhi', 'lilien')", "statistic, period, value, groups, reason"))
                .containsExactly("hhi 2020 3 SUPPRESSED", "hhi 2021 0.375 3", "lilien 2021 3 SUPPRESSED");
        assertThat(rows(withheld.replace("Q", "M"), "statistic = 'hhi'", "period, value, reason"))
                .containsExactly("2020 MISSING", "2021 0.375");
    }

    @Test
    void aGroupThatIsNeverPublishedIsReplacedByWhatHoldsIt() {
        String withheld = TWO_YEARS.replaceAll("(AA steel +\\d+ value_added) \\d", "$1 Q");
        assertThat(rows(withheld, "statistic = 'hhi'", "period, value, groups"))
                .containsExactly("2020 0.5 2", "2021 0.625 2");
    }

    @Test
    void anAreaOfWhichOnlyTheTotalIsKnownHasNoStructure() {
        String total = """
                AA manufacturing 2020 value_added 7
                AA manufacturing 2021 value_added 8
                AA steel         2021 value_added Q
                """;
        assertThat(rows(total, "statistic in ('hhi', 'moore_angle')", "statistic, period, value, groups, reason"))
                .containsExactly("hhi 2020 1 MISSING", "hhi 2021 1 SUPPRESSED", "moore_angle 2021 1 SUPPRESSED");
    }

    @Test
    void negativeFiguresAndATotalOfNothingHaveNoShares() {
        String negative = TWO_YEARS.replace("rest         2020 value_added 2", "rest         2020 value_added -1");
        assertThat(rows(negative, "statistic in ('hhi', 'moore_cosine')", "statistic, period, value, reason"))
                .containsExactly("hhi 2020 SIGN", "hhi 2021 0.375", "moore_cosine 2021 SIGN");
        assertThat(rows(
                        TWO_YEARS.replaceAll("(2020 value_added) \\d", "$1 0"),
                        "statistic = 'hhi'",
                        "period, value, reason"))
                .containsExactly("2020 DENOMINATOR", "2021 0.375");
    }

    /** From 0, 1/3, 2/3 to 1/2, 1/4, 1/4: cos = (1/12 + 1/6) / sqrt(5/9 x 3/8) = sqrt(3/10). */
    @Test
    void aGroupThatComesFromNothingHasAShareAndNoGrowth() {
        String zero = TWO_YEARS.replace("steel        2020 value_added 1", "steel        2020 value_added 0");
        assertThat(rows(zero, "base_period = '2020'", "statistic, value, reason"))
                .containsExactly(
                        "lilien NONPOSITIVE",
                        "moore_angle 56.789089",
                        "moore_cosine 0.547723",
                        "structural_change 0.5");
    }

    /** Output 1/4, 1/4, 1/2 by labour 1/2, 1/4, 1/4: 1/4 ln 1/2 + 0 + 1/2 ln 2; a group needs both figures in some year. */
    @Test
    void theilComparesValueAddedWithEmploymentInTheGroupsOfBoth() {
        String both = TWO_YEARS + """
                AA steel        2020 employment 20
                AA other_metals 2020 employment 10
                AA metals       2020 employment 30
                AA rest         2020 employment 10
                AA steel        2021 employment 0
                AA other_metals 2021 employment 10
                AA rest         2021 employment 10
                """;
        assertThat(rows(both, "statistic = 'theil'", "period, base_period, measure, value, groups, reason"))
                .containsExactly("2020 value_added 0.173287 3", "2021 value_added 3 DENOMINATOR");
        // Without employees of steel, metals are one group: 1/2 ln (1/2 / 3/4) + 1/2 ln (1/2 / 1/4).
        assertThat(rows(
                        both.replaceAll("AA steel +\\d+ employment \\d+\n", ""),
                        "statistic = 'theil'",
                        "period, value, groups, reason"))
                .containsExactly("2020 0.143841 2", "2021 2 MISSING");
        assertThat(rows(TWO_YEARS, "statistic = 'theil'", "period")).isEmpty();
    }

    @Test
    void onlyYearsAndMeasuresOfStructureCountAtCurrentAndConstantPrices() {
        String more = TWO_YEARS
                + TWO_YEARS.replace("value_added", "energy_cost")
                + TWO_YEARS.replace("2020", "2020-Q3").replace("2021", "2021-07")
                + TWO_YEARS.replaceAll("(\\d)\n", "$1 constant\n")
                + "AA steel 2020 value_added 4.5 comparable";
        assertThat(rows(more, "statistic = 'hhi'", "measure, price_basis, period, value"))
                .containsExactly(
                        "value_added constant 2020 0.375",
                        "value_added constant 2021 0.375",
                        "value_added current 2020 0.375",
                        "value_added current 2021 0.375");
    }

    /** What changed within a series that breaks, or whose codes are others, is not known; levels are, and what follows the break. */
    @Test
    void changesAcrossABreakAreUndefined() {
        String after = TWO_YEARS
                .lines()
                .filter(line -> line.contains("2021"))
                .map(line -> line.replace("2021", "2022") + "\n")
                .collect(Collectors.joining());
        String changes = "statistic = 'structural_change'";
        String broken = TWO_YEARS.replace("rest         2021 value_added 2", "rest 2021 value_added 2 current codes B");
        List<String> expected = List.of("2021 2020 BREAK", "2022 2020 BREAK", "2022 2021 0.0");
        assertThat(rows(broken + after, changes, "period, base_period, value, reason"))
                .isEqualTo(expected);
        String other = (TWO_YEARS.replaceAll("(AA rest +2021 .*)", "$1 current other")
                        + after.replaceAll("(AA rest +2022 .*)", "$1 current other"))
                .strip();
        assertThat(rows(other, changes, "period, base_period, value, reason")).isEqualTo(expected);
        assertThat(rows(broken, "statistic = 'hhi'", "period, value")).containsExactly("2020 0.375", "2021 0.375");
    }

    @Test
    void aGapSaysWhatItsFigureSays() {
        String gap = TWO_YEARS.replace("rest         2021 value_added 2", "rest 2021 value_added D");
        assertThat(rows(gap, "statistic = 'hhi'", "period, value, reason"))
                .containsExactly("2020 0.375", "2021 DEFLATOR");
    }
}
