package org.millwright.harmonise;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.millwright.model.MethodVersion;
import org.millwright.model.PriceBasis;
import org.millwright.model.Reason;

/**
 * How the figures of industries have been revised: the revision triangle, as a list.
 *
 * <ul>
 *   <li>value: the figure as it was known on the day of the vintage, made of all observations that were valid then, in the
 *       same way as {@code industry_measures};
 *   <li>revision = value - previous value, in the unit of the measure (percentage points for published growth);
 *   <li>relative revision = 100 revision / previous value, in %.
 * </ul>
 *
 * <p>One row for the first vintage of a figure, which has no previous one, and one for every later vintage that changed it. A
 * later vintage that only confirmed it has no row. Figures that came out once are not here.
 *
 * <p>Undefined, with a reason: revision and relative revision where one of the two figures is withheld ({@link
 * Reason#SUPPRESSED}) or missing ({@link Reason#MISSING}); relative revision of a negative ({@link Reason#SIGN}) or a zero
 * ({@link Reason#DENOMINATOR}). Published growth has no relative revision.
 *
 * <p>Reference: McKenzie and Gamba (2008), Interpreting the results of revision analyses: recommended summary statistics,
 * OECD/Eurostat task force on performing revisions analysis for sub-annual economic statistics.
 */
public final class Revisions {
    public static final MethodVersion METHOD = new MethodVersion("harmonise", "revisions", "1");

    private static final WindowSpec FIGURE =
            Window.partitionBy("dataset", "area", "industry", "measure", "price_basis", "period");
    private static final WindowSpec VINTAGES = FIGURE.orderBy("vintage");

    private Revisions() {}

    /** @param harmonise from observations to figures of industries */
    public static Dataset<Row> of(Dataset<Row> observations, UnaryOperator<Dataset<Row>> harmonise) {
        return harmonise
                .apply(KnownObservations.onEveryDay(observations))
                .filter(col("vintage").equalTo(KnownObservations.day()))
                .withColumn("dataset", KnownObservations.dataset())
                .select(
                        col("*"),
                        count(lit(1)).over(FIGURE).as("vintages"),
                        lag("vintage", 1).over(VINTAGES).as("previous_vintage"),
                        lag("value", 1).over(VINTAGES).as("previous_value"),
                        lag("reason", 1).over(VINTAGES).as("previous_reason"))
                .filter(col("vintages").gt(1).and(isFirst().or(isChanged())))
                .select(columns());
    }

    private static Column isFirst() {
        return col("previous_vintage").isNull();
    }

    private static Column isChanged() {
        return not(col("value").eqNullSafe(col("previous_value")));
    }

    private static Column[] columns() {
        Column revision = col("value").minus(col("previous_value"));
        Column isLevel = col("price_basis").notEqual(PriceBasis.COMPARABLE.code());
        Column relative = lit(100).multiply(revision).divide(col("previous_value"));
        return new Column[] {
            col("dataset"),
            col("area"),
            col("industry"),
            col("measure"),
            col("price_basis"),
            col("period"),
            col("vintage"),
            col("previous_vintage"),
            col("unit"),
            col("value"),
            col("previous_value"),
            revision.as("revision"),
            when(isLevel.and(col("previous_value").gt(0)), relative).as("relative_revision"),
            col("obs_status"),
            reason().as("reason"),
            lit(METHOD.toString()).as("method_version")
        };
    }

    private static Column reason() {
        Column gap = coalesce(
                when(col("value").isNull(), col("reason")),
                when(col("previous_value").isNull(), col("previous_reason")));
        return when(isFirst(), when(col("value").isNull(), col("reason")))
                .when(gap.isNotNull(), gap)
                .otherwise(sign(col("previous_value")));
    }

    /** Why a level has no relative revision. */
    static Column sign(Column base) {
        return when(
                col("price_basis").notEqual(PriceBasis.COMPARABLE.code()),
                when(base.lt(0), Reason.SIGN.name()).when(base.equalTo(0), Reason.DENOMINATOR.name()));
    }
}
