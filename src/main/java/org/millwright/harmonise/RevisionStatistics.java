package org.millwright.harmonise;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.millwright.model.MethodVersion;
import org.millwright.model.PriceBasis;
import org.millwright.model.Reason;
import org.millwright.stat.revision.RevisionSummary;

/**
 * How well the first figures of a series have stood the test of time.
 *
 * <p>R_t = 100 (latest - first published) / first published, in %, for every period t that came out more than once; for
 * published growth latest - first published, in percentage points. Their summary is that of {@link RevisionSummary}. A period
 * whose first figure is not positive, or that has no figure any more, has no R and is left out; how many are is told.
 *
 * <p>Input: the rows of {@link Revisions}. Output: {@code revision_statistics}, one row per dataset, area, industry, measure,
 * price basis and frequency.
 */
public final class RevisionStatistics {
    public static final MethodVersion METHOD = new MethodVersion("harmonise", "revision-statistics", "1");

    private static final Column[] SERIES =
            columns("dataset", "area", "industry", "measure", "price_basis", "frequency");
    private static final StructType SCHEMA = StructType.fromDDL("dataset STRING, area STRING, industry STRING,"
            + " measure STRING, price_basis STRING, frequency STRING, unit STRING, revisions INT, left_out INT,"
            + " mean_revision DOUBLE, mean_absolute_revision DOUBLE, standard_deviation DOUBLE, t_statistic DOUBLE,"
            + " p_value DOUBLE, upward_share DOUBLE, reason STRING");

    private RevisionStatistics() {}

    public static Dataset<Row> of(Dataset<Row> revisions) {
        return revisions
                .withColumn("frequency", PeriodColumns.frequency(col("period")))
                .groupBy(with(SERIES, col("period")))
                .agg(
                        min_by(col("value"), when(col("value").isNotNull(), col("vintage")))
                                .as("first"),
                        max_by(col("value"), col("vintage")).as("latest"))
                .groupBy(SERIES)
                .agg(sort_array(collect_list(struct(col("period"), revision().as("revision"))))
                        .as("periods"))
                .map((MapFunction<Row, Row>) RevisionStatistics::summary, Encoders.row(SCHEMA))
                .withColumn("method_version", lit(METHOD.toString()));
    }

    private static Column[] columns(String... names) {
        return Stream.of(names).map(functions::col).toArray(Column[]::new);
    }

    private static Column[] with(Column[] columns, Column more) {
        return Stream.concat(Stream.of(columns), Stream.of(more)).toArray(Column[]::new);
    }

    private static Column revision() {
        Column first = col("first");
        Column difference = col("latest").minus(first);
        return when(col("price_basis").equalTo(PriceBasis.COMPARABLE.code()), difference)
                .when(first.gt(0), difference.divide(first).multiply(100));
    }

    private static Row summary(Row series) {
        List<Row> periods = series.getList(series.fieldIndex("periods"));
        double[] revisions = periods.stream()
                .filter(period -> !period.isNullAt(1))
                .mapToDouble(period -> period.getDouble(1))
                .toArray();
        RevisionSummary summary = RevisionSummary.of(revisions);
        boolean isGrowth = series.<String>getAs("price_basis").equals(PriceBasis.COMPARABLE.code());
        return RowFactory.create(
                series.get(0),
                series.get(1),
                series.get(2),
                series.get(3),
                series.get(4),
                series.get(5),
                isGrowth ? "percentage points" : PriceBasis.PERCENT,
                summary.size(),
                periods.size() - summary.size(),
                orNull(summary.mean()),
                orNull(summary.meanAbsolute()),
                orNull(summary.standardDeviation()),
                orNull(summary.tStatistic()),
                orNull(summary.pValue()),
                orNull(summary.upwardShare()),
                summary.reason().map(Reason::name).orElse(null));
    }

    private static Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
