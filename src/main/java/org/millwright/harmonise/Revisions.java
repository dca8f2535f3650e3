package org.millwright.harmonise;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
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
 * <p>One row for the first day on which a figure had a value, which has no previous one, and one for every later day that
 * changed it. A vintage that only confirmed it has no row. Figures are here if they changed, or if figures of their measure,
 * area and period came out on several days: of the others nobody could have seen a revision.
 *
 * <p>Undefined, with a reason: revision and relative revision where the figure is withdrawn (its own reason) or was
 * ({@link Reason#MISSING}); relative revision of a negative ({@link Reason#SIGN}) or a zero ({@link Reason#DENOMINATOR}).
 * Published growth has no relative revision.
 *
 * <p>Figures at constant prices that are derived here are left out: they change with every year of their index, and what
 * was revised is its figures.
 *
 * <p>Reference: McKenzie and Gamba (2008), Interpreting the results of revision analyses: recommended summary statistics,
 * OECD/Eurostat task force on performing revisions analysis for sub-annual economic statistics.
 */
public final class Revisions {
    public static final MethodVersion METHOD = new MethodVersion("harmonise", "revisions", "1");

    private static final String[] PUBLICATION = {"dataset", "area", "measure", "price_basis", "period", "vintage"};

    private static final WindowSpec FIGURE =
            Window.partitionBy("dataset", "area", "industry", "measure", "price_basis", "period");
    private static final WindowSpec VINTAGES = FIGURE.orderBy("vintage");

    private Revisions() {}

    /** @param harmonise from observations to figures of industries */
    public static Dataset<Row> of(Dataset<Row> observations, UnaryOperator<Dataset<Row>> harmonise) {
        Dataset<Row> revised = KnownObservations.revised(observations);
        return harmonise
                .apply(KnownObservations.onEveryDay(revised))
                .select(col("*"), KnownObservations.day().as("vintage"))
                .withColumn("dataset", KnownObservations.dataset())
                .join(publications(revised), PUBLICATION, "left")
                .withColumn("known", count("value").over(VINTAGES))
                .filter(col("known").gt(0))
                .select(
                        col("*"),
                        row_number().over(VINTAGES).equalTo(1).as("is_first"),
                        lag("value", 1).over(VINTAGES).as("previous_value"),
                        count("published").over(FIGURE).as("publications"))
                .filter(col("is_first").or(not(col("value").eqNullSafe(col("previous_value")))))
                .select(
                        col("*"),
                        count(lit(1)).over(FIGURE).as("values"),
                        lag("vintage", 1).over(VINTAGES).as("previous_vintage"))
                .filter(col("values").gt(1).or(col("publications").gt(1)))
                .select(columns());
    }

    /** On which days which figures of a measure came out, of a period or within it. */
    private static Dataset<Row> publications(Dataset<Row> revised) {
        Column within = explode(PeriodColumns.selfAndLonger(col("period"))).as("period");
        return revised.select(col("dataset"), col("area"), col("measure"), col("price_basis"), within, col("vintage"))
                .distinct()
                .withColumn("published", lit(true));
    }

    private static Column[] columns() {
        Column revision = col("value").minus(col("previous_value"));
        Column isLevel = col("price_basis").notEqual(PriceBasis.COMPARABLE.code());
        Column relative = revision.divide(col("previous_value")).multiply(100);
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
        Column gap = when(col("value").isNull(), col("reason"))
                .when(col("previous_value").isNull(), Reason.MISSING.name());
        Column isLevel = col("price_basis").notEqual(PriceBasis.COMPARABLE.code());
        Column base = col("previous_value");
        return when(col("is_first"), lit(null))
                .when(gap.isNotNull(), gap)
                .when(isLevel.and(base.lt(0)), Reason.SIGN.name())
                .when(isLevel.and(base.equalTo(0)), Reason.DENOMINATOR.name());
    }
}
