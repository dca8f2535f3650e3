package org.millwright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.error.Problems;

/** Definitions that are sound each, and do not fit each other. */
class CrossCheckTest {
    private static final String INDICATOR = """
            id: own
            label: {en: Own, zh: 自有}
            formula: value_added / employment
            unit: "{currency} per person"
            pillar: high-end
            """;

    @TempDir
    private Path folder;

    private OwnDefinitions own;

    @BeforeEach
    void open() {
        own = new OwnDefinitions(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unit: persons | unit: thousand persons | the unit thousand persons does not fit the measure employment in persons
            unit: CNY     | unit: yuan             | the unit yuan does not fit the measure value_added in currency
            """)
    void unitMustFitItsMeasure(String unit, String other, String what) {
        own.contract(unit, other);
        assertThat(own.problems())
                .containsExactly(
                        "sources/tiny.yaml:1: " + what + ". Write the canonical unit, and the factor that leads to it");
    }

    @Test
    void publishedGrowthIsInPercentWhateverTheUnitOfItsMeasure() {
        own.contract("unit: CNY", "unit: CNY, price-basis: comparable");
        assertThat(own.problems())
                .containsExactly("sources/tiny.yaml:1: the unit CNY does not fit the measure value_added in %."
                        + " Write the canonical unit, and the factor that leads to it");
        own.contract("unit: CNY", "unit: '%', price-basis: comparable");
        assertThat(own.problems()).isEmpty();
    }

    @Test
    void oneDatasetHoldsOneCurrency() {
        own.write("sources/a.yaml", OwnDefinitions.CONTRACT)
                .write(
                        "sources/b.yaml",
                        OwnDefinitions.CONTRACT.replace("id: tiny", "id: other").replace("CNY", "USD"));
        assertThat(own.problems())
                .containsExactly("dataset tiny: its money stands in CNY and USD."
                        + " Give each currency a dataset of its own, or convert by a factor in the contract");
    }

    private OwnDefinitions prices(String... entries) {
        return own.write(
                "sources/tiny.yaml",
                OwnDefinitions.CONTRACT
                        + "  - {measure: producer_price_index, column: ppi, unit: index}\nprices:\n  - {"
                        + String.join("}\n  - {", entries) + "}\n");
    }

    @Test
    void constantPricesNeedAMeasureInMoneyAndAnIndexOfTheDataset() {
        prices("measure: value_added, deflator: producer_price_index, index: previous-year");
        assertThat(own.problems()).isEmpty();
        prices(
                "measure: value_added, deflator: producer_prices, index: previous-year",
                "measure: employment, volume: producer_price_index",
                "measure: revenue, volume: employment",
                "measure: value_added, volume: producer_price_index");
        assertThat(own.problems())
                .containsExactly(
                        "sources/tiny.yaml:1: the dataset tiny has no measure 'producer_prices'."
                                + " Did you mean 'producer_price_index'? Known are value_added, employment, producer_price_index",
                        "sources/tiny.yaml:1: the measure employment is no money and has no prices. Remove it from 'prices'",
                        "sources/tiny.yaml:1: this source has no measure 'revenue' at current prices."
                                + " Did you mean 'employment'? Known are value_added, employment, producer_price_index",
                        "sources/tiny.yaml:1: the measure employment is no index, since it can be added up. Name an index",
                        "sources/tiny.yaml:1: the measure value_added is deflated twice. Keep one entry under 'prices'");
    }

    @Test
    void indexOfAnotherSourceOfTheDatasetServesToo() {
        own.write(
                        "sources/a.yaml",
                        OwnDefinitions.CONTRACT
                                + "prices:\n  - {measure: value_added, volume: value_added_volume_index}\n")
                .write(
                        "sources/b.yaml",
                        OwnDefinitions.CONTRACT.replace("id: tiny", "id: other")
                                + "  - {measure: value_added_volume_index, column: q, unit: index}\n");
        assertThat(own.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            measure: value_added                                                      | 15: constant prices need either 'deflator' or 'volume'. Write one of them
            measure: value_added, deflator: producer_price_index                      | 15: the key 'index' is missing. Add it
            measure: value_added, deflator: producer_price_index, index: previous     | 15: 'previous' is no kind of index. Write previous-year or fixed-base
            measure: value_added, volume: producer_price_index, index: fixed-base     | 15: unknown key 'index'. Did you mean 'volume'? Known are deflator, measure, volume
            measure: value_added, deflator: [producer_price_index, producer_price_index], index: previous-year | 15: an index on the year before has no segments. Name one index, or write 'index: fixed-base' if they have fixed references
            measure: value_added, deflator: [], index: fixed-base                     | 15: no index is named. Name at least one measure
            """)
    void pricesAreReadStrictly(String entry, String problem) {
        assertThat(prices(entry).problems().get(0)).isEqualTo("sources/tiny.yaml:" + problem);
    }

    @Test
    void listedCodesMustNotLieBelowEachOther() {
        own.write("industries/nested.csv", """
                from,to,weight,role,basis,year,judgement,alternative,note
                24,metallurgy,1,part,,,,,
                241,steel,1,part,,,,,
                C,manufacturing,1,total,,,,,
                """).contract("gb-t-4754-2017-divisions", "nested");
        assertThat(own.problems())
                .containsExactly(
                        "sources/tiny.yaml:1: the classification nested lists parts below other parts: 241."
                                + " Write 'select: prefix' if every code of the data is to go through its longest listed prefix");
        own.contract("gb-t-4754-2017-divisions", "nested, select: prefix");
        assertThat(own.problems()).isEmpty();
    }

    @Test
    void indicatorKnowsOnlyMeasures() {
        own.write("indicators/own.yaml", INDICATOR.replace("/ employment", "/ previous(employmnt)"));
        assertThat(own.problems())
                .containsExactly("indicator own: there is no measure 'employmnt'. Did you mean 'employment'?");
    }

    @Test
    void goalpostsAndDirectionOfAnIndicatorMustMakeSense() {
        own.write("indicators/own.yaml", INDICATOR + """
                direction: 2
                goalposts:
                  - {unit: CNY per person, lower: 5, upper: 5, source: nobody}
                """);
        assertThat(own.problems())
                .containsExactly(
                        "indicators/own.yaml:6: the direction is 2. Write 1 (more is better) or -1",
                        "indicators/own.yaml:8: the lower goalpost 5.0 is not below the upper 5.0."
                                + " Write lower < upper; the direction says which of them is good");
    }

    @Test
    void unknownSourceAndCompositeOfTheSettingsAreSuggested() {
        Problems problems = new Problems();
        Definitions definitions = own.read(problems);
        definitions.sources(List.of("cn-cpi"), "settings", problems);
        definitions.requireComposites(List.of("transformatoin"), "settings", problems);
        assertThat(problems.all().get(0).text())
                .isEqualTo("settings: there is no source contract 'cn-cpi'. Did you mean 'cn-cip'?");
        assertThat(problems.all().get(1).text())
                .isEqualTo("settings: there is no composite 'transformatoin'. Did you mean 'transformation'?"
                        + " Known are transformation, us_transformation");
        assertThat(problems.all()).hasSize(2);
    }

    /** A model of the season must be made anew when any of them changes. */
    @Test
    void seriesOfAConvertedSourceHaveTheCorrespondenceBehindThem() {
        Problems problems = new Problems();
        Definitions definitions = Definitions.read(DefinitionFiles.bundled(), "china-traditional-8", problems);
        problems.throwIfAny();
        assertThat(definitions.filesBehind(definitions.sources().get("us-census-asm-2007")))
                .containsExactlyInAnyOrder(
                        "sources/us-census-asm-2007.yaml",
                        "industries/naics-2007.csv",
                        "industries/naics-2007-to-naics-2012.csv",
                        "industries/naics-2012.csv",
                        "industries/china-traditional-8.csv",
                        "calendars/spring-festival.csv");
    }
}
