package org.millwright.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.harmonise.IndustryMeasures;

/** Two industries and their producer prices, in a run whose base year is 2015. */
class ConstantPricesRunTest {
    private static final String CONTRACT = """
            id: tiny
            dataset: tiny
            title: Figures of nobody
            licence: none
            vintage: {from: file-name, pattern: '(\\d{4}-\\d{2}-\\d{2})'}
            format: {type: csv}
            area: {column: area}
            activity: {column: code, classification: tiny, select: prefix}
            period: {column: year, frequency: annual}
            measures:
              - {measure: value_added, column: va, unit: CNY}
              - {measure: producer_price_index, column: ppi, unit: index}
            prices:
              - {measure: value_added, deflator: producer_price_index, index: previous-year}
            """;

    @TempDir
    private Path folder;

    private Workshop workshop;

    @BeforeEach
    void open() {
        workshop = new Workshop(folder);
        workshop.write("definitions/sources/tiny.yaml", CONTRACT);
    }

    private void land(String... lines) {
        workshop.write("landing/prices-2024-05-01.csv", "area,code,year,va,ppi\n" + String.join("\n", lines) + "\n");
        assertThat(workshop.run().problems()).isEmpty();
    }

    private Object real(String industry, String period) {
        return workshop.ask("SELECT concat_ws(' ', value, reason) FROM industry_measures WHERE price_basis = 'constant'"
                        + " AND industry = '" + industry + "' AND period = '" + period + "'")
                .get(0);
    }

    /** Steel: 100 in 2015 and 132 at prices 10 % higher; non-ferrous metals: 50, and 40 at prices 20 % lower: 120 + 50. */
    @Test
    void industriesAreSumsAtThePricesOfTheBaseYear() {
        land("CN,31,2015,100,100", "CN,31,2016,132,110", "CN,32,2015,50,100", "CN,32,2016,40,80");
        assertThat(real("metallurgy", "2015")).isEqualTo("150.0");
        assertThat(real("metallurgy", "2016")).isEqualTo("170.0");
        assertThat(workshop.ask("SELECT value FROM indicator_values WHERE indicator = 'real_value_added_growth'"
                        + " AND industry = 'steel' AND period = '2016'"))
                .hasSize(1)
                .allSatisfy(growth -> assertThat((Double) growth).isBetween(19.999999, 20.000001));
        assertThat(failed()).isEmpty();
        assertThat(workshop.ask("SELECT DISTINCT method_version FROM industry_measures ORDER BY ALL"))
                .containsExactly(
                        IndustryMeasures.METHOD + "+china-traditional-8",
                        IndustryMeasures.METHOD + "+china-traditional-8+harmonise/constant-prices/1+2015");
    }

    @Test
    void aGapInTheDeflatorIsToldOnTheRowAndByARule() {
        land("CN,31,2015,100,100", "CN,31,2016,132,0", "CN,32,2015,50,100", "CN,32,2016,40,80");
        assertThat(real("steel", "2016")).isEqualTo("DEFLATOR");
        assertThat(real("metallurgy", "2016")).isEqualTo("DEFLATOR");
        assertThat(real("nonferrous_metals", "2016")).isEqualTo("50.0");
        assertThat(failed()).containsExactly("deflator-complete");
    }

    @Test
    void aBaseYearOutsideTheDataIsToldOnEveryRowAndByARule() {
        land("CN,31,2017,100,100", "CN,31,2018,132,110");
        assertThat(real("steel", "2017")).isEqualTo("BASE_YEAR");
        assertThat(real("steel", "2018")).isEqualTo("BASE_YEAR");
        assertThat(failed()).containsExactly("base-year-in-data");
        assertThat(workshop.ask(
                        "SELECT DISTINCT reason FROM indicator_values WHERE indicator = 'real_value_added_growth'"))
                .containsExactly("BASE_YEAR");
    }

    private Iterable<Object> failed() {
        return workshop.ask("SELECT DISTINCT rule FROM rule_results WHERE NOT passed ORDER BY rule");
    }
}
