package org.millwright.seasonal;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.when;

import java.util.Collection;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.millwright.model.Frequency;
import org.millwright.model.PriceBasis;

/**
 * The monthly and quarterly series that are to be adjusted: dataset, area, classification, activity, measure, price_basis,
 * frequency, period, months, unit, value, obs_status.
 */
public final class PublishedSeries {
    /** Which activities of which sources are adjusted: those of manufacturing. */
    public static final StructType ACTIVITIES =
            StructType.fromDDL("source STRING, activity STRING, classification STRING");

    private static final String WHOLE_ACTIVITY = "_T";
    private static final String MONTHLY = Frequency.MONTHLY.code();
    private static final String QUARTERLY = Frequency.QUARTERLY.code();

    /** Growth rates are left out: their season is not that of a level. */
    private static final Column IS_LEVEL =
            col("price_basis").isin(PriceBasis.CURRENT.code(), PriceBasis.CONSTANT.code());

    private PublishedSeries() {}

    /** Series of activities as their agency publishes them, in the classification of the source; of each figure the latest vintage. */
    public static Dataset<Row> ofActivities(Dataset<Row> observations, Dataset<Row> activities) {
        Column day = translate(col("vintage"), "-", "").cast("int");
        return observations
                .filter(IS_LEVEL.and(col("frequency").isin(MONTHLY, QUARTERLY))
                        .and(col("breakdown").equalTo(WHOLE_ACTIVITY)))
                .join(broadcast(activities), new String[] {"source", "activity"})
                .groupBy(
                        "dataset",
                        "area",
                        "classification",
                        "activity",
                        "measure",
                        "price_basis",
                        "frequency",
                        "period")
                .agg(
                        max_by(col("unit"), day).as("unit"),
                        max_by(col("value"), day).as("value"),
                        max_by(col("obs_status"), day).as("obs_status"))
                .withColumn("months", when(col("frequency").equalTo(MONTHLY), 1).otherwise(3));
    }

    /** Series of industries, in the scheme. */
    public static Dataset<Row> ofIndustries(Dataset<Row> industryMeasures, String scheme, Collection<String> datasets) {
        Column quarter = col("period").contains("Q");
        return industryMeasures
                .filter(col("dataset")
                        .isin(datasets.toArray())
                        .and(col("period").contains("-"))
                        .and(IS_LEVEL))
                .select(
                        col("dataset"),
                        col("area"),
                        lit(scheme).as("classification"),
                        col("industry").as("activity"),
                        col("measure"),
                        col("price_basis"),
                        when(quarter, QUARTERLY).otherwise(MONTHLY).as("frequency"),
                        col("period"),
                        col("unit"),
                        col("value"),
                        col("obs_status"),
                        col("months"));
    }
}
