package org.millwright.harmonise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.millwright.testing.LocalSession;

/** Growth of short series, reckoned by hand; laws of chains and units on random ones. */
class GrowthRatesTest {
    private static final StructType MEASURES = StructType.fromDDL("dataset STRING, area STRING, industry STRING,"
            + " period STRING, measure STRING, price_basis STRING, value DOUBLE, months INT,"
            + " classification STRING, series_break BOOLEAN, reason STRING");

    private final List<Row> figures = new ArrayList<>();

    /** A figure of revenue of steel, and what is unusual about it. */
    private record Figure(
            String period, Double value, String basis, int months, String classification, boolean broken, String why) {
        static Figure of(String period, Double value) {
            int months = period.length() == 4 ? 12 : period.contains("Q") ? 3 : 1;
            return new Figure(period, value, "current", months, "naics-2012", false, null);
        }

        Figure basis(String other) {
            return new Figure(period, value, other, months, classification, broken, why);
        }

        Figure months(int other) {
            return new Figure(period, value, basis, other, classification, broken, why);
        }

        Figure classification(String other) {
            return new Figure(period, value, basis, months, other, broken, why);
        }

        Figure afterBreak() {
            return new Figure(period, value, basis, months, classification, true, why);
        }

        static Figure gap(String period, String why) {
            return new Figure(period, null, "current", 12, "naics-2012", false, why);
        }
    }

    private GrowthRatesTest with(Figure figure) {
        return with("revenue", figure);
    }

    private GrowthRatesTest with(String measure, Figure figure) {
        figures.add(RowFactory.create(
                "set",
                "CN",
                "steel",
                figure.period(),
                measure,
                figure.basis(),
                figure.value(),
                figure.months(),
                figure.classification(),
                figure.broken(),
                figure.why()));
        return this;
    }

    private GrowthRatesTest with(String period, double value) {
        return with(Figure.of(period, value));
    }

    private Dataset<Row> rates(int partitions, Integer... spans) {
        Dataset<Row> input =
                LocalSession.uncompiled().createDataFrame(figures, MEASURES).repartition(partitions);
        return new GrowthRates(List.of("producer_price_index"), List.of(spans)).of(input);
    }

    /** {@code base growth annual comparable reason} of a period, with growth rounded to nine places. */
    private List<String> of(String period, Integer... spans) {
        return rates(2, spans)
                .filter("period = '" + period + "'")
                .orderBy("price_basis", "base_period")
                .selectExpr("concat_ws(' ', base_period, coalesce(string(round(growth, 9)), '-'),"
                        + " coalesce(string(round(annual_growth, 9)), '-'), coalesce(string(comparable), '-'), reason)")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    @Test
    void yearsGrowSinceTheYearBeforeAndOverTheDeclaredSpans() {
        with("2010", 100).with("2014", 180).with("2015", 200);
        // 100 * 20 / 180 = 11.1...; 100 * 100 / 100 over five years, 2^(1/5) = 1.148698354997035 a year.
        assertThat(of("2015", 5, 10)).containsExactly("2010 100.0 14.8698355 -", "2014 11.111111111 11.111111111 -");
    }

    @Test
    void noRowReachesBackBeforeTheFirstPeriod() {
        with("2010", 100).with("2011", 110);
        assertThat(of("2010", 5)).isEmpty();
        assertThat(of("2011", 5)).containsExactly("2010 10.0 10.0 -");
    }

    @Test
    void quartersGrowSinceTheQuarterBeforeAndTheYearBefore() {
        with("2014-Q4", 100).with("2015-Q3", 120).with("2015-Q4", 126);
        // 5 % in a quarter, 1.05^4 = 1.21550625 in a year; 26 % since the fourth quarter before.
        assertThat(of("2015-Q4")).containsExactly("2014-Q4 26.0 26.0 -", "2015-Q3 5.0 21.550625 -");
    }

    @Test
    void monthsGrowOverTheTurnOfTheYear() {
        with("2014-01", 80).with("2014-12", 100).with("2015-01", 102);
        // 2 % in a month, 1.02^12 = 1.268241794562545 in a year; 100 * 22 / 80 since the January before.
        assertThat(of("2015-01")).containsExactly("2014-01 27.5 27.5 -", "2014-12 2.0 26.824179456 -");
    }

    @Test
    void aFebruaryWithItsJanuaryIsComparedWithNoSingleMonth() {
        with(Figure.of("2014-02", 100.0).months(2)).with("2014-12", 60);
        with(Figure.of("2015-02", 105.0).months(2)).with("2015-03", 66);
        assertThat(of("2015-02")).containsExactly("2014-02 5.0 5.0 -", "2014-12 - - - LENGTH");
        assertThat(of("2015-03")).containsExactly("2014-03 - - - MISSING", "2015-02 - - - LENGTH");
    }

    @Test
    void realAndNominalGrowthAreTwoSeries() {
        with("2014", 100).with("2015", 110);
        with(Figure.of("2014", 200.0).basis("constant"))
                .with(Figure.of("2015", 206.0).basis("constant"));
        assertThat(of("2015")).containsExactly("2014 3.0 3.0 -", "2014 10.0 10.0 -");
    }

    @Test
    void publishedGrowthStandsBesideNominalGrowthOverAYearAndNowhereElse() {
        with("2010", 50).with("2014", 100).with("2015", 110);
        with(Figure.of("2014", 1.0).basis("constant"))
                .with(Figure.of("2015", 2.0).basis("constant"));
        with(Figure.of("2015", 7.5).basis("comparable"))
                .with(Figure.of("2014", 3.5).basis("comparable"));
        assertThat(of("2015", 5))
                .containsExactly("2014 100.0 100.0 -", "2010 120.0 17.080491296 -", "2014 10.0 10.0 7.5");
        assertThat(rates(2, 5).filter("price_basis = 'comparable'").count()).isZero();
    }

    @Test
    void publishedGrowthOfTheYearSoFarDoesNotStandBesideASingleMonth() {
        with(Figure.of("2014-02", 100.0).months(2)).with("2014-03", 50);
        with(Figure.of("2015-02", 105.0).months(2)).with("2015-03", 55);
        with(Figure.of("2015-02", 4.0).months(2).basis("comparable"))
                .with(Figure.of("2015-03", 6.0).months(3).basis("comparable"));
        assertThat(of("2015-02")).containsExactly("2014-02 5.0 5.0 4.0", "2014-12 - - - MISSING");
        assertThat(of("2015-03")).containsExactly("2014-03 10.0 10.0 -", "2015-02 - - - LENGTH");
    }

    @Test
    void aGapHasNoGrowthAndSaysWhy() {
        with("2010", 100).with(Figure.gap("2011", "HOLE")).with(Figure.gap("2012", "SUPPRESSED"));
        with(Figure.gap("2013", null)).with("2014", 100).with("2016", 100);
        assertThat(of("2011")).containsExactly("2010 - - - HOLE");
        assertThat(of("2012")).containsExactly("2011 - - - SUPPRESSED");
        assertThat(of("2013")).containsExactly("2012 - - - SUPPRESSED");
        assertThat(of("2014")).containsExactly("2013 - - - MISSING");
        // There is no 2015 at all, and 2014 is not taken for it.
        assertThat(of("2016")).containsExactly("2015 - - - MISSING");
    }

    @Test
    void breakAnywhereAfterTheBaseStopsGrowth() {
        with("2010", 100)
                .with(Figure.of("2011", 90.0).afterBreak())
                .with("2012", 99)
                .with("2013", 99);
        assertThat(of("2011")).containsExactly("2010 - - - BREAK");
        // The break is at the base itself: both figures are on its far side.
        assertThat(of("2012", 2)).containsExactly("2010 - - - BREAK", "2011 10.0 10.0 -");
        assertThat(of("2013", 3)).containsExactly("2010 - - - BREAK", "2012 0.0 0.0 -");
    }

    @Test
    void changeOfClassificationIsABreak() {
        with(Figure.of("2011", 100.0).classification("naics-2007")).with("2012", 99);
        assertThat(of("2012")).containsExactly("2011 - - - BREAK");
    }

    @Test
    void lossesAndZerosHaveNoGrowth() {
        with("2010", -5)
                .with("2011", 10)
                .with("2012", -10)
                .with("2013", 0)
                .with("2014", 8)
                .with("2015", 0);
        assertThat(of("2011")).containsExactly("2010 - - - SIGN");
        assertThat(of("2012")).containsExactly("2011 - - - SIGN");
        assertThat(of("2013")).containsExactly("2012 - - - SIGN");
        assertThat(of("2014")).containsExactly("2013 - - - DENOMINATOR");
        assertThat(of("2015")).containsExactly("2014 -100.0 -100.0 -");
    }

    @Test
    void annualGrowthThatNoNumberHoldsIsNull() {
        with("2014-12", 1).with("2015-01", 1e27);
        assertThat(rates(2).selectExpr("growth > 1e28", "annual_growth IS NULL", "reason IS NULL")
                        .collectAsList())
                .containsExactly(RowFactory.create(true, true, true));
    }

    @Test
    void indicesOfTheYearBeforeDoNotGrow() {
        with("producer_price_index", Figure.of("2014", 99.0)).with("producer_price_index", Figure.of("2015", 102.0));
        assertThat(of("2015")).isEmpty();
    }

    private double[] growth(String filter) {
        return rates(3, 5).filter(filter).orderBy("period").collectAsList().stream()
                .mapToDouble(row -> row.<Double>getAs("growth"))
                .toArray();
    }

    private static double[] randomLevels(int seed, int years) {
        return new Random(seed).doubles(years, 1, 1000).toArray();
    }

    private void series(double[] levels, double unit) {
        figures.clear();
        IntStream.range(0, levels.length).forEach(year -> with(String.valueOf(2000 + year), levels[year] * unit));
    }

    @Test
    void chainedGrowthIsGrowthOfTheChain() {
        series(randomLevels(1, 12), 1);
        double[] yearly = growth("years = 1");
        double[] overFive = growth("years = 5");
        assertThat(yearly).hasSize(11);
        assertThat(overFive).hasSize(7);
        for (int year = 0; year < overFive.length; year++) {
            double chain = 1;
            for (int step = 0; step < 5; step++) {
                chain *= 1 + yearly[year + step] / 100;
            }
            assertThat(overFive[year]).isCloseTo(100 * (chain - 1), within(1e-9 * Math.max(1, chain * 100)));
        }
    }

    @Test
    void annualGrowthOverFiveYearsMakesTheWholeGrowth() {
        series(randomLevels(2, 8), 1);
        rates(2, 5).filter("years = 5").collectAsList().forEach(row -> {
            double chained = 100 * (Math.pow(1 + row.<Double>getAs("annual_growth") / 100, 5) - 1);
            assertThat(chained).isCloseTo(row.<Double>getAs("growth"), within(1e-9 * Math.max(100, Math.abs(chained))));
        });
    }

    @Test
    void growthDoesNotDependOnTheUnit() {
        double[] levels = randomLevels(3, 10);
        series(levels, 1);
        double[] one = growth("true");
        series(levels, 1e-4);
        double[] other = growth("true");
        assertThat(one).hasSize(9 + 5);
        IntStream.range(0, one.length)
                .forEach(i -> assertThat(other[i]).isCloseTo(one[i], within(1e-9 * Math.max(1, Math.abs(one[i])))));
    }

    @Test
    void rowsAreTheSameOnAnyNumberOfPartitions() {
        series(randomLevels(4, 10), 1);
        with(Figure.of("2005", 3.0).basis("comparable")).with("2004-01", 5).with("2005-01", 6);
        List<String> once =
                rates(1, 5).toJSON().collectAsList().stream().sorted().toList();
        assertThat(rates(7, 5).toJSON().collectAsList().stream().sorted().toList())
                .hasSize(9 + 5 + 2)
                .isEqualTo(once);
    }
}
