package org.millwright.harmonise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.millwright.contract.MeasureCode;
import org.millwright.contract.MeasureCode.OverTime;
import org.millwright.testing.LocalSession;

/** Vintages of observations of codes 31 and 32, which make metallurgy, to revisions of industries, reckoned by hand. */
class RevisionsTest {
    private static final String MARCH = "2021-03-01";
    private static final String JUNE = "2021-06-01";
    private static final String SEPTEMBER = "2021-09-01";

    private final List<Row> observations = new ArrayList<>();

    private RevisionsTest observe(String activity, String period, String vintage, Double value) {
        return observe("current", activity, period, vintage, value);
    }

    private RevisionsTest observe(String basis, String activity, String period, String vintage, Double value) {
        observations.add(RowFactory.create(
                "set",
                "source",
                "CN",
                activity,
                "profit",
                basis,
                period,
                "annual",
                "_T",
                vintage,
                value,
                basis.equals("comparable") ? "%" : "CNY",
                value == null ? "Q" : "A",
                value == null ? "C" : "F"));
        return this;
    }

    private Dataset<Row> revisions() {
        List<Row> mapping = List.of(
                RowFactory.create("source", "31", "steel", 1.0, false, 1, false, 0),
                RowFactory.create("source", "32", "nonferrous_metals", 1.0, false, 1, false, 0),
                RowFactory.create("source", "31", "metallurgy", 1.0, false, 2, false, 0),
                RowFactory.create("source", "32", "metallurgy", 1.0, false, 2, false, 0));
        MeasureCode profit = new MeasureCode("profit", "Profit", "利润", "currency", true, OverTime.SUM, false, true);
        IndustryMeasures measures = new IndustryMeasures(List.of(profit), Map.of("source", "codes"), false);
        Dataset<Row> links = LocalSession.uncompiled().createDataFrame(mapping, IndustryMapping.SCHEMA);
        Dataset<Row> rows = LocalSession.uncompiled()
                .createDataFrame(observations, IndustryMeasuresTest.OBSERVATIONS)
                .repartition(3);
        return Revisions.of(rows, known -> measures.of(known, links));
    }

    /** {@code industry period vintage previous value revision relative reason}. */
    private List<String> listed() {
        return revisions()
                .selectExpr(
                        "concat_ws(' ', industry, period, substr(vintage, 6, 2), coalesce(substr(previous_vintage, 6, 2),"
                                + " '-'), coalesce(string(value), '-'), coalesce(string(revision), '-'),"
                                + " coalesce(string(round(relative_revision, 9)), '-'), reason)")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    private List<String> listed(String industry) {
        return listed().stream().filter(row -> row.startsWith(industry + " ")).toList();
    }

    @Test
    void oneVintageIsNoRevision() {
        observe("31", "2020", MARCH, 10.0).observe("32", "2020", MARCH, 20.0).observe("31", "2021", JUNE, 30.0);
        assertThat(listed()).isEmpty();
    }

    /** 12 - 10 = 2, 20 %; then 9 - 12 = -3, -25 %. The sum was 30, then 32, then 29. */
    @Test
    void everyLaterVintageThatChangesAFigureIsOneRow() {
        observe("31", "2020", MARCH, 10.0).observe("32", "2020", MARCH, 20.0);
        observe("31", "2020", JUNE, 12.0).observe("31", "2020", SEPTEMBER, 9.0);
        assertThat(listed("steel"))
                .containsExactly(
                        "steel 2020 03 - 10.0 - -",
                        "steel 2020 06 03 12.0 2.0 20.0",
                        "steel 2020 09 06 9.0 -3.0 -25.0");
        assertThat(listed("metallurgy"))
                .containsExactly(
                        "metallurgy 2020 03 - 30.0 - -",
                        "metallurgy 2020 06 03 32.0 2.0 6.666666667",
                        "metallurgy 2020 09 06 29.0 -3.0 -9.375");
    }

    @Test
    void confirmedFigureHasItsFirstRowAlone() {
        observe("31", "2020", MARCH, 10.0).observe("32", "2020", MARCH, 20.0);
        observe("31", "2020", JUNE, 12.0).observe("32", "2020", JUNE, 20.0);
        assertThat(listed("nonferrous_metals")).containsExactly("nonferrous_metals 2020 03 - 20.0 - -");
    }

    /** In March only one part is known; in June the sum is 10 + 20, in September 11 + 20. */
    @Test
    void figureBeginsOnTheDayOnWhichAllOfItIsKnown() {
        observe("31", "2020", MARCH, 10.0).observe("32", "2020", JUNE, 20.0).observe("31", "2020", SEPTEMBER, 11.0);
        assertThat(listed("metallurgy"))
                .containsExactly("metallurgy 2020 06 - 30.0 - -", "metallurgy 2020 09 06 31.0 1.0 3.333333333");
    }

    @Test
    void otherYearsOfTheSameFileAreNotTouched() {
        observe("31", "2019", MARCH, 7.0).observe("31", "2020", MARCH, 10.0).observe("31", "2020", JUNE, 12.0);
        assertThat(listed()).allMatch(row -> row.contains(" 2020 "));
    }

    @Test
    void withdrawnFigureIsARevisionWithoutASize() {
        observe("31", "2020", MARCH, 10.0).observe("31", "2020", JUNE, null).observe("31", "2020", SEPTEMBER, 9.0);
        assertThat(listed("steel"))
                .containsExactly(
                        "steel 2020 03 - 10.0 - -",
                        "steel 2020 06 03 - - - SUPPRESSED",
                        "steel 2020 09 06 9.0 - - MISSING");
    }

    @Test
    void lossesAndZerosHaveNoRelativeRevision() {
        observe("31", "2020", MARCH, -10.0).observe("31", "2020", JUNE, 0.0).observe("31", "2020", SEPTEMBER, 5.0);
        assertThat(listed("steel"))
                .containsExactly(
                        "steel 2020 03 - -10.0 - -",
                        "steel 2020 06 03 0.0 10.0 - SIGN",
                        "steel 2020 09 06 5.0 5.0 - DENOMINATOR");
    }

    @Test
    void publishedGrowthIsRevisedInPercentagePointsAndNeverSummed() {
        observe("comparable", "31", "2020", MARCH, -1.5).observe("comparable", "32", "2020", MARCH, 4.0);
        observe("comparable", "31", "2020", JUNE, 0.5);
        assertThat(listed())
                .containsExactly(
                        "nonferrous_metals 2020 03 - 4.0 - -",
                        "steel 2020 03 - -1.5 - -",
                        "steel 2020 06 03 0.5 2.0 -");
    }

    /**
     * Steel: 10 to 11 by way of 20, 20 to 20, 40 to 42, that is 10, 0 and 5 %: mean 5, spread sqrt((25 + 25 + 0) / 2) = 5. The
     * year with a loss has no relative revision.
     */
    @Test
    void statisticsCompareTheFirstFigureWithTheLatest() {
        observe("31", "2017", MARCH, -3.0).observe("31", "2017", JUNE, 3.0);
        observe("31", "2018", MARCH, 10.0).observe("31", "2018", JUNE, 20.0).observe("31", "2018", SEPTEMBER, 11.0);
        observe("31", "2019", MARCH, 20.0).observe("31", "2019", SEPTEMBER, 20.0);
        observe("31", "2020", MARCH, 40.0).observe("31", "2020", SEPTEMBER, 42.0);
        Row steel = RevisionStatistics.of(revisions())
                .filter("industry = 'steel'")
                .collectAsList()
                .get(0);
        assertThat(steel.<String>getAs("frequency")).isEqualTo("annual");
        assertThat(steel.<String>getAs("unit")).isEqualTo("%");
        assertThat(steel.<Integer>getAs("revisions")).isEqualTo(3);
        assertThat(steel.<Integer>getAs("left_out")).isEqualTo(1);
        assertThat(steel.<Double>getAs("mean_revision")).isCloseTo(5, within(1e-12));
        assertThat(steel.<Double>getAs("mean_absolute_revision")).isCloseTo(5, within(1e-12));
        assertThat(steel.<Double>getAs("standard_deviation")).isCloseTo(5, within(1e-12));
        assertThat(steel.<Double>getAs("upward_share")).isCloseTo(2.0 / 3, within(1e-12));
        // Deviations 5 -5 0, neighbours -25 + 0: v = (50 - 2 * 1/2 * 25) / (3 * 2) = 25/6, t = 5 / sqrt(25/6) =
        // sqrt(6).
        assertThat(steel.<Double>getAs("t_statistic")).isCloseTo(Math.sqrt(6), within(1e-12));
        assertThat(steel.<String>getAs("reason")).isNull();
    }

    @Test
    void statisticsOfOneRevisionAreShort() {
        observe("31", "2020", MARCH, 10.0).observe("31", "2020", JUNE, 12.0);
        Row steel = RevisionStatistics.of(revisions())
                .filter("industry = 'steel'")
                .collectAsList()
                .get(0);
        assertThat(steel.<Double>getAs("mean_revision")).isEqualTo(20.0);
        assertThat(steel.<Double>getAs("p_value")).isNull();
        assertThat(steel.<String>getAs("reason")).isEqualTo("SHORT");
    }
}
