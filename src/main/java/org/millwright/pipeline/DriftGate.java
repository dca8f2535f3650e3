package org.millwright.pipeline;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.millwright.config.Gates.Drift;
import org.millwright.config.RunSettings.SourcePath;
import org.millwright.contract.SourceContract;
import org.millwright.lake.Lake;
import org.millwright.model.PriceBasis;
import org.millwright.pipeline.RuleResult.Cases;

/**
 * Compares the level of a key figure with what is expected of it, in each area and price basis of a dataset: with the same figure
 * in the current release where that has it, so that a revision nobody expects is seen; else, in the newest period, with the same
 * period a year before. A figure that once was published is not held against the year before again.
 *
 * @param figures the industry measures of this run, persisted
 * @param released those of the current release
 */
record DriftGate(Dataset<Row> figures, Dataset<Row> released) {
    private static final String REMEDY =
            "Compare the files with the agency's publication; if the jump is real, raise 'change' of"
                    + " the gate in the settings, or make it a warning, for this run";
    private static final String[] KEY = {"area", "price_basis", "unit", "period"};
    private static final int YEAR_DIGITS = 4;

    /**
     * The results of all gates in the settings, a Spark job each. A release that shows what was known on another day differs as it
     * should, and is not compared.
     */
    static List<RuleResult> results(RunPlan plan, Dataset<Row> figures, Lake lake) {
        List<SourcePath> gated = plan.request().settings().sources().stream()
                .filter(source -> !source.gates().drift().isEmpty())
                .toList();
        if (gated.isEmpty()) {
            return List.of();
        }
        CurrentRelease current = new CurrentRelease(figures.sparkSession(), lake);
        Dataset<Row> released = current.table(plan.definitions().table("industry_measures"));
        boolean comparable = current.asOf().equals(plan.request().asOf());
        DriftGate drift = new DriftGate(figures, comparable ? released : released.limit(0));
        return gated.stream()
                .flatMap(source -> source.gates().drift().stream()
                        .map(gate -> drift.result(plan.definitions().sources().get(source.contract()), gate)))
                .toList();
    }

    /** The result; this runs one Spark job, which brings back one row. */
    RuleResult result(SourceContract source, Drift gate) {
        Dataset<Row> levels = levels(figures, source, gate);
        Dataset<Row> before = levels.withColumn("period", yearLater()).withColumnRenamed("value", "before");
        Column deviation = abs(col("value").minus(col("expected")));
        Column share = when(col("expected").notEqual(0), deviation.divide(abs(col("expected"))))
                .otherwise(when(deviation.equalTo(0), 0.0).otherwise(1.0));
        Row worst = levels.withColumn("newest", max("period").over(Window.partitionBy(series())))
                .join(levels(released, source, gate).withColumnRenamed("value", "released"), KEY, "left")
                .join(before, KEY, "left")
                .withColumn(
                        "expected",
                        coalesce(col("released"), when(col("period").equalTo(col("newest")), col("before"))))
                .filter(col("expected").isNotNull())
                .select(share.as("share"), struct(places()).as("place"))
                .agg(
                        count(lit(1)),
                        sum(when(col("share").gt(gate.change() * Change.SLACK), 1)
                                .otherwise(0)),
                        min(struct(col("share").multiply(-1), col("place"))))
                .first();
        String rule = "gate-drift-" + gate.measure() + "-" + gate.industry();
        return RuleResult.gate(source.id(), rule, gate.severity(), cases(gate, worst), REMEDY);
    }

    private static Column[] places() {
        return new Column[] {
            col("area"),
            col("period"),
            col("price_basis"),
            col("value"),
            col("expected"),
            col("released").isNotNull()
        };
    }

    private static Dataset<Row> levels(Dataset<Row> figures, SourceContract source, Drift gate) {
        return figures.filter(col("dataset")
                        .equalTo(source.dataset())
                        .and(col("measure").equalTo(gate.measure()))
                        .and(col("industry").equalTo(gate.industry()))
                        .and(col("price_basis").notEqual(PriceBasis.COMPARABLE.code()))
                        .and(col("value").isNotNull()))
                .select("area", "price_basis", "unit", "period", "value");
    }

    /** What the periods of one series have in common: a year, a quarter and a month are written in different shapes. */
    private static Column[] series() {
        Column shape = regexp_replace(col("period"), "\\d", "");
        return new Column[] {col("area"), col("price_basis"), col("unit"), shape};
    }

    private static Column yearLater() {
        Column year = substring(col("period"), 1, YEAR_DIGITS).cast("int").plus(1);
        return concat(lpad(year.cast("string"), YEAR_DIGITS, "0"), col("period").substr(YEAR_DIGITS + 1, YEAR_DIGITS));
    }

    private static Cases cases(Drift gate, Row row) {
        if (row.getLong(0) == 0) {
            return Cases.NONE;
        }
        Row worst = row.getStruct(2).getStruct(1);
        Change change = new Change(worst.getDouble(3), worst.getDouble(4));
        String what = String.format(
                Locale.ROOT,
                "%s of %s in %s %s (%s prices) is %,.6g, and %s %,.6g: a change of %s; %s is allowed",
                gate.measure(),
                gate.industry(),
                worst.getString(0),
                worst.getString(1),
                worst.getString(2),
                change.level(),
                worst.getBoolean(5) ? "the current release says" : "a year before it was",
                change.expected(),
                change.percent(),
                Change.percent(gate.change()));
        return new Cases(row.getLong(0), row.getLong(1), change.share(), what);
    }
}
