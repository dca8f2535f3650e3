package org.millwright.index;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.millwright.index.Trials.Analysis;
import org.millwright.model.Reason;
import org.millwright.rows.Runs;
import org.millwright.stat.robustness.SobolDesign.Indices;

/**
 * The rank shifts of all replicates of a period, slice after slice, to what each factor and each left-out node makes of them.
 * Indices are undefined where no rank shifts differently in any replicate, shifts where no unit is ranked with and without a node.
 */
record Sensitivity(Map<String, CompositeModel> models) implements MapPartitionsFunction<Row, Row> {
    static final StructType STATISTICS = StructType.fromDDL("dataset STRING, period STRING, analysis STRING,"
            + " factor STRING, statistic STRING, value DOUBLE, reason STRING");

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return Runs.of(rows, Runs.by("dataset", "period"))
                .flatMap(slices -> statistics(slices).stream())
                .iterator();
    }

    private List<Row> statistics(List<Row> slices) {
        CompositeModel model = models.get(slices.get(0).<String>getAs("dataset"));
        Trials trials = new Trials(model.layout(), model.parameters());
        double[] means = joined(slices, "mean_shifts");
        List<Row> rows = new ArrayList<>();
        Row key = slices.get(0);
        trials.design().ifPresent(design -> {
            Indices[] indices = design.indices(trials.of(Analysis.SOBOL, means));
            for (int f = 0; f < indices.length; f++) {
                String factor = trials.factors().get(f).id();
                rows.add(row(key, Analysis.SOBOL, factor, "first_order", indices[f].first()));
                rows.add(row(key, Analysis.SOBOL, factor, "total", indices[f].total()));
            }
        });
        double[] meanWithout = trials.of(Analysis.LEAVE_ONE_OUT, means);
        double[] maximumWithout = trials.of(Analysis.LEAVE_ONE_OUT, joined(slices, "max_shifts"));
        for (int n = 0; n < meanWithout.length; n++) {
            String node = trials.removable().get(n);
            rows.add(row(key, Analysis.LEAVE_ONE_OUT, node, "mean_rank_shift", meanWithout[n]));
            rows.add(row(key, Analysis.LEAVE_ONE_OUT, node, "max_rank_shift", maximumWithout[n]));
        }
        return rows;
    }

    private static Row row(Row key, Analysis analysis, String factor, String statistic, double value) {
        boolean undefined = Double.isNaN(value);
        Reason reason = analysis == Analysis.SOBOL ? Reason.CONSTANT : Reason.COVERAGE;
        return RowFactory.create(
                key.getAs("dataset"),
                key.getAs("period"),
                analysis.id(),
                factor,
                statistic,
                undefined ? null : value,
                undefined ? reason.name() : null);
    }

    private static double[] joined(List<Row> slices, String column) {
        return slices.stream()
                .flatMapToDouble(slice -> DoubleStream.of(PackedDoubles.read(slice.getAs(column))))
                .toArray();
    }
}
