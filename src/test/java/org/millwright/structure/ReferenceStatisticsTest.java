package org.millwright.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millwright.structure.StructureStatisticsTest.rows;

import org.junit.jupiter.api.Test;

/** Areas beside what they are compared with; figures small enough to reckon by hand. */
class ReferenceStatisticsTest {
    private static final String REGIONS = """
            AA-1 steel        2020 value_added 2
            AA-1 other_metals 2020 value_added 2
            AA-1 rest         2020 value_added 4
            AA-2 steel        2020 value_added 2
            AA-2 other_metals 2020 value_added 6
            AA-2 rest         2020 value_added Q
            AA   steel        2020 value_added 4
            AA   other_metals 2020 value_added 8
            AA   rest         2020 value_added 4
            """;

    /** 2/8, 2/8, 4/8 in the region, 1/4, 1/2, 1/4 in its country; the other region is not compared with this one. */
    @Test
    void regionsAreComparedWithTheAreaTheyArePartOf() {
        assertThat(rows(
                        REGIONS,
                        "reference is not null and area = 'AA-1'",
                        "statistic, industry, value, groups, reference"))
                .containsExactly(
                        "krugman manufacturing 0.5 3 AA",
                        "location_quotient other_metals 0.5 3 AA",
                        "location_quotient rest 2.0 3 AA",
                        "location_quotient steel 1.0 3 AA");
        assertThat(rows(REGIONS, "statistic = 'krugman'", "area, reference, value, reason"))
                .containsExactly("AA-1 AA 0.5", "AA-2 AA SUPPRESSED");
    }

    @Test
    void aQuotientOverNothingIsUndefined() {
        String none = REGIONS.replace("AA   steel        2020 value_added 4", "AA   steel        2020 value_added 0");
        assertThat(rows(none, "statistic = 'location_quotient' and area = 'AA-1'", "industry, value, reason"))
                .containsExactly("other_metals 0.375", "rest 1.5", "steel DENOMINATOR");
    }

    @Test
    void aGapOfTheReferenceIsAGapOfTheComparison() {
        String gap = REGIONS.replace("AA   rest         2020 value_added 4", "AA   rest         2020 value_added Q");
        assertThat(rows(gap, "statistic = 'krugman' and area = 'AA-1'", "value, reason"))
                .containsExactly("SUPPRESSED");
    }

    private static final String COUNTRIES = """
            AA metals 2020 value_added 3
            AA rest   2020 value_added 1
            BB metals 2020 value_added 5
            BB rest   2020 value_added 11
            CC metals 2020 value_added 4
            CC rest   2020 value_added M
            AA metals 2021 value_added 1
            AA rest   2021 value_added 1
            BB metals 2021 value_added Q
            BB rest   2021 value_added 1
            CC metals 2021 value_added M
            CC rest   2021 value_added 4
            """;

    /** The sum is 8 and 12 in 2020, of the two countries that have both; in 2021 there is no country beside AA. */
    @Test
    void countriesAreComparedWithAllThatHaveTheGroups() {
        assertThat(rows(
                        COUNTRIES,
                        "reference is not null and area = 'AA'",
                        "statistic, industry, period, value, reference, reason"))
                .containsExactly(
                        "krugman manufacturing 2020 0.7 all",
                        "krugman manufacturing 2021 all MISSING",
                        "location_quotient metals 2020 1.875 all",
                        "location_quotient metals 2021 all MISSING",
                        "location_quotient rest 2020 0.416667 all",
                        "location_quotient rest 2021 all MISSING");
    }

    @Test
    void oneAreaAloneIsComparedWithNothing() {
        assertThat(rows(StructureStatisticsTest.TWO_YEARS, "reference is not null", "area"))
                .isEmpty();
    }
}
