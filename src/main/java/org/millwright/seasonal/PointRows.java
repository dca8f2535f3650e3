package org.millwright.seasonal;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.millwright.model.ObsStatus;
import org.millwright.model.Periods;
import org.millwright.model.Reason;
import org.millwright.seasonal.SeriesAdjustment.Done;
import org.millwright.seasonal.SeriesAdjustment.Outcome;
import org.millwright.seasonal.SeriesAdjustment.PassedThrough;

/** The periods of one series in their order, as they come and as they leave. */
record PointRows(int perYear, List<Row> points) {
    static final String DDL = "period STRING, value DOUBLE, adjusted DOUBLE, trend DOUBLE, seasonal DOUBLE,"
            + " irregular DOUBLE, obs_status STRING, reason STRING";

    static PointRows of(Row series) {
        List<Row> points = series.getList(series.fieldIndex("points"));
        return new PointRows(Periods.perYear(points.get(0).getAs("period")), points);
    }

    Observed observed() {
        return new Observed(
                perYear,
                points.stream()
                        .mapToInt(point -> Periods.position(point.getAs("period")))
                        .toArray(),
                points.stream()
                        .mapToInt(point -> point.<Integer>getAs("months"))
                        .toArray(),
                points.stream().mapToDouble(PointRows::value).toArray());
    }

    private static double value(Row point) {
        Double value = point.getAs("value");
        return value == null ? Double.NaN : value;
    }

    /** The points with what became of them. */
    Row[] with(Outcome outcome) {
        int first = observed().first();
        return IntStream.range(0, points.size())
                .mapToObj(i -> outcome instanceof Done done
                        ? adjusted(points.get(i), done.adjusted(), i - first)
                        : passed(points.get(i), ((PassedThrough) outcome).reason()))
                .toArray(Row[]::new);
    }

    private static Row adjusted(Row point, Adjusted adjusted, int at) {
        if (point.getAs("value") == null) {
            boolean withheld = ObsStatus.Q.name().equals(point.getAs("obs_status"));
            return passed(point, withheld ? Reason.SUPPRESSED : Reason.MISSING);
        }
        return RowFactory.create(
                point.getAs("period"),
                point.getAs("value"),
                adjusted.adjusted()[at],
                adjusted.trend()[at],
                adjusted.seasonal()[at],
                adjusted.irregular()[at],
                point.getAs("obs_status"),
                null);
    }

    private static Row passed(Row point, Reason reason) {
        return RowFactory.create(
                point.getAs("period"),
                point.getAs("value"),
                point.getAs("value"),
                null,
                null,
                null,
                point.getAs("obs_status"),
                reason.name());
    }
}
