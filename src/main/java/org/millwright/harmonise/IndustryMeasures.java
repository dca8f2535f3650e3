package org.millwright.harmonise;

import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.when;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
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
 *   <li>Sums are exact, in decimals of nine places, so that every run gives the same digits in whatever order it adds. All
 *       that is kept on the way is a number, so that Spark need not sort.
 * </ul>
 */
public final class IndustryMeasures {
    public static final MethodVersion METHOD = new MethodVersion("harmonise", "sum-of-parts", "1");

    private static final Column[] FIGURE =
            columns("dataset", "area", "industry", "period", "measure", "price_basis", "unit");
    private static final Column[] ACTIVITY =
            columns("dataset", "source", "area", "activity", "period", "measure", "price_basis", "unit");

    private final Column isAdditive;
    private final boolean hasUnits;
    private final Optional<String> asOf;
    private final ConstantPrices prices;

    /**
     * @param notAdditive measures that cannot be summed: of such a one only a single part is taken over
     * @param hasUnits whether a source has several units within an activity, microdata for example
     * @param asOf ISO 8601 date: only vintages that were known then
     * @param prices what is added at constant prices before activities are summed
     */
    public IndustryMeasures(
            Collection<String> notAdditive, boolean hasUnits, Optional<String> asOf, ConstantPrices prices) {
        this.isAdditive = not(col("measure").isin(notAdditive.toArray()));
        this.hasUnits = hasUnits;
        this.asOf = asOf;
        this.prices = prices;
    }

    public Dataset<Row> of(Dataset<Row> observations, Dataset<Row> mapping) {
        Dataset<Row> together = known(observations)
                .join(broadcast(mapping), new String[] {"source", "activity"}, "left_semi")
                .transform(IndustryMeasures::years)
                .repartition(columns("dataset", "area", "period"));
        Dataset<Row> latest = latest(together);
        Dataset<Row> activities = prices.addedTo(hasUnits ? activities(latest) : latest);
        return oneSource(industries(activities, mapping));
    }

    private static Column[] columns(String... names) {
        return Stream.of(names).map(functions::col).toArray(Column[]::new);
    }

    private static Column[] with(Column[] columns, Column... more) {
        return Stream.concat(Stream.of(columns), Stream.of(more)).toArray(Column[]::new);
    }

    private Dataset<Row> known(Dataset<Row> observations) {
        return asOf.map(date -> observations.filter(col("vintage").leq(lit(date))))
                .orElse(observations);
    }

    /** Figures of years: annual ones, and December's of those cumulated from January. */
    private static Dataset<Row> years(Dataset<Row> observations) {
        Column annual = col("frequency").equalTo(Frequency.ANNUAL.code());
        Column wholeYear = col("frequency")
                .equalTo(Frequency.YEAR_TO_DATE.code())
                .and(col("period").endsWith("-12"));
        return observations.filter(annual.or(wholeYear)).withColumn("period", substring(col("period"), 1, 4));
    }

    /** Per key the latest vintage that was known. */
    private static Dataset<Row> latest(Dataset<Row> observations) {
        Column day = translate(col("vintage"), "-", "").cast("int");
        Column confidential = col("conf_status").equalTo("C").cast("int");
        return observations
                .groupBy(with(ACTIVITY, col("breakdown")))
                .agg(
                        max_by(col("value"), day).as("value"),
                        max_by(StatusBits.ofObservation(), day).as("status"),
                        max_by(confidential, day).as("confidential"));
    }

    private static Column exactSum(Column value) {
        return sum(value.cast("decimal(38,9)")).cast("double");
    }

    /** Adds up the units of microdata within their activity. */
    private Dataset<Row> activities(Dataset<Row> observations) {
        Column units = count(lit(1));
        Column allKnown = count("value").equalTo(units);
        return observations
                .groupBy(ACTIVITY)
                .agg(
                        when(units.equalTo(1), max("value"))
                                .when(isAdditive.and(allKnown), exactSum(col("value")))
                                .as("value"),
                        bit_or(col("status")).as("status"),
                        max("confidential").as("confidential"));
    }

    private Dataset<Row> industries(Dataset<Row> activities, Dataset<Row> mapping) {
        Column isPart = not(col("is_total").or(col("is_shift")));
        Column hasValue = col("value").isNotNull();
        Column weighted = when(isAdditive, col("value").multiply(col("weight"))).otherwise(col("value"));
        Column part = when(isPart.and(hasValue), weighted);
        Column shift = when(col("is_shift").and(hasValue).and(isAdditive), weighted);
        return activities
                .join(broadcast(mapping), new String[] {"source", "activity"})
                .groupBy(with(FIGURE, col("source")))
                .agg(
                        max(when(col("is_total"), col("value"))).as("total"),
                        bit_or(when(col("is_total").and(hasValue), col("status")))
                                .as("total_status"),
                        count(part).as("present"),
                        when(count(part).equalTo(1), max(part))
                                .otherwise(exactSum(part))
                                .as("sum"),
                        bit_or(when(isPart.or(col("is_total").and(not(hasValue))), col("status")))
                                .as("part_status"),
                        max("expected").as("expected"),
                        exactSum(shift).as("shift"),
                        when(isAdditive.and(max("shifts").gt(0)), count(shift).lt(max("shifts")))
                                .as("lacks_shift"),
                        max("confidential").as("confidential"))
                .transform(this::totalsOrSums);
    }

    /** The published total; else the sum, if all parts are there. */
    private Dataset<Row> totalsOrSums(Dataset<Row> collected) {
        Column present = col("present");
        Column complete = present.gt(0).and(present.equalTo(col("expected"))).and(isAdditive.or(present.equalTo(1)));
        Column hasTotal = col("total").isNotNull();
        // Nothing covers a total that is withheld and has no parts.
        Column coverage = when(hasTotal, lit(1.0))
                .when(col("expected").equalTo(0), lit(0.0))
                .otherwise(present.cast("double").divide(col("expected")));
        return collected.select(with(
                FIGURE,
                coalesce(col("total"), when(complete, col("sum")))
                        .plus(coalesce(col("shift"), lit(0.0)))
                        .as("value"),
                coalesce(when(hasTotal, col("total_status")).otherwise(col("part_status")), lit(0))
                        .bitwiseOR(coalesce(reclassified(), lit(0)))
                        .as("status"),
                coverage.as("coverage"),
                col("confidential")));
    }

    /** A figure with a share by weights is estimated; one that lacks it is still that of the old classification. */
    private static Column reclassified() {
        return when(col("lacks_shift"), StatusBits.of("B")).when(not(col("lacks_shift")), StatusBits.of("E"));
    }

    /** One row per figure: that of the only source that has it; {@code figures} counts the sources that do. */
    private static Dataset<Row> oneSource(Dataset<Row> bySource) {
        Column known = col("value").isNotNull();
        return bySource.groupBy(FIGURE)
                .agg(
                        count("value").as("figures"),
                        max("value").as("value"),
                        StatusBits.ofSum(bit_or(when(known, col("status")))).as("status_of_value"),
                        StatusBits.ofGap(bit_or(col("status"))).as("status_of_gap"),
                        coalesce(max(when(known, col("coverage"))), max("coverage"))
                                .as("coverage"),
                        max("confidential").as("confidential"))
                .select(with(
                        FIGURE,
                        col("value"),
                        when(known, col("status_of_value"))
                                .otherwise(col("status_of_gap"))
                                .as("obs_status"),
                        when(known.or(col("confidential").equalTo(0)), lit("F"))
                                .otherwise(lit("C"))
                                .as("conf_status"),
                        col("coverage"),
                        col("figures")));
    }
}
