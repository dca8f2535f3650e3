package org.millwright.harmonise;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millwright.model.Frequency;
import org.millwright.model.MethodVersion;

/**
 * Observations of all sources become figures of industries.
 *
 * <p>Input: {@code observations} and the table of {@link IndustryMapping}. Output: {@code industry_measures}, one row per
 * dataset, area, industry, period (a year), measure and price basis, and {@code figures}: from how many sources a
 * figure came (more than one is an error).
 *
 * <ul>
 *   <li>Vintage: per key the latest one, not after the as-of date if there is one.
 *   <li>Year: annual figures, and year-to-date figures of December.
 *   <li>Industry: the published total where the source has one; else the weighted sum of the parts, if none is missing.
 *       A sum that lacks a part is null with status Q (a part is withheld) or M, and its coverage says how many are there.
 *   <li>Sums run in the order of activity codes, so that every run gives the same digits.
 * </ul>
 */
public final class IndustryMeasures {
    public static final MethodVersion METHOD = new MethodVersion("harmonise", "sum-of-parts", "1");

    private static final Column[] FIGURE = columns("dataset", "area", "industry", "period", "measure", "price_basis");
    private static final Column[] OBSERVATION = columns(
            "dataset", "source", "area", "activity", "measure", "price_basis", "period", "frequency", "breakdown");
    /** The status of a sum is the first of these that one of its parts has. */
    private static final List<String> STATUS_ORDER = List.of("I", "E", "F", "U", "P", "B", "D", "V", "N");

    private static final int DECEMBER = 12;

    private final Column isAdditive;
    private final Optional<String> asOf;

    /**
     * @param additive measures whose parts may be summed; of any other one only a single part is taken over
     * @param asOf ISO 8601 date: only vintages that were known then
     */
    public IndustryMeasures(Collection<String> additive, Optional<String> asOf) {
        this.isAdditive = col("measure").isin(additive.toArray());
        this.asOf = asOf;
    }

    public Dataset<Row> of(Dataset<Row> observations, Dataset<Row> mapping) {
        return oneSource(industries(activities(years(latest(placed(observations, mapping)))), mapping));
    }

    private static Column[] columns(String... names) {
        return Stream.of(names).map(org.apache.spark.sql.functions::col).toArray(Column[]::new);
    }

    private static Column[] with(Column[] columns, String... more) {
        return with(columns, columns(more));
    }

    private static Column[] with(Column[] columns, Column... more) {
        return Stream.concat(Stream.of(columns), Stream.of(more)).toArray(Column[]::new);
    }

    /** Only observations that go somewhere: whole economies are mostly not manufacturing. */
    private static Dataset<Row> placed(Dataset<Row> observations, Dataset<Row> mapping) {
        return observations.join(broadcast(mapping), new String[] {"source", "activity"}, "left_semi");
    }

    /** Per key the latest vintage that was known. */
    private Dataset<Row> latest(Dataset<Row> observations) {
        Dataset<Row> known = asOf.map(date -> observations.filter(col("vintage").leq(lit(date))))
                .orElse(observations);
        return known.groupBy(OBSERVATION)
                .agg(max(struct("vintage", "value", "unit", "obs_status", "conf_status"))
                        .as("latest"))
                .select(with(OBSERVATION, "latest.value", "latest.unit", "latest.obs_status", "latest.conf_status"));
    }

    /** Figures of years: annual ones, and December's of those cumulated from January. */
    private static Dataset<Row> years(Dataset<Row> observations) {
        Column annual = col("frequency").equalTo(Frequency.ANNUAL.code());
        Column wholeYear = col("frequency")
                .equalTo(Frequency.YEAR_TO_DATE.code())
                .and(col("period").endsWith("-" + DECEMBER));
        return observations.filter(annual.or(wholeYear)).withColumn("period", substring(col("period"), 1, 4));
    }

    /**
     * Adds up the units of microdata within their activity. Decimals make the sum independent of the order, which for
     * millions of units cannot be fixed by sorting.
     */
    private Dataset<Row> activities(Dataset<Row> observations) {
        Column exact = sum(col("value").cast("decimal(38,9)")).cast("double");
        return observations
                .groupBy(columns("dataset", "source", "area", "activity", "measure", "price_basis", "period"))
                .agg(
                        when(count(lit(1)).equalTo(1), max("value"))
                                .when(isAdditive.and(count("value").equalTo(count(lit(1)))), exact)
                                .as("value"),
                        max("unit").as("unit"),
                        max("obs_status").as("obs_status"),
                        mostConfidential().as("conf_status"));
    }

    private Dataset<Row> industries(Dataset<Row> activities, Dataset<Row> mapping) {
        Column isTotal = col("is_total");
        Column isPart = not(isTotal);
        Column hasValue = col("value").isNotNull();
        Column weighted = when(isAdditive, col("value").multiply(col("weight"))).otherwise(col("value"));
        Column part = struct(col("activity"), weighted.as("value"));
        return activities
                .join(broadcast(mapping), new String[] {"source", "activity"})
                .groupBy(with(FIGURE, "source"))
                .agg(
                        max(when(isTotal, col("value"))).as("total"),
                        max(when(isTotal.and(hasValue), col("obs_status"))).as("total_status"),
                        sort_array(collect_list(when(isPart.and(hasValue), part)))
                                .as("parts"),
                        max("expected").as("expected"),
                        collect_set(when(isPart.or(not(hasValue)), col("obs_status")))
                                .as("statuses"),
                        mostConfidential().as("conf_status"),
                        max("unit").as("unit"))
                .select(with(FIGURE, "unit", "total", "total_status", "parts", "expected", "statuses", "conf_status"))
                .transform(this::sumOfParts);
    }

    private Dataset<Row> sumOfParts(Dataset<Row> collected) {
        Column present = size(col("parts"));
        Column complete = present.gt(0).and(present.equalTo(col("expected"))).and(isAdditive.or(present.equalTo(1)));
        Column sum = aggregate(col("parts"), lit(0.0), (total, part) -> total.plus(part.getField("value")));
        Column value = coalesce(col("total"), when(complete, sum));
        Column status = when(col("total").isNotNull(), col("total_status"))
                .when(complete, sumStatus())
                .when(array_contains(col("statuses"), "Q"), lit("Q"))
                .otherwise(lit("M"));
        // Nothing covers a total that is withheld and has no parts.
        Column coverage = when(col("total").isNotNull(), lit(1.0))
                .when(col("expected").equalTo(0), lit(0.0))
                .otherwise(present.cast("double").divide(col("expected")));
        return collected.select(with(
                FIGURE,
                col("unit"),
                value.as("value"),
                status.as("obs_status"),
                when(value.isNull(), col("conf_status")).otherwise(lit("F")).as("conf_status"),
                coverage.as("coverage")));
    }

    /** SDMX codes sort so that C, confidential, comes before F, free. */
    private static Column mostConfidential() {
        return min("conf_status");
    }

    private static Column sumStatus() {
        List<Column> statuses = STATUS_ORDER.stream()
                .map(status -> when(array_contains(col("statuses"), status), lit(status)))
                .toList();
        return coalesce(Stream.concat(statuses.stream(), Stream.of(lit("A"))).toArray(Column[]::new));
    }

    /** One row per figure: that of the only source that has it; {@code figures} counts the sources that do. */
    private static Dataset<Row> oneSource(Dataset<Row> bySource) {
        Column best = max(struct(
                col("value").isNotNull().as("known"),
                col("coverage"),
                col("value"),
                col("unit"),
                col("obs_status"),
                col("conf_status")));
        return bySource.groupBy(FIGURE)
                .agg(best.as("best"), count("value").as("figures"))
                .select(with(
                        FIGURE,
                        "best.unit",
                        "best.value",
                        "best.obs_status",
                        "best.conf_status",
                        "best.coverage",
                        "figures"));
    }
}
