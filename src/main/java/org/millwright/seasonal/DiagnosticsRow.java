package org.millwright.seasonal;

import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.millwright.contract.Seasonal;
import org.millwright.seasonal.SeriesAdjustment.Done;
import org.millwright.seasonal.SeriesAdjustment.Outcome;
import org.millwright.seasonal.SeriesAdjustment.PassedThrough;

/** What is said of the adjustment of a series, as cells of {@code seasonal_diagnostics}. */
final class DiagnosticsRow {
    static final String DDL = "method STRING, origin STRING, first_period STRING, last_period STRING, observations INT,"
            + " transformation STRING, arima STRING, outliers INT, calendar STRING, quality DOUBLE,"
            + " quality_without_m2 DOUBLE, model_replaced BOOLEAN, qs_probability DOUBLE, f_probability DOUBLE,"
            + " seasonality_left BOOLEAN, swing_raw DOUBLE, swing_adjusted DOUBLE, reason STRING, detail STRING";
    private static final StructType SCHEMA = StructType.fromDDL(DDL);

    private final Object[] cells = new Object[SCHEMA.size()];

    private DiagnosticsRow() {}

    static Row of(Observed observed, Seasonal seasonal, Outcome outcome) {
        DiagnosticsRow row = new DiagnosticsRow();
        row.put("method", seasonal.method().code());
        if (outcome instanceof Done done) {
            row.span(done.series());
            row.put("origin", done.origin().name().toLowerCase(Locale.ROOT));
            row.model(done.adjusted().fit().model());
            row.quality(done);
        } else if (outcome instanceof PassedThrough passed) {
            if (observed.first() < observed.end()) {
                row.span(observed.trimmed());
            }
            row.put("reason", passed.reason().name());
            row.put("detail", passed.detail().isEmpty() ? null : passed.detail());
        }
        return RowFactory.create(row.cells);
    }

    private void span(Series series) {
        put("first_period", series.period(0));
        put("last_period", series.lastPeriod());
        put("observations", series.values().length);
    }

    private void model(Model model) {
        put("transformation", model.log() ? "log" : "level");
        put("arima", model.arima().orders());
        put("outliers", model.outliers().size());
        put(
                "calendar",
                model.regressors().stream()
                        .filter(regressor -> regressor.kind().isCalendar())
                        .map(regressor ->
                                regressor.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .distinct()
                        .collect(Collectors.joining(" ")));
    }

    private void quality(Done done) {
        Adjusted adjusted = done.adjusted();
        ResidualSeasonality residual = ResidualSeasonality.of(done.series(), adjusted);
        put("quality", orNull(adjusted.fit().quality()));
        put("quality_without_m2", orNull(adjusted.fit().qualityWithoutM2()));
        put("model_replaced", adjusted.fit().replaced());
        put("qs_probability", orNull(residual.qs()));
        put("f_probability", orNull(residual.f()));
        put("seasonality_left", residual.isLeft());
        int perYear = done.series().perYear();
        put("swing_raw", orNull(SeasonalSwing.of(done.series().values(), perYear)));
        put("swing_adjusted", orNull(SeasonalSwing.of(adjusted.adjusted(), perYear)));
    }

    private static Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private void put(String column, Object value) {
        cells[SCHEMA.fieldIndex(column)] = value;
    }
}
