package org.millwright.pipeline;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millwright.contract.TableContract;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.model.Window;

/** Limits what is published to the periods of a backfill; figures are computed from all periods before. */
record PeriodWindow(Window window) {
    private static final String PERIOD = "period";

    /** The rows of a table within the window; all of them where the table has no period. */
    Dataset<Row> limit(TableContract contract, Dataset<Row> rows) {
        boolean limited =
                window.hasBounds() && contract.schema().getFieldIndex(PERIOD).isDefined();
        return limited ? rows.filter(expr(window.condition(PERIOD))) : rows;
    }

    /**
     * Ends a backfill of which nothing would be published; runs a Spark job over the figures if there is a window.
     *
     * @throws MillwrightException if no figure is of a period in the window
     */
    void requireFigures(Dataset<Row> figures) {
        if (!window.hasBounds()
                || !figures.filter(expr(window.condition(PERIOD))).isEmpty()) {
            return;
        }
        Row range = figures.agg(min(PERIOD), max(PERIOD)).head();
        String known = range.isNullAt(0)
                ? "there are none at all"
                : "there are figures of " + range.getString(0) + " to " + range.getString(1);
        throw new MillwrightException(new Problem(
                ErrorCode.NOTHING_KNOWN,
                "periods " + window.text(),
                "no figure is of these periods; " + known,
                "Correct --from and --to; nothing was published"));
    }
}
