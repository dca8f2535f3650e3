package org.millwright.seasonal;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.millwright.contract.Seasonal;
import org.millwright.model.MethodVersion;
import org.millwright.seasonal.AdjustmentMethod.Request;
import org.millwright.seasonal.SeriesAdjustment.Done;
import org.millwright.seasonal.SeriesAdjustment.Outcome;

/** Adjusts the series of a partition; what JDemetra needs is made within the task. */
record AdjustmentTask(Declarations declarations) implements MapPartitionsFunction<Row, Row> {
    static final StructType SCHEMA = StructType.fromDDL(String.join(" STRING, ", SeasonalAdjustment.KEY)
            + " STRING, unit STRING, method_version STRING, points ARRAY<STRUCT<" + PointRows.DDL
            + ">>, diagnostics STRUCT<" + DiagnosticsRow.DDL + ">, stored STRUCT<" + StoredModelRow.DDL + ">");

    private static final long serialVersionUID = 1L;
    private static final String LIBRARY = "jdemetra-3.5.0";

    /** Family, method and version of the figures. */
    static String version(Seasonal seasonal) {
        return new MethodVersion("seasonal", seasonal.method().code(), LIBRARY).toString();
    }

    @Override
    public Iterator<Row> call(Iterator<Row> series) {
        SpringFestival festival = new SpringFestival(declarations.springFestival());
        Map<Request, AdjustmentMethod> methods = new HashMap<>();
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(series, Spliterator.ORDERED), false)
                .map(row -> adjust(row, methods.computeIfAbsent(request(row, festival), AdjustmentMethod::of)))
                .iterator();
    }

    private Request request(Row row, SpringFestival festival) {
        return new Request(
                declarations.byDataset().get(row.<String>getAs("dataset")),
                declarations.totalled().contains(row.<String>getAs("measure")),
                festival);
    }

    private Row adjust(Row row, AdjustmentMethod method) {
        Seasonal seasonal = method.request().seasonal();
        String version = version(seasonal);
        String definition =
                version + " " + seasonal + " " + declarations.definitions().get(row.<String>getAs("dataset"));
        PointRows points = PointRows.of(row);
        Observed observed = points.observed();
        Outcome outcome =
                new SeriesAdjustment(method, definition).of(observed, StoredModelRow.read(row.getAs("stored")));
        Object[] cells = new Object[SCHEMA.size()];
        for (String column : SeasonalAdjustment.KEY) {
            cells[SCHEMA.fieldIndex(column)] = row.getAs(column);
        }
        cells[SCHEMA.fieldIndex("unit")] = row.getAs("unit");
        cells[SCHEMA.fieldIndex("method_version")] = version;
        cells[SCHEMA.fieldIndex("points")] = points.with(outcome);
        cells[SCHEMA.fieldIndex("diagnostics")] = DiagnosticsRow.of(observed, seasonal, outcome);
        cells[SCHEMA.fieldIndex("stored")] = outcome instanceof Done done ? StoredModelRow.of(done.stored()) : null;
        return RowFactory.create(cells);
    }
}
