package org.millwright.structure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.rand;
import static org.apache.spark.sql.functions.round;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

/**
 * Everywhere the capital is ten times the number of persons, so that the frontier is the best output per person, and all can be
 * reckoned by hand: the index is the growth of the own output per person, technical change that of the best.
 */
class FrontierStatisticsTest {
    private static final int DIGITS = 9;

    private final TinyFigures figures = new TinyFigures();

    /** Output and persons of one industry of an area in a year. */
    private FrontierStatisticsTest with(String area, String industry, String year, String output, double persons) {
        figures.with(String.join(" ", area, industry, year, "value_added", output, "constant"));
        figures.with(String.join(" ", area, industry, year, "employment", Double.toString(persons)));
        figures.with(
                String.join(" ", area, industry, year, "capital_stock", Double.toString(10 * persons), "constant"));
        return this;
    }

    /** Output per person 2, 3 and 5, then 3, 8 and 5. */
    private FrontierStatisticsTest oneArea() {
        return with("CN", "steel", "2014", "20", 10)
                .with("CN", "other_metals", "2014", "30", 10)
                .with("CN", "rest", "2014", "100", 20)
                .with("CN", "steel", "2015", "45", 15)
                .with("CN", "other_metals", "2015", "40", 5)
                .with("CN", "rest", "2015", "100", 20);
    }

    private Dataset<Row> statistics() {
        return statistics(figures.table());
    }

    private static Dataset<Row> statistics(Dataset<Row> measures) {
        return FrontierStatistics.of(measures, new Divisions(DivisionsTest.SCHEME, Map.of("set", Set.of())));
    }

    private static List<String> rows(Dataset<Row> rows, String... columns) {
        Column[] shown = Stream.concat(
                        Stream.of(columns).map(functions::col), Stream.of(round(col("value"), DIGITS), col("reason")))
                .toArray(Column[]::new);
        return rows.select(concat_ws(" ", shown)).collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    @Test
    void groupsOfASingleAreaAreComparedWithOneAnother() {
        assertThat(rows(
                        oneArea().statistics(),
                        "area",
                        "industry",
                        "period",
                        "base_period",
                        "statistic",
                        "price_basis",
                        "groups",
                        "reference"))
                .containsExactly(
                        // 3 / 5 of best practice before, all of it after; the best goes from 5 to 8
                        "CN steel 2015 2014 efficiency_change constant 3 industries 0.9375",
                        "CN steel 2015 2014 malmquist constant 3 industries 1.5",
                        "CN steel 2015 2014 technical_change constant 3 industries 1.6",
                        "CN other_metals 2015 2014 efficiency_change constant 3 industries 1.666666667",
                        "CN other_metals 2015 2014 malmquist constant 3 industries 2.666666667",
                        "CN other_metals 2015 2014 technical_change constant 3 industries 1.6",
                        "CN rest 2015 2014 efficiency_change constant 3 industries 0.625",
                        "CN rest 2015 2014 malmquist constant 3 industries 1.0",
                        "CN rest 2015 2014 technical_change constant 3 industries 1.6");
    }

    /** Steel of three areas: 2, 4 and 1 per person, then 3, 4 and 2; the rest of one area alone has no peer. */
    @Test
    void eachIndustryIsComparedOverTheAreas() {
        with("A", "steel", "2014", "20", 10).with("A", "steel", "2015", "30", 10);
        with("B", "steel", "2014", "4", 1).with("B", "steel", "2015", "8", 2);
        with("C", "steel", "2014", "7", 7).with("C", "steel", "2015", "14", 7);
        with("A", "rest", "2014", "5", 5).with("A", "rest", "2015", "6", 5);
        assertThat(rows(statistics().filter("statistic <> 'malmquist'"), "industry", "area", "statistic", "reference"))
                .containsExactly(
                        "steel A efficiency_change areas 1.5",
                        "steel A technical_change areas 1.0",
                        "steel B efficiency_change areas 1.0",
                        "steel B technical_change areas 1.0",
                        "steel C efficiency_change areas 2.0",
                        "steel C technical_change areas 1.0",
                        "rest A efficiency_change areas MISSING",
                        "rest A technical_change areas MISSING",
                        "rest B efficiency_change areas MISSING",
                        "rest B technical_change areas MISSING",
                        "rest C efficiency_change areas MISSING",
                        "rest C technical_change areas MISSING");
    }

    /** Steel falls behind: without other metals the best goes from 5 to 5. */
    @Test
    void withheldFigureIsNoPeerAndHasAReason() {
        with("CN", "steel", "2014", "20", 10)
                .with("CN", "other_metals", "2014", "30", 10)
                .with("CN", "rest", "2014", "100", 20)
                .with("CN", "steel", "2015", "45", 15)
                .with("CN", "other_metals", "2015", "Q", 5)
                .with("CN", "rest", "2015", "100", 20);
        assertThat(rows(statistics().filter("statistic = 'technical_change'"), "industry"))
                .containsExactly("steel 1.0", "other_metals SUPPRESSED", "rest 1.0");
    }

    @Test
    void outputThatIsNotPositiveHasNoDistance() {
        with("CN", "steel", "2014", "0", 10)
                .with("CN", "other_metals", "2014", "30", 10)
                .with("CN", "rest", "2014", "100", 20)
                .with("CN", "steel", "2015", "45", 15)
                .with("CN", "other_metals", "2015", "40", 5)
                .with("CN", "rest", "2015", "100", 20);
        assertThat(rows(statistics().filter("statistic = 'technical_change'"), "industry"))
                .containsExactly("steel NONPOSITIVE", "other_metals 1.6", "rest 1.6");
    }

    @Test
    void theYearBeforeIsTheBaseAlsoWhereItIsMissing() {
        oneArea().with("CN", "steel", "2017", "45", 15).with("CN", "rest", "2017", "100", 20);
        assertThat(rows(statistics().filter("period > '2015' AND statistic = 'malmquist'"), "industry", "base_period"))
                .containsExactly("steel 2016 MISSING", "other_metals 2016 MISSING", "rest 2016 MISSING");
    }

    @Test
    void withoutCapitalStockThereAreNoRows() {
        figures.with("""
                CN steel 2014 value_added 20 constant
                CN steel 2014 employment 10
                CN steel 2015 value_added 20 constant
                CN steel 2015 employment 10
                """);
        assertThat(rows(statistics())).isEmpty();
    }

    @Test
    void figuresAreTheSameOnAnyNumberOfPartitionsAndInAnyOrder() {
        Random random = new Random(1);
        for (int year = 2000; year < 2006; year++) {
            for (String area : List.of("A", "B", "C", "D", "E")) {
                for (String industry : List.of("steel", "other_metals", "rest")) {
                    String output = String.format(Locale.ROOT, "%.12f", 1 + random.nextDouble());
                    with(area, industry, Integer.toString(year), output, 1 + random.nextDouble());
                }
            }
        }
        String[] key = {"area", "industry", "period", "statistic", "value"};
        List<String> once = rows(statistics(figures.table().repartition(1)), key);
        List<String> again = rows(statistics(figures.table().orderBy(rand(3)).repartition(7)), key);
        assertThat(once).hasSize(5 * 5 * 3 * 3);
        assertThat(again).isEqualTo(once);
    }
}
