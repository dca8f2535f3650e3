package org.millwright.harmonise;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.millwright.model.PriceBasis;
import org.millwright.model.Reason;

/**
 * What each figure is compared with: brings the figures of its base periods beside it, one row for each of them.
 *
 * <p>Rows have the columns {@code figure} and {@code base} (null where the base period has no row), each with value, why it
 * has none ({@code gap}), months, classification, and the number of breaks in the series so far; {@code base_period} and the
 * {@code years} from it to the period; and {@code published}, the growth that the agency publishes of the same months.
 */
final class GrowthBases {
    /** The figures of the price bases stand on one axis, so far apart that no span reaches from one to the next. */
    private static final long BETWEEN_BASES = 1_000_000;

    private static final WindowSpec SERIES = Window.partitionBy("dataset", "area", "industry", "measure", "per_year")
            .orderBy("place");

    private final Set<Integer> spans;

    /** @param spans lengths of spans in years, beside that of one year */
    GrowthBases(Collection<Integer> spans) {
        this.spans = new TreeSet<>(spans);
        this.spans.add(1);
    }

    Dataset<Row> beside(Dataset<Row> figures) {
        return figures.select(
                        col("*"),
                        PeriodColumns.perYear(col("period")).as("per_year"),
                        PeriodColumns.position(col("period")).as("position"))
                .withColumn("place", col("position").plus(offset()))
                .withColumn("breaks", sum(col("series_break").cast("int")).over(SERIES))
                .select(col("*"), begin().as("begin"), published().as("published"), bases())
                .filter(col("price_basis").notEqual(PriceBasis.COMPARABLE.code()))
                .select(col("*"), inline(col("bases")))
                .filter(col("distance").isNotNull().and(basePosition().geq(col("begin"))))
                .select(
                        col("*"),
                        figure().as("figure"),
                        PeriodColumns.period(basePosition(), col("per_year")).as("base_period"),
                        col("distance").cast("double").divide(col("per_year")).as("years"));
    }

    private static Column offset() {
        Column offset = lit(0L);
        for (PriceBasis basis : PriceBasis.values()) {
            offset = when(col("price_basis").equalTo(basis.code()), offset(basis))
                    .otherwise(offset);
        }
        return offset;
    }

    private static long offset(PriceBasis basis) {
        return basis.ordinal() * BETWEEN_BASES;
    }

    /** The position of the first period of the series. */
    private static Column begin() {
        return min("position").over(SERIES.rangeBetween(-BETWEEN_BASES / 2, Window.currentRow()));
    }

    /** Beside a figure at current prices the published growth of the same months. */
    private static Column published() {
        long distance = offset(PriceBasis.COMPARABLE) - offset(PriceBasis.CURRENT);
        WindowSpec there = SERIES.rangeBetween(distance, distance);
        Column sameMonths = col("months").equalTo(first(col("months")).over(there));
        return when(
                col("price_basis").equalTo(PriceBasis.CURRENT.code()).and(sameMonths),
                first(col("value")).over(there));
    }

    private Column bases() {
        Column[] bases = distances().stream()
                .map(distance -> struct(
                        when(isDistance(distance), distance).as("distance"),
                        first(figure())
                                .over(SERIES.rangeBetween(-distance, -distance))
                                .as("base")))
                .toArray(Column[]::new);
        return array(bases).as("bases");
    }

    /** All distances there are between a figure and one of its bases, in periods. */
    private Set<Integer> distances() {
        Set<Integer> distances = new TreeSet<>(List.of(1, 2, 4, 12));
        distances.addAll(spans);
        return distances;
    }

    private Column isDistance(int distance) {
        Column perYear = col("per_year");
        // A February that covers January too has December before it, two months back.
        Column before =
                when(perYear.equalTo(12).and(col("months").equalTo(2)), 2).otherwise(1);
        return when(perYear.equalTo(1), lit(spans.contains(distance)))
                .otherwise(before.equalTo(distance).or(perYear.equalTo(distance)));
    }

    private static Column basePosition() {
        return col("position").minus(col("distance"));
    }

    /** What growth needs to know of a figure. */
    private static Column figure() {
        return struct(
                col("value"),
                when(col("value").isNull(), coalesce(col("reason"), lit(Reason.MISSING.name())))
                        .as("gap"),
                col("months"),
                col("classification"),
                col("breaks"));
    }
}
