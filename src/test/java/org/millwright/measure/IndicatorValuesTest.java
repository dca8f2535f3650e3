package org.millwright.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.millwright.contract.DatasetContents;
import org.millwright.contract.Formula.Reference;
import org.millwright.contract.FormulaParser;
import org.millwright.contract.Indicator;
import org.millwright.model.PriceBasis;
import org.millwright.testing.LocalSession;

/** Formulas over the figures of industries, each reckoned by hand beside its assertion. */
class IndicatorValuesTest {
    private static final StructType MEASURES = StructType.fromDDL("dataset STRING, area STRING, industry STRING,"
            + " period STRING, measure STRING, price_basis STRING, value DOUBLE, obs_status STRING, reason STRING");

    private final List<Row> figures = new ArrayList<>();

    private IndicatorValuesTest with(String industry, String period, String measure, Double value, String status) {
        figures.add(RowFactory.create("set", "CN", industry, period, measure, "current", value, status, null));
        return this;
    }

    private IndicatorValuesTest withGrowth(String industry, String period, String measure, Double percent) {
        figures.add(RowFactory.create("set", "CN", industry, period, measure, "comparable", percent, "A"));
        return this;
    }

    /** Value, unit and reason of a formula for steel in a year. */
    private List<Object> of(String formula, String period) {
        Indicator indicator = new Indicator(
                "x", "1", "x", "x", FormulaParser.parse(formula), formula, "{currency} per person", 1, "p", List.of());
        Set<Reference> known = Set.of(
                new Reference("value_added", PriceBasis.CURRENT),
                new Reference("value_added", PriceBasis.CONSTANT),
                new Reference("employment", PriceBasis.CURRENT));
        return new IndicatorValues(List.of(indicator), Map.of("set", new DatasetContents(known, "CNY")))
                        .of(LocalSession.shared().createDataFrame(figures, MEASURES))
                        .filter("industry = 'steel' AND period = '" + period + "'")
                        .selectExpr("struct(value, unit, reason)")
                        .collectAsList()
                        .stream()
                        .<Object>map(row -> row.get(0).toString())
                        .toList();
    }

    @Test
    void ratioIsTheQuotientOfTheSumsInTheCurrencyOfTheDataset() {
        with("steel", "2020", "value_added", 300.0, "A").with("steel", "2020", "employment", 4.0, "A");
        assertThat(of("value_added / employment", "2020")).containsExactly("[75.0,CNY per person,null]");
    }

    @Test
    void publishedGrowthIsNoLevel() {
        with("steel", "2020", "value_added", 300.0, "A").with("steel", "2020", "employment", 4.0, "A");
        withGrowth("steel", "2020", "value_added", 900.0).withGrowth("steel", "2021", "value_added", 5.0);
        assertThat(of("value_added / employment", "2020")).containsExactly("[75.0,CNY per person,null]");
        assertThat(of("value_added / employment", "2021")).containsExactly("[null,CNY per person,MISSING]");
    }

    @Test
    void denominatorMustBePositive() {
        with("steel", "2020", "value_added", 300.0, "A").with("steel", "2020", "employment", 0.0, "A");
        assertThat(of("value_added / employment", "2020")).containsExactly("[null,CNY per person,DENOMINATOR]");
    }

    @Test
    void aGapSaysWhetherItIsWithheldOrMissing() {
        with("steel", "2020", "value_added", null, "Q").with("steel", "2020", "employment", 4.0, "A");
        with("steel", "2021", "value_added", null, "M").with("steel", "2021", "employment", 4.0, "A");
        assertThat(of("value_added / employment", "2020")).containsExactly("[null,CNY per person,SUPPRESSED]");
        assertThat(of("value_added / employment", "2021")).containsExactly("[null,CNY per person,MISSING]");
    }

    @Test
    void aFigureWithoutPricesSaysWhatTheyLack() {
        with("steel", "2020", "employment", 4.0, "A").with("steel", "2021", "employment", 4.0, "A");
        figures.add(RowFactory.create("set", "CN", "steel", "2020", "value_added", "constant", null, "M", "DEFLATOR"));
        figures.add(RowFactory.create("set", "CN", "steel", "2021", "value_added", "constant", null, "M", "BASE_YEAR"));
        assertThat(of("value_added@constant / employment", "2020")).containsExactly("[null,CNY per person,DEFLATOR]");
        assertThat(of("value_added@constant / employment", "2021")).containsExactly("[null,CNY per person,BASE_YEAR]");
        assertThat(of("value_added / employment", "2020")).containsExactly("[null,CNY per person,MISSING]");
    }

    @Test
    void previousIsTheYearBeforeAndNothingElse() {
        with("steel", "2018", "value_added", 100.0, "A").with("steel", "2019", "value_added", 110.0, "A");
        with("steel", "2021", "value_added", 120.0, "A");
        String growth = "100 * value_added / previous(value_added) - 100";
        // 100 * 110 / 100 - 100 = 10; 2021 has no 2020 before it, and 2019 is not taken for it.
        assertThat(of(growth, "2019").toString()).startsWith("[[10.0");
        assertThat(of(growth, "2021")).containsExactly("[null,CNY per person,MISSING]");
    }

    @Test
    void figuresOfANamedYearAndOfAllManufacturing() {
        with("steel", "2020", "value_added", 30.0, "A").with("steel", "2021", "value_added", 60.0, "A");
        with("manufacturing", "2020", "value_added", 120.0, "A")
                .with("manufacturing", "2021", "value_added", 80.0, "A");
        assertThat(of("value_added / at(value_added, 2020)", "2021")).containsExactly("[2.0,CNY per person,null]");
        assertThat(of("value_added / total(value_added)", "2020")).containsExactly("[0.25,CNY per person,null]");
    }

    @Test
    void anIndicatorOfMeasuresThatADatasetDoesNotKnowHasNoRow() {
        with("steel", "2020", "value_added", 300.0, "A");
        assertThat(of("value_added / revenue", "2020")).isEmpty();
    }
}
