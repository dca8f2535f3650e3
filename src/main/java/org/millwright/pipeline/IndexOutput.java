package org.millwright.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.millwright.contract.Composite;
import org.millwright.export.CsvFile;
import org.millwright.index.CompositeRobustness;
import org.millwright.index.CompositeScores;

/** The files that the command {@code index} writes: scores, and on request the steps before and how firm the scores are. */
final class IndexOutput {
    private static final int WRITERS = 4;
    private static final Column PERIOD = when(col("period").notEqual(""), col("period"));
    private static final Column[] COLUMNS = Stream.of(
                    "unit", "period", "node", "level", "score", "rank", "coverage", "reason")
            .map(name -> col(name))
            .toArray(Column[]::new);

    private final IndexRequest request;

    IndexOutput(IndexRequest request) {
        this.request = request;
    }

    void write(Composite composite, Dataset<Row> panel) {
        CompositeScores index = CompositeScores.estimate(Map.of(composite.id(), composite), panel);
        if (request.stages().isEmpty() && request.replicates().isEmpty()) {
            scores(index, panel, index.unitsForScores(panel));
            return;
        }
        Dataset<Row> units = (request.stages().isPresent() ? index.units(panel) : index.unitsForScores(panel))
                .persist(StorageLevel.MEMORY_AND_DISK());
        try (TableWriters writers = new TableWriters(WRITERS)) {
            writers.begin(() -> scores(index, panel, units));
            request.stages().ifPresent(folder -> {
                // Data that are wrong stop here, before any other file is begun.
                writers.await();
                stages(folder, index, units, writers);
                findings(folder, index, units, writers);
                if (!composite.columns().period().isEmpty()) {
                    writers.begin(() -> changes(folder, index, units));
                }
            });
            if (request.replicates().isPresent()) {
                robustness(CompositeRobustness.of(index, panel, units), panel.sparkSession(), writers);
            }
            writers.await();
        }
        units.unpersist();
    }

    private void scores(CompositeScores index, Dataset<Row> panel, Dataset<Row> units) {
        Dataset<Row> rows =
                (request.wide() ? index.wide(panel) : index.scores(units).select(COLUMNS)).withColumn("period", PERIOD);
        if (request.output().toString().endsWith(UnitFile.PARQUET)) {
            // Scores hardly repeat: to look for repetitions costs a tenth of the time of a large panel.
            DataFrameWriter<Row> writer = rows.write().mode("overwrite");
            for (String node : request.wide() ? index.nodes() : List.<String>of()) {
                writer = writer.option("parquet.enable.dictionary#" + node, false);
            }
            writer.parquet(request.output().toString());
        } else if (request.wide()) {
            csv(request.output(), rows, "period", "unit");
        } else {
            csv(request.output(), rows, "period", "level", "node", "rank", "unit");
        }
    }

    private static void stages(Path folder, CompositeScores index, Dataset<Row> units, TableWriters writers) {
        for (String step : CompositeScores.STEPS) {
            writers.begin(() -> csv(folder.resolve(step + ".csv"), index.step(units, step), "unit", "period"));
        }
        Dataset<Row> parameters = index.parameters(units.sparkSession());
        writers.begin(() -> csv(
                folder.resolve("parameters.csv"),
                parameters.select("node", "step", "parameter", "value"),
                "node",
                "step",
                "parameter"));
    }

    private static void findings(Path folder, CompositeScores index, Dataset<Row> units, TableWriters writers) {
        Dataset<Row> treated = index.treatedPoints(units).withColumn("period", PERIOD);
        writers.begin(() -> csv(
                folder.resolve("treated_points.csv"),
                treated.select("unit", "period", "indicator", "denominated", "treated"),
                "indicator",
                "period",
                "unit"));
        writers.begin(() -> csv(
                folder.resolve("diagnostics.csv"),
                index.diagnostics(units).select("node", "other", "statistic", "value", "flag", "reason"),
                "statistic",
                "node",
                "other"));
    }

    private static void changes(Path folder, CompositeScores index, Dataset<Row> units) {
        csv(
                folder.resolve("changes.csv"),
                index.changes(units).select("unit", "period", "base_period", "node", "effect", "value", "reason"),
                "period",
                "unit",
                "effect",
                "node");
    }

    private void robustness(CompositeRobustness robustness, SparkSession session, TableWriters writers) {
        Path folder = request.folder();
        writers.begin(() -> csv(folder.resolve("choices.csv"), robustness.choices(session)));
        writers.begin(() ->
                csv(folder.resolve("replicates.csv"), alone(robustness.replicates()), "period", "replicate", "unit"));
        writers.begin(() ->
                csv(folder.resolve("robustness.csv"), alone(robustness.units()), "period", "nominal_rank", "unit"));
        writers.begin(() -> csv(
                folder.resolve("sensitivity.csv"),
                alone(robustness.sensitivity()),
                "period",
                "analysis",
                "factor",
                "statistic"));
        writers.await();
        robustness.unpersist();
    }

    /** Without the columns that only a lake of many composites and datasets needs. */
    private static Dataset<Row> alone(Dataset<Row> rows) {
        return rows.drop("composite", "dataset", "peers", "method_version").withColumn("period", PERIOD);
    }

    /** One file, in order: the rows come together in one task, which sorts them beyond its memory if it must. */
    private static void csv(Path file, Dataset<Row> rows, String first, String... then) {
        csv(file, rows.repartition(1).sortWithinPartitions(first, then));
    }

    private static void csv(Path file, Dataset<Row> inOrder) {
        Iterator<Row> rows = inOrder.toLocalIterator();
        Iterator<List<Object>> cells = Stream.iterate(rows, Iterator::hasNext, same -> same)
                .map(same -> cells(same.next()))
                .iterator();
        CsvFile.write(file, List.of(inOrder.columns()), cells);
    }

    private static List<Object> cells(Row row) {
        Object[] cells = new Object[row.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row.get(i);
        }
        return Arrays.asList(cells);
    }
}
