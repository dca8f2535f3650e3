package org.millwright.structure;

import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.rand;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

/** An area whose manufacturing is steel, other metals and the rest; every effect is reckoned by hand. */
class DecompositionsTest {
    private static final List<String> INDUSTRIES = List.of("steel", "other_metals", "rest");

    private final TinyFigures figures = new TinyFigures();

    /** Figures of steel, other metals and the rest; one that is null is withheld. */
    private DecompositionsTest with(String period, String measure, Double... ofIndustries) {
        return at("current", period, measure, ofIndustries);
    }

    private DecompositionsTest at(String basis, String period, String measure, Double... ofIndustries) {
        for (int i = 0; i < ofIndustries.length; i++) {
            String value = ofIndustries[i] == null ? "Q" : ofIndustries[i].toString();
            figures.with(String.join(" ", "CN", INDUSTRIES.get(i), period, measure, value, basis));
        }
        return this;
    }

    private Dataset<Row> measures() {
        return figures.table();
    }

    private static Decompositions decompositions() {
        return new Decompositions(new Divisions(DivisionsTest.SCHEME, Map.of("set", Set.of())), List.of());
    }

    /** The columns, value and reason of every row, but for what is null. */
    private static List<String> rows(Dataset<Row> rows, String... columns) {
        Column[] shown = Stream.concat(Stream.of(columns), Stream.of("value", "reason"))
                .map(functions::col)
                .toArray(Column[]::new);
        return rows.select(concat_ws(" ", shown)).collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    /** Productivities 2, 3 and 5, then 3, 8 and 5; a quarter, a quarter and a half of 40 persons, then 15, 5 and 20. */
    private DecompositionsTest twoYears() {
        return with("2010", "value_added", 20.0, 30.0, 100.0)
                .with("2010", "employment", 10.0, 10.0, 20.0)
                .with("2015", "value_added", 45.0, 40.0, 100.0)
                .with("2015", "employment", 15.0, 5.0, 20.0);
    }

    @Test
    void yearsOnBothSidesOfABreakAreNotSplit() {
        twoYears().figures.with("CN rest 2015 employment 20 current other");
        assertThat(rows(decompositions().productivity(measures()).filter("effect = 'total'"), "period"))
                .containsExactly("2015 BREAK");
    }

    @Test
    void productivityIsSplitOverIndustriesAndTheTotalStandsOnce() {
        twoYears();
        assertThat(rows(
                        decompositions().productivity(measures()),
                        "period",
                        "base_period",
                        "industry",
                        "effect",
                        "unit"))
                .containsExactly(
                        // (45 + 40 + 100) / 40 - (20 + 30 + 100) / 40
                        "2015 2010 manufacturing total CNY per person 0.875",
                        "2015 2010 steel within CNY per person 0.25",
                        "2015 2010 steel static CNY per person 0.25",
                        "2015 2010 steel dynamic CNY per person 0.125",
                        "2015 2010 other_metals within CNY per person 1.25",
                        "2015 2010 other_metals static CNY per person -0.375",
                        "2015 2010 other_metals dynamic CNY per person -0.625",
                        "2015 2010 rest within CNY per person 0.0",
                        "2015 2010 rest static CNY per person 0.0",
                        "2015 2010 rest dynamic CNY per person 0.0");
    }

    @Test
    void everyEarlierYearIsABase() {
        twoYears().with("2020", "value_added", 50.0, 40.0, 100.0).with("2020", "employment", 15.0, 5.0, 20.0);
        assertThat(rows(decompositions().productivity(measures()).filter("effect = 'total'"), "period", "base_period"))
                .containsExactly("2015 2010 0.875", "2020 2010 1.0", "2020 2015 0.125");
    }

    /** Value added at constant prices is another split; the persons are the same. */
    @Test
    void everyPriceBasisIsSplitByItself() {
        twoYears()
                .at("constant", "2010", "value_added", 20.0, 30.0, 100.0)
                .at("constant", "2015", "value_added", 25.0, 35.0, 100.0);
        assertThat(rows(decompositions().productivity(measures()).filter("effect = 'total'"), "price_basis"))
                .containsExactly("current 0.875", "constant 0.25");
    }

    /** The years without the figure are null in all of their rows, and the years with all figures are split as before. */
    @Test
    void withheldGroupLeavesNoRowOutAndNoneWithAValue() {
        twoYears().with("2020", "value_added", 50.0, null, 100.0).with("2020", "employment", 15.0, 5.0, 20.0);
        Dataset<Row> rows = decompositions().productivity(measures());
        assertThat(rows(rows.filter("period = '2015' AND effect = 'total'"))).containsExactly("0.875");
        assertThat(rows(rows.filter("period = '2020'"))).hasSize(2 * 10).containsOnly("SUPPRESSED");
    }

    @Test
    void yearOfOneMeasureAloneIsMissingTheOther() {
        twoYears().with("2020", "value_added", 50.0, 40.0, 100.0);
        assertThat(rows(decompositions().productivity(measures()).filter("period = '2020'")))
                .hasSize(2 * 10)
                .containsOnly("MISSING");
    }

    @Test
    void areaWithoutAMeasureHasNoRows() {
        with("2010", "value_added", 20.0, 30.0, 100.0).with("2015", "value_added", 45.0, 40.0, 100.0);
        assertThat(rows(decompositions().productivity(measures()))).isEmpty();
        assertThat(rows(decompositions().intensity(measures()))).isEmpty();
    }

    /**
     * All activity doubles and shares stay: activity = 8 / ln 2 x ln 2 = 8 for steel, whose emission goes from 8 to 16. Other metals
     * begin to emit (intensity), and the rest does not change its emission: with L(5, 5) = 5, activity 5 ln 2 and intensity the opposite.
     */
    @Test
    void emissionsAreSplitOverActivityStructureAndIntensity() {
        with("2010", "value_added", 20.0, 30.0, 100.0).with("2010", "co2", 8.0, 0.0, 5.0);
        with("2015", "value_added", 40.0, 60.0, 200.0).with("2015", "co2", 16.0, 3.0, 5.0);
        Dataset<Row> rows = decompositions().intensity(measures());
        assertThat(rows(rows.filter("industry <> 'rest'"), "industry", "quantity", "effect", "unit"))
                .containsExactly(
                        "manufacturing co2 total t 11.0",
                        "steel co2 activity t 8.0",
                        "steel co2 structure t 0.0",
                        "steel co2 intensity t 0.0",
                        "other_metals co2 activity t 0.0",
                        "other_metals co2 structure t 0.0",
                        "other_metals co2 intensity t 3.0");
        double growth = 5 * Math.log(2);
        assertThat(rows(rows.filter("industry = 'rest'"), "effect"))
                .containsExactly("activity " + growth, "structure 0.0", "intensity " + -growth);
    }

    @Test
    void emissionOfAnIndustryWithoutActivityCannotBeSplit() {
        with("2010", "value_added", 20.0, 0.0, 100.0).with("2010", "co2", 8.0, 1.0, 5.0);
        with("2015", "value_added", 40.0, 60.0, 200.0).with("2015", "co2", 16.0, 3.0, 5.0);
        assertThat(rows(decompositions().intensity(measures()))).hasSize(10).containsOnly("DENOMINATOR");
    }

    @Test
    void figuresAreTheSameOnAnyNumberOfPartitionsAndInAnyOrder() {
        Random random = new Random(1);
        for (int year = 2000; year < 2012; year++) {
            with(String.valueOf(year), "value_added", random.nextDouble(), random.nextDouble(), random.nextDouble());
            with(String.valueOf(year), "employment", random.nextDouble(), random.nextDouble(), random.nextDouble());
        }
        Set<String> once = Set.copyOf(rows(
                decompositions().productivity(measures().repartition(1)),
                "period",
                "base_period",
                "industry",
                "effect"));
        Set<String> again = Set.copyOf(rows(
                decompositions().productivity(measures().orderBy(rand(3)).repartition(7)),
                "period",
                "base_period",
                "industry",
                "effect"));
        assertThat(once).hasSize(66 * 10);
        assertThat(again).isEqualTo(once);
    }
}
