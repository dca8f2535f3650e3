package org.millwright.seasonal;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.millwright.contract.Seasonal;
import org.millwright.contract.Seasonal.Effect;
import org.millwright.model.Periods;
import org.millwright.testing.LocalSession;

/** Which series are brought to adjustment, and that it does not matter how they are spread over tasks. */
class SeasonalAdjustmentTest {
    private static final StructType OBSERVATIONS = StructType.fromDDL("dataset STRING, source STRING, area STRING,"
            + " activity STRING, measure STRING, price_basis STRING, period STRING, frequency STRING, breakdown STRING,"
            + " vintage STRING, value DOUBLE, unit STRING, obs_status STRING");
    private static final StructType INDUSTRIES = StructType.fromDDL(
            "dataset STRING, area STRING, industry STRING,"
                    + " period STRING, measure STRING, price_basis STRING, unit STRING, value DOUBLE, obs_status STRING, months INT");
    private static final StructType MODELS =
            StructType.fromDDL(String.join(" STRING, ", SeasonalAdjustment.KEY) + " STRING, " + StoredModelRow.DDL);
    private static final int MONTHS = 60;
    private static final String OLD = "2015-01-31";
    private static final String NEW = "2020-02-29";

    private final SparkSession session = LocalSession.shared();

    private static Row observation(String activity, String period, String vintage, Double value) {
        return RowFactory.create(
                "tiny",
                "tiny",
                "CN",
                activity,
                "output",
                "current",
                period,
                "monthly",
                "_T",
                vintage,
                value,
                "CNY",
                value == null ? "M" : "A");
    }

    /** Six activities of five years. */
    private Dataset<Row> observations() {
        Random random = new Random(6);
        List<Row> rows = new ArrayList<>();
        for (int activity = 10; activity < 16; activity++) {
            for (int i = 0; i < MONTHS; i++) {
                double value = 100 + 10 * Math.sin(Math.PI * i / 6 + activity) + random.nextGaussian();
                rows.add(observation(
                        String.valueOf(activity), Periods.at(Periods.position("2015-01") + i, 12), NEW, value));
            }
        }
        return session.createDataFrame(rows, OBSERVATIONS);
    }

    private Dataset<Row> manufacturing(String... activities) {
        List<Row> rows = new ArrayList<>();
        for (String activity : activities) {
            rows.add(RowFactory.create("tiny", activity, "codes"));
        }
        return session.createDataFrame(rows, PublishedSeries.ACTIVITIES);
    }

    private Dataset<Row> adjusted(Dataset<Row> series) {
        Seasonal seasonal = new Seasonal(Seasonal.Method.X13, Set.of(Effect.TRADING_DAYS));
        Declarations declarations = new Declarations(
                new HashMap<>(Map.of("tiny", seasonal)),
                new HashMap<>(Map.of("tiny", "checksum")),
                new HashSet<>(Set.of("output")),
                Methods.springFestivals());
        return new SeasonalAdjustment(declarations).of(series, session.createDataFrame(List.of(), MODELS));
    }

    @Test
    void figuresAreTheSameOnAnyNumberOfPartitions() {
        Dataset<Row> activities = manufacturing("10", "11", "12", "13", "14", "15");
        List<List<Row>> results = new ArrayList<>();
        for (int partitions : new int[] {1, 2, 13}) {
            Dataset<Row> spread = observations().repartition(partitions, col("value"));
            Dataset<Row> adjusted = adjusted(PublishedSeries.ofActivities(spread, activities));
            results.add(SeasonalAdjustment.figures(adjusted)
                    .orderBy("activity", "period")
                    .collectAsList());
        }
        assertThat(results.get(0)).hasSize(6 * MONTHS);
        assertThat(results.get(1)).isEqualTo(results.get(0));
        assertThat(results.get(2)).isEqualTo(results.get(0));
    }

    @Test
    void onlyManufacturingIsAdjusted() {
        Dataset<Row> series = PublishedSeries.ofActivities(observations(), manufacturing("11", "13"));
        assertThat(SeasonalAdjustment.diagnostics(adjusted(series))
                        .orderBy("activity")
                        .collectAsList())
                .extracting(row -> row.getAs("activity"), row -> row.getAs("classification"))
                .containsExactly(tuple("11", "codes"), tuple("13", "codes"));
    }

    /** The value of 10 in January 2015 was 7 when it was published first; the later one counts, or what was known. */
    @Test
    void latestVintageCountsOrTheOneThatWasKnown() {
        Dataset<Row> two = observations()
                .union(session.createDataFrame(List.of(observation("10", "2015-01", OLD, 7.0)), OBSERVATIONS));
        Dataset<Row> now = PublishedSeries.ofActivities(two, manufacturing("10"));
        assertThat(january(now)).isGreaterThan(80);
        Dataset<Row> then = PublishedSeries.ofActivities(two.filter("vintage <= '2016-12-31'"), manufacturing("10"));
        assertThat(then.count()).isEqualTo(1);
        assertThat(january(then)).isEqualTo(7);
    }

    private static double january(Dataset<Row> series) {
        return series.filter(col("period").equalTo("2015-01"))
                .select("value")
                .collectAsList()
                .get(0)
                .getDouble(0);
    }

    /** China's way: figures cumulated from January, of which the first covers two months; and a year, which has no season. */
    @Test
    void industriesWithoutJanuaryPassThrough() {
        List<Row> rows = new ArrayList<>();
        rows.add(industry("2015", 12, 100.0));
        rows.add(industry("2015-Q1", 3, 25.0));
        for (int i = 0; i < MONTHS; i++) {
            if (i % 12 != 0) {
                rows.add(industry(Periods.at(Periods.position("2015-01") + i, 12), i % 12 == 1 ? 2 : 1, 100.0 + i % 7));
            }
        }
        Dataset<Row> industries = session.createDataFrame(rows, INDUSTRIES)
                .union(session.createDataFrame(List.of(industry("2019-01", 1, null)), INDUSTRIES));
        Dataset<Row> adjusted =
                adjusted(PublishedSeries.ofIndustries(industries, "scheme", List.of("tiny", "another")));
        List<Row> diagnostics =
                SeasonalAdjustment.diagnostics(adjusted).orderBy("frequency").collectAsList();
        assertThat(diagnostics)
                .extracting(row -> row.getAs("frequency"), row -> row.getAs("reason"))
                .containsExactly(tuple("monthly", "NO_JANUARY"), tuple("quarterly", "SHORT"));
        assertThat(SeasonalAdjustment.figures(adjusted)
                        .filter(col("adjusted")
                                .eqNullSafe(col("value"))
                                .and(col("reason").isNotNull()))
                        .count())
                .isEqualTo(55 + 1 + 1);
        assertThat(SeasonalAdjustment.models(adjusted).count()).isZero();
    }

    private static Row industry(String period, int months, Double value) {
        return RowFactory.create(
                "tiny", "CN", "steel", period, "output", "current", "CNY", value, value == null ? "M" : "A", months);
    }

    /** Growth rates have a season of their own, and no level. */
    @Test
    void growthRatesAndOtherDatasetsAreLeftOut() {
        Dataset<Row> industries = session.createDataFrame(List.of(industry("2015-02", 1, 1.0)), INDUSTRIES);
        assertThat(PublishedSeries.ofIndustries(
                                industries.withColumn("price_basis", lit("comparable")), "scheme", List.of("tiny"))
                        .count())
                .isZero();
        assertThat(PublishedSeries.ofIndustries(industries, "scheme", List.of("another"))
                        .count())
                .isZero();
    }
}
