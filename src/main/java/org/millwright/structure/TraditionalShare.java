package org.millwright.structure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millwright.contract.IndustryScheme;
import org.millwright.model.Reason;

/**
 * Share of the traditional industries in all manufacturing.
 *
 * <p>share = sum over the eight traditional industries / manufacturing, for value added, revenue, profit and employment at
 * current prices; a fraction, not a percentage.
 *
 * <p>Input: {@code industry_measures}. Output: {@code traditional_share}, one row per dataset, area, period (year, quarter or
 * month) and measure that has a figure of either. Null with a reason where one of the two is missing, or manufacturing is not positive; a share
 * of a profit may lie outside 0..1, when the rest makes a loss.
 *
 * <p>Reference: the statement of China's Ministry of Industry and Information Technology that the traditional
 * industries make about 80 % of manufacturing.
 */
public final class TraditionalShare {
    private static final String TRADITIONAL = "traditional";
    private static final Object[] MEASURES = {"value_added", "revenue", "profit", "employment"};

    private TraditionalShare() {}

    public static Dataset<Row> of(Dataset<Row> industryMeasures) {
        Column traditional = col("traditional_value");
        Column manufacturing = col("manufacturing_value");
        Column missing = traditional.isNull().or(manufacturing.isNull());
        Column withheld = col("industry")
                .isin(TRADITIONAL, IndustryScheme.WHOLE)
                .and(col("reason").equalTo(Reason.SUPPRESSED.name()));
        return industryMeasures
                .filter(col("measure").isin(MEASURES).and(col("price_basis").equalTo("current")))
                .groupBy("dataset", "area", "period", "measure")
                .agg(
                        max(when(col("industry").equalTo(TRADITIONAL), col("value")))
                                .as("traditional_value"),
                        max(when(col("industry").equalTo(IndustryScheme.WHOLE), col("value")))
                                .as("manufacturing_value"),
                        max(when(withheld, lit(1))).as("withheld"))
                .select(
                        col("dataset"),
                        col("area"),
                        col("period"),
                        col("measure"),
                        when(manufacturing.gt(0), traditional.divide(manufacturing))
                                .as("share"),
                        traditional,
                        manufacturing,
                        when(missing.and(col("withheld").isNotNull()), Reason.SUPPRESSED.name())
                                .when(missing, Reason.MISSING.name())
                                .when(manufacturing.leq(0), Reason.DENOMINATOR.name())
                                .as("reason"));
    }
}
