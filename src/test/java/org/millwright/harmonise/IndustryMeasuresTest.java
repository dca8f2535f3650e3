package org.millwright.harmonise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.millwright.contract.MeasureCode;
import org.millwright.contract.MeasureCode.OverTime;
import org.millwright.testing.LocalSession;

/** Observations to industries: parts 31 and 32 make metallurgy, C is its published total, 33 goes half to each of two. */
class IndustryMeasuresTest {
    static final StructType OBSERVATIONS = StructType.fromDDL("dataset STRING, source STRING, area STRING,"
            + " activity STRING, measure STRING, price_basis STRING, period STRING, frequency STRING, breakdown STRING,"
            + " vintage STRING, value DOUBLE, unit STRING, obs_status STRING, conf_status STRING");

    private static final List<MeasureCode> MEASURES =
            List.of(measure("value_added", true, OverTime.SUM), measure("producer_price_index", false, OverTime.NONE));

    private final List<Row> observations = new ArrayList<>();

    /** Which figure an observation is of. */
    private record Key(String activity, String measure, String unit, String vintage) {
        static Key of(String activity) {
            return new Key(activity, "value_added", "_T", "2021-01-01");
        }

        Key measure(String other) {
            return new Key(activity, other, unit, vintage);
        }

        Key unit(String other) {
            return new Key(activity, measure, other, vintage);
        }

        Key vintage(String other) {
            return new Key(activity, measure, unit, other);
        }
    }

    private static MeasureCode measure(String code, boolean additive, OverTime overTime) {
        return new MeasureCode(code, code, code, "currency", additive, overTime, false, false);
    }

    private void observe(Key key, Double value, String status) {
        observations.add(RowFactory.create(
                "set",
                "source",
                "CN",
                key.activity(),
                key.measure(),
                "current",
                "2020",
                "annual",
                key.unit(),
                key.vintage(),
                value,
                "CNY",
                status,
                status.equals("Q") ? "C" : "F"));
    }

    private void observe(String activity, Double value, String status) {
        observe(Key.of(activity), value, status);
    }

    private static Row link(String activity, String industry, double weight, boolean total, int expected) {
        int shifts = List.of("34", "13").contains(activity) ? 1 : 0;
        return RowFactory.create("source", activity, industry, weight, total, expected, false, shifts);
    }

    /** A share of the code moves into the industry, or out of it, which needs this one shift. */
    private static Row shift(String activity, String industry, double share) {
        return RowFactory.create("source", activity, industry, share, false, 1, true, 1);
    }

    private List<String> harmonised() {
        List<Row> mapping = List.of(
                link("31", "steel", 1, false, 1),
                link("32", "nonferrous_metals", 1, false, 1),
                link("31", "metallurgy", 1, false, 2),
                link("32", "metallurgy", 1, false, 2),
                link("C", "metallurgy", 1, true, 2),
                link("33", "textiles", 0.5, false, 1),
                link("34", "machinery", 1, false, 1),
                shift("341", "machinery", -0.25),
                shift("341", "light_industry", 0.25),
                link("13", "light_industry", 1, false, 1));
        Dataset<Row> rows = LocalSession.uncompiled()
                .createDataFrame(observations, OBSERVATIONS)
                .repartition(3);
        return new IndustryMeasures(MEASURES, Map.of("source", "codes"), true)
                        .of(rows, LocalSession.uncompiled().createDataFrame(mapping, IndustryMapping.SCHEMA))
                        .selectExpr(
                                "concat_ws(' ', industry, measure, coalesce(string(value), 'null'), obs_status, conf_status,"
                                        + " string(coverage), string(figures))")
                        .collectAsList()
                        .stream()
                        .map(row -> row.getString(0))
                        .sorted()
                        .toList();
    }

    @Test
    void sumOfPartsTakesTheFirstStatusInTheirOrder() {
        observe("31", 10.0, "P");
        observe("32", 20.0, "E");
        assertThat(harmonised())
                .containsExactly(
                        "metallurgy value_added 30.0 E F 1.0 1",
                        "nonferrous_metals value_added 20.0 E F 1.0 1",
                        "steel value_added 10.0 P F 1.0 1");
    }

    @Test
    void publishedTotalIsPreferredAndNeverAddedToItsParts() {
        observe("31", 10.0, "A");
        observe("32", 20.0, "A");
        observe("C", 31.0, "P");
        assertThat(harmonised()).contains("metallurgy value_added 31.0 P F 1.0 1");
    }

    @Test
    void withheldTotalIsTheSumOfItsPartsIfAllAreThere() {
        observe("31", 10.0, "A");
        observe("32", 20.0, "A");
        observe("C", null, "Q");
        assertThat(harmonised()).contains("metallurgy value_added 30.0 A F 1.0 1");
    }

    @Test
    void aMissingPartLeavesTheSumUndefinedWithItsCoverage() {
        observe("31", 10.0, "A");
        assertThat(harmonised()).contains("metallurgy value_added null M F 0.5 0");
    }

    @Test
    void weightsSplitACode() {
        observe("33", 7.0, "A");
        assertThat(harmonised()).containsExactly("textiles value_added 3.5 A F 1.0 1");
    }

    @Test
    void aMeasureThatCannotBeSummedKeepsOnlySingleParts() {
        observe(Key.of("31").measure("producer_price_index"), 101.0, "A");
        observe(Key.of("32").measure("producer_price_index"), 99.0, "A");
        observe(Key.of("33").measure("producer_price_index"), 98.0, "A");
        assertThat(harmonised())
                .contains(
                        "metallurgy producer_price_index null M F 1.0 0", "steel producer_price_index 101.0 A F 1.0 1")
                .contains("textiles producer_price_index 98.0 A F 1.0 1");
    }

    @Test
    void theLatestVintageCounts() {
        observe(Key.of("31"), 10.0, "P");
        observe(Key.of("31").vintage("2021-09-01"), 12.0, "A");
        assertThat(harmonised()).contains("steel value_added 12.0 A F 1.0 1");
    }

    @Test
    void aLaterVintageMayWithdrawAFigure() {
        observe(Key.of("31"), 10.0, "A");
        observe(Key.of("31").vintage("2021-09-01"), null, "Q");
        assertThat(harmonised()).contains("steel value_added null Q C 0.0 0");
    }

    @Test
    void unitsAddUpToTheSameDigitsInAnyOrder() {
        Random random = new Random(4);
        for (int unit = 0; unit < 500; unit++) {
            // Binary fractions that a sum of doubles rounds differently in every order.
            observe(Key.of("31").unit("unit" + unit), random.nextInt(1_000_000) / 1000.0, "A");
        }
        List<String> once = harmonised();
        Collections.shuffle(observations, random);
        assertThat(harmonised()).isEqualTo(once);
    }

    @Test
    void aWithheldUnitWithholdsItsActivity() {
        observe(Key.of("31").unit("one"), 5.0, "A");
        observe(Key.of("31").unit("two"), null, "Q");
        assertThat(harmonised()).contains("steel value_added null Q C 0.0 0");
    }

    @Test
    void aShareOfACodeGoesFromOneIndustryToAnother() {
        observe("34", 100.0, "A");
        observe("341", 40.0, "A");
        observe("13", 20.0, "P");
        assertThat(harmonised())
                .containsExactly("light_industry value_added 30.0 E F 1.0 1", "machinery value_added 90.0 E F 1.0 1");
    }

    @Test
    void aShareThatIsWithheldOrMissingStaysWhereItWasAndBreaksTheSeries() {
        observe("34", 100.0, "A");
        observe("341", null, "Q");
        observe("13", 20.0, "A");
        assertThat(harmonised())
                .containsExactly("light_industry value_added 20.0 B F 1.0 1", "machinery value_added 100.0 B F 1.0 1");
        observations.remove(1);
        assertThat(harmonised())
                .containsExactly("light_industry value_added 20.0 B F 1.0 1", "machinery value_added 100.0 B F 1.0 1");
    }

    @Test
    void aShareAloneMakesNoIndustry() {
        observe("341", 40.0, "A");
        assertThat(harmonised())
                .containsExactly("light_industry value_added null M F 0.0 0", "machinery value_added null M F 0.0 0");
    }
}
