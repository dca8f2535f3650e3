package org.millwright.harmonise;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.when;

import java.util.Collection;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millwright.model.MethodVersion;
import org.millwright.model.Reason;

/**
 * How much figures of industries have grown, nominally (price basis current) and in real terms (constant).
 *
 * <ul>
 *   <li>growth = 100 (x_t - x_0) / x_0, in %, over the whole span from base period to period;
 *   <li>annual growth = 100 ((x_t / x_0)^(1 / years) - 1), in % a year: compound, years the length of the span;
 *   <li>comparable: growth over the same period a year before as the agency publishes it, where both speak of the same
 *       months; it is beside nominal growth over one year, and neither is derived from the other.
 * </ul>
 *
 * The base is the period before (for a February that covers January too, December), the same period a year before, and for
 * years also those of the declared spans. Where the base would lie before the first period of the series there is no row.
 *
 * <p>Undefined, with a reason, the first that applies: a figure is withheld ({@link Reason#SUPPRESSED}) or missing (its own
 * reason, else {@link Reason#MISSING}); the figures cover different numbers of months ({@link Reason#LENGTH}); a break of the
 * series lies after the base, or the two figures stand in different classifications ({@link Reason#BREAK}); one of them is
 * negative ({@link Reason#SIGN}); the base is zero ({@link Reason#DENOMINATOR}). Annual growth is also null where it is too
 * large for a number, as that of a month that is a multiple of the one before.
 *
 * <p>Input: {@code industry_measures}. Output: {@code growth_rates}, one row per figure and base period.
 *
 * <p>Reference: Eurostat (2018), Handbook on data presentation and validation of short-term statistics; Eurostat/OECD
 * (2007), Data and Metadata Reporting and Presentation Handbook, section 4 (growth rates).
 */
public final class GrowthRates {
    public static final MethodVersion METHOD = new MethodVersion("harmonise", "growth", "1");

    private final Collection<String> growthThemselves;
    private final GrowthBases bases;

    /**
     * @param growthThemselves measures that are no levels, such as price indices of which the year before is 100
     * @param spans lengths of further spans, in years
     */
    public GrowthRates(Collection<String> growthThemselves, Collection<Integer> spans) {
        this.growthThemselves = growthThemselves;
        this.bases = new GrowthBases(spans);
    }

    public Dataset<Row> of(Dataset<Row> industryMeasures) {
        return industryMeasures
                .filter(not(col("measure").isin(growthThemselves.toArray())))
                .transform(bases::beside)
                .select(col("*"), reason().as("why"))
                .select(columns());
    }

    private static Column reason() {
        Column gap = col("figure.gap");
        Column gapOfBase = when(col("base").isNull(), Reason.MISSING.name()).otherwise(col("base.gap"));
        Column withheld = lit(Reason.SUPPRESSED.name());
        Column isBreak = col("figure.breaks")
                .gt(col("base.breaks"))
                .or(not(col("figure.classification").eqNullSafe(col("base.classification"))));
        return when(gap.equalTo(withheld).or(gapOfBase.equalTo(withheld)), withheld)
                .when(gap.isNotNull().or(gapOfBase.isNotNull()), coalesce(gap, gapOfBase))
                .when(not(col("figure.months").eqNullSafe(col("base.months"))), Reason.LENGTH.name())
                .when(isBreak, Reason.BREAK.name())
                .when(col("value").lt(0).or(col("base.value").lt(0)), Reason.SIGN.name())
                .when(col("base.value").equalTo(0), Reason.DENOMINATOR.name());
    }

    private static Column[] columns() {
        Column value = col("value");
        Column base = col("base.value");
        Column years = col("years");
        // Divided first: to lose all is -100 % exactly.
        Column growth = value.minus(base).divide(base).multiply(100);
        Column annual =
                lit(100).multiply(pow(value.divide(base), lit(1).divide(years)).minus(1));
        Column isYear = years.equalTo(1);
        Column defined = col("why").isNull();
        return new Column[] {
            col("dataset"),
            col("area"),
            col("industry"),
            col("measure"),
            col("price_basis"),
            col("period"),
            col("base_period"),
            years,
            when(defined, growth).as("growth"),
            when(defined.and(isYear), growth)
                    .when(defined.and(annual.lt(Double.POSITIVE_INFINITY)), annual)
                    .as("annual_growth"),
            when(isYear, col("published")).as("comparable"),
            col("why").as("reason"),
            lit(METHOD.toString()).as("method_version")
        };
    }
}
