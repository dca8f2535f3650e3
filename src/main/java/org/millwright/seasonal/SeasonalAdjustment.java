package org.millwright.seasonal;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.millwright.contract.Seasonal;

/**
 * Seasonal adjustment of many series, each of them in one task.
 *
 * <p>Input: series as {@link PublishedSeries} makes them, one row per series and period, and {@code seasonal_models} of the
 * release before. Output: {@code seasonal_adjustment}, one row per series and period; {@code seasonal_diagnostics}, one row per
 * series; {@code seasonal_models}, one row per series that has a model. A series is adjusted by itself, so that the figures do
 * not depend on the partitions.
 */
public final class SeasonalAdjustment {
    /** What identifies a series. */
    static final List<String> KEY =
            List.of("dataset", "area", "classification", "activity", "measure", "price_basis", "frequency");

    private static final String MODEL = "stored";

    private final AdjustmentTask task;

    public SeasonalAdjustment(Declarations declarations) {
        this.task = new AdjustmentTask(declarations);
    }

    /** One row per series with all that is found out about it; cache it, since all three tables are made of it. */
    public Dataset<Row> of(Dataset<Row> series, Dataset<Row> models) {
        Dataset<Row> stored = models.select(with(
                keyColumns(),
                struct(StoredModelRow.COLUMNS.stream().map(functions::col).toArray(Column[]::new))
                        .as(MODEL)));
        // A number that is given is left alone by Spark, which would put so few bytes into one task.
        int tasks = 4 * series.sparkSession().sparkContext().defaultParallelism();
        return series.groupBy(keyColumns())
                .agg(
                        max_by(col("unit"), col("period")).as("unit"),
                        array_sort(collect_list(struct(col("period"), col("months"), col("value"), col("obs_status"))))
                                .as("points"))
                .join(stored, KEY.toArray(String[]::new), "left")
                .repartition(tasks, keyColumns())
                .sortWithinPartitions(keyColumns())
                .mapPartitions(task, Encoders.row(AdjustmentTask.SCHEMA));
    }

    /** Family, method and version of the figures. */
    public static String method(Seasonal seasonal) {
        return AdjustmentTask.version(seasonal);
    }

    /** {@code seasonal_adjustment}. */
    public static Dataset<Row> figures(Dataset<Row> adjusted) {
        return adjusted.select(with(keyColumns(), col("unit"), col("method_version"), inline(col("points"))));
    }

    /** {@code seasonal_diagnostics}. */
    public static Dataset<Row> diagnostics(Dataset<Row> adjusted) {
        return adjusted.select(with(keyColumns(), col("method_version"), col("diagnostics.*")));
    }

    /** {@code seasonal_models}. */
    public static Dataset<Row> models(Dataset<Row> adjusted) {
        return adjusted.filter(col(MODEL).isNotNull())
                .select(with(keyColumns(), col("method_version"), col(MODEL + ".*")));
    }

    private static Column[] keyColumns() {
        return KEY.stream().map(functions::col).toArray(Column[]::new);
    }

    private static Column[] with(Column[] columns, Column... more) {
        return Stream.concat(Stream.of(columns), Stream.of(more)).toArray(Column[]::new);
    }
}
