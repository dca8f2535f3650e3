package org.millwright.index;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.millwright.contract.Composite.Node;
import org.millwright.rows.Runs;

/**
 * Judges an index on the units of its reference window. In Spark the sample of each node goes to one task; every statistic orders
 * its values first, so that the digits do not depend on partitions.
 */
final class Diagnosis {
    private static final StructType DIAGNOSTICS =
            StructType.fromDDL("dataset STRING, node STRING, other STRING, statistic STRING, value DOUBLE,"
                    + " flag STRING, reason STRING");

    private Diagnosis() {}

    /** The array form: of the scores of all periods of the window. */
    static List<Diagnostic> of(Layout layout, List<NodeScores> window) {
        List<List<Sample>> bySection = window.stream()
                .map(scores -> ReferenceUnits.of(scores).samples(layout))
                .toList();
        return IntStream.range(0, layout.nodes().size())
                .boxed()
                .flatMap(node -> of(
                        layout,
                        layout.nodes().get(node),
                        Sample.joined(bySection.stream()
                                .map(samples -> samples.get(node))
                                .toList()))
                        .stream())
                .toList();
    }

    private static List<Diagnostic> of(Layout layout, Node node, Sample sample) {
        return node.isLeaf() ? LeafDiagnosis.of(layout, node, sample) : NodeDiagnosis.of(node, sample);
    }

    /** @param units rows of {@link Scoring#UNITS} with their steps, of any period */
    static Dataset<Row> of(Map<String, Layout> layouts, Dataset<Row> units) {
        Layout any = layouts.values().iterator().next();
        return Estimation.inWindow(units, any)
                .filter(col("reference"))
                .select("dataset", "denominated", "imputed", "treated", "score")
                .mapPartitions(new Sampling(layouts), Encoders.row(Estimation.SAMPLE))
                .repartition(Estimation.NODE)
                .sortWithinPartitions(Estimation.NODE)
                .mapPartitions(new Judging(layouts), Encoders.row(DIAGNOSTICS));
    }

    /** Units to samples of every node, some thousand units at a time. */
    private record Sampling(Map<String, Layout> layouts) implements MapPartitionsFunction<Row, Row> {
        @Override
        public Iterator<Row> call(Iterator<Row> units) {
            return Stream.iterate(units, Iterator::hasNext, same -> same)
                    .flatMap(this::part)
                    .iterator();
        }

        private Stream<Row> part(Iterator<Row> units) {
            Map<String, List<Row>> byDataset = new HashMap<>();
            for (int i = 0; i < Sections.PART && units.hasNext(); i++) {
                Row unit = units.next();
                byDataset
                        .computeIfAbsent(unit.getString(0), dataset -> new ArrayList<>())
                        .add(unit);
            }
            return byDataset.entrySet().stream().flatMap(entry -> {
                List<Sample> samples = ReferenceUnits.of(entry.getValue()).samples(layouts.get(entry.getKey()));
                return IntStream.range(0, samples.size())
                        .mapToObj(node -> Estimation.row(entry.getKey(), node, samples.get(node)));
            });
        }
    }

    /** All samples of a node to what they say of it. */
    private record Judging(Map<String, Layout> layouts) implements MapPartitionsFunction<Row, Row> {
        @Override
        public Iterator<Row> call(Iterator<Row> samples) {
            return Runs.of(samples, Runs.by("dataset", "node"))
                    .flatMap(this::judged)
                    .iterator();
        }

        private Stream<Row> judged(List<Row> run) {
            String dataset = run.get(0).getString(0);
            Layout layout = layouts.get(dataset);
            Node node = layout.nodes().get(run.get(0).getInt(1));
            Sample sample = Sample.joined(run.stream().map(Estimation::sample).toList());
            return of(layout, node, sample).stream().map(diagnostic -> row(dataset, diagnostic));
        }

        private static Row row(String dataset, Diagnostic diagnostic) {
            return RowFactory.create(
                    dataset,
                    diagnostic.node(),
                    diagnostic.other(),
                    diagnostic.statistic().name().toLowerCase(Locale.ROOT),
                    diagnostic.reason() == null ? diagnostic.value() : null,
                    diagnostic
                            .flag()
                            .map(flag -> flag.name().toLowerCase(Locale.ROOT))
                            .orElse(null),
                    diagnostic.reason() == null ? null : diagnostic.reason().name());
        }
    }
}
