package org.millwright.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures cumulated from January in the nightly run: steel is complete, May of non-ferrous metals is missing and October falls. */
class PeriodsRunTest {
    private static final String CONTRACT = """
            id: tiny
            dataset: tiny
            title: Figures of nobody
            licence: none
            vintage: {from: file-name, pattern: "(\\\\d{4}-\\\\d{2}-\\\\d{2})"}
            format: {type: csv}
            area: {column: area}
            activity: {column: code, classification: tiny, select: prefix}
            period: {column: month, frequency: year-to-date}
            measures:
              - {measure: revenue, column: revenue, unit: CNY}
            """;

    private static final String DELIVERY = """
            area,code,month,revenue
            CN,31,2015-02,0.3
            CN,31,2015-03,0.4
            CN,31,2015-04,0.9
            CN,31,2015-05,1.0
            CN,31,2015-06,1.1
            CN,31,2015-07,1.4
            CN,31,2015-08,1.5
            CN,31,2015-09,1.6
            CN,31,2015-10,1.9
            CN,31,2015-11,2.0
            CN,31,2015-12,2.1
            CN,32,2015-02,20
            CN,32,2015-03,30
            CN,32,2015-04,40
            CN,32,2015-06,60
            CN,32,2015-07,70
            CN,32,2015-08,80
            CN,32,2015-09,90
            CN,32,2015-10,85
            CN,32,2015-11,110
            CN,32,2015-12,120
            """;

    @TempDir
    private static Path folder;

    private static Workshop workshop;

    @BeforeAll
    static void run() {
        workshop = new Workshop(folder);
        workshop.write("definitions/sources/tiny.yaml", CONTRACT);
        workshop.write("landing/tiny-2016-01-20.csv", DELIVERY);
        assertThat(workshop.run().problems()).isEmpty();
    }

    @Test
    void monthsQuartersAndTheYearFollow() {
        assertThat(workshop.ask(
                        "SELECT concat_ws(' ', period, value, reason, months, twelve_months) FROM industry_measures"
                                + " WHERE industry = 'steel' ORDER BY period"))
                .containsExactly(
                        "2015 2.1 12",
                        "2015-02 0.3 2",
                        "2015-03 0.1 1",
                        "2015-04 0.5 1",
                        "2015-05 0.1 1",
                        "2015-06 0.1 1",
                        "2015-07 0.3 1",
                        "2015-08 0.1 1",
                        "2015-09 0.1 1",
                        "2015-10 0.3 1",
                        "2015-11 0.1 1",
                        "2015-12 0.1 1 2.1",
                        "2015-Q1 0.4 3",
                        "2015-Q2 0.7 3",
                        "2015-Q3 0.5 3",
                        "2015-Q4 0.5 3");
    }

    @Test
    void whatCannotBeToldIsNullWithAReason() {
        assertThat(workshop.ask("SELECT concat_ws(' ', period, value, reason) FROM industry_measures"
                        + " WHERE industry = 'nonferrous_metals' AND (value IS NULL OR value < 0) ORDER BY period"))
                .containsExactly("2015-05 HOLE", "2015-06 HOLE", "2015-10 -5.0");
        assertThat(workshop.ask("SELECT concat_ws(' ', period, reason, coverage) FROM industry_measures"
                        + " WHERE industry = 'metallurgy' AND value IS NULL ORDER BY period"))
                .containsExactly("2015-05 MISSING 0.5", "2015-06 MISSING 0.5");
    }

    @Test
    void whatIsWrongIsToldByRulesThatWarn() {
        // Of 11 months in five industries, metallurgy and all above it among them; May of those is there, with half of
        // its parts.
        assertThat(workshop.ask("SELECT concat_ws(' ', rule, failed, checked, measured) FROM rule_results"
                        + " WHERE NOT passed ORDER BY rule"))
                .containsExactly(
                        "months-without-a-hole 2 55 " + 2.0 / 55,
                        "year-to-date-complete 1 5 0.2",
                        "year-to-date-never-falls 4 " + (47 + 20) + " 5.0");
    }
}
