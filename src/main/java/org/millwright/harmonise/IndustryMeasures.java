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
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.when;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.millwright.contract.MeasureCode;
import org.millwright.model.MethodVersion;
import org.millwright.model.PriceBasis;

/**
 * Observations of all sources become figures of industries.
 *
 * <p>Input: {@code observations} and the table of {@link IndustryMapping}. Output: {@code industry_measures}, one row per
 * dataset, area, industry, period (year, quarter or month), measure and price basis, with columns for the rules of
 * {@link PeriodRules}, and {@code figures}: from how many sources a figure came (more than one is an error).
 *
 * <ul>
 *   <li>Vintage: per key and frequency the latest one.
 *   <li>Industry: the published total where the source has one; else the weighted sum of the parts, if none is missing.
 *       A sum that lacks a part is null with status Q (a part is withheld) or M, and its coverage says how many are there.
 *   <li>Time: {@link SeriesPass}. Differences of cumulated figures are linear, so that those of sums are the sums of those of
 *       the parts: the value is undefined in the same cases, with the same statuses. Where different parts lack in two
 *       months the coverage of the undefined difference is that of the poorer one.
 *   <li>Sums are exact, in decimals of nine places, so that every run gives the same digits in whatever order it adds. All
 *       that is kept on the way is a number, so that Spark need not sort.
 * </ul>
 */
public final class IndustryMeasures {
    public static final MethodVersion METHOD = new MethodVersion("harmonise", "sum-of-parts", "2");

    private static final Column[] AREA = columns("dataset", "area");
    private static final Column[] ACTIVITY =
            columns("dataset", "source", "area", "activity", "frequency", "period", "measure", "price_basis", "unit");
    private static final Column[] FIGURE =
            columns("dataset", "source", "area", "industry", "frequency", "period", "measure", "price_basis", "unit");

    private final Collection<MeasureCode> measures;
    private final Column isAdditive;
    private final Map<String, String> classifications;
    private final boolean hasUnits;

    /**
     * @param measures of one that cannot be summed only a single part is taken over
     * @param classifications the classification of the activity codes of each source
     * @param hasUnits whether a source has several units within an activity, microdata for example
     */
    public IndustryMeasures(Collection<MeasureCode> measures, Map<String, String> classifications, boolean hasUnits) {
        this.measures = measures;
        this.isAdditive = isAdditive(measures);
        this.classifications = classifications;
        this.hasUnits = hasUnits;
    }

    /** Whether the figures of parts may be summed: not those of every measure, and never growth. */
    private static Column isAdditive(Collection<MeasureCode> measures) {
        Object[] notAdditive = measures.stream()
                .filter(measure -> !measure.additive())
                .map(MeasureCode::code)
                .toArray();
        return not(col("measure").isin(notAdditive)).and(col("price_basis").notEqual(PriceBasis.COMPARABLE.code()));
    }

    /** Figures as they are published; nothing is carried to constant prices. */
    public Dataset<Row> of(Dataset<Row> observations, Dataset<Row> mapping) {
        return of(observations, mapping, ConstantPrices.NONE);
    }

    /**
     * All figures of one area stand in one partition: what follows need not be shuffled again.
     *
     * @param prices makes figures at constant prices before activities are summed
     */
    public Dataset<Row> of(Dataset<Row> observations, Dataset<Row> mapping, ConstantPrices prices) {
        Dataset<Row> placed = observations.join(broadcast(mapping), new String[] {"source", "activity"}, "left_semi");
        Dataset<Row> priced = prices.addedTo(hasUnits ? ofUnits(placed) : ofActivities(placed));
        Dataset<Row> summed = industries(priced, mapping);
        Dataset<Row> bySource = hasUnits ? summed.repartition(AREA) : summed;
        return SeriesPass.through(bySource, measures, classifications).repartition(AREA);
    }

    /** Figures of activities are few: those of an area are brought together at once. */
    private static Dataset<Row> ofActivities(Dataset<Row> observations) {
        return latest(observations.repartition(AREA));
    }

    /** Units may be many in one area: they are added up period by period before the area comes together. */
    private Dataset<Row> ofUnits(Dataset<Row> observations) {
        return activities(latest(observations.repartition(columns("dataset", "area", "period"))));
    }

    private static Column[] columns(String... names) {
        return Stream.of(names).map(functions::col).toArray(Column[]::new);
    }

    private static Column[] with(Column[] columns, Column... more) {
        return Stream.concat(Stream.of(columns), Stream.of(more)).toArray(Column[]::new);
    }

    /** Per key the latest vintage. */
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
                .groupBy(FIGURE)
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
                col("confidential"),
                hasTotal.as("is_total")));
    }

    /** A figure with a share by weights is estimated; one that lacks it is still that of the old classification. */
    private static Column reclassified() {
        return when(col("lacks_shift"), StatusBits.of("B")).when(not(col("lacks_shift")), StatusBits.of("E"));
    }
}
