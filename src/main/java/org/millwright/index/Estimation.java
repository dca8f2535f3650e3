package org.millwright.index;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.millwright.contract.Composite.Node;
import org.millwright.index.Parameters.Parameter;
import org.millwright.index.Parameters.Step;
import org.millwright.rows.Runs;

/**
 * Estimates the parameters of a composite for every dataset of a panel that may be larger than any one machine.
 *
 * <p>Each round sends the reference values of a node to one task, which estimates on them as the array form does. Every
 * method orders its values first, so that the digits do not depend on partitions.
 */
final class Estimation {
    static final StructType SAMPLE =
            StructType.fromDDL("dataset STRING, node INT, columns ARRAY<BINARY>, groups ARRAY<STRING>, of_unit BINARY");
    private static final StructType PARAMETER =
            StructType.fromDDL("dataset STRING, node STRING, step STRING, name STRING, value DOUBLE");
    static final Column[] NODE = {col("dataset"), col("node")};

    private final Map<String, Layout> layouts;

    /** @param layouts the composite as each dataset has it: the same tree, but goalposts in the dataset's units */
    Estimation(Map<String, Layout> layouts) {
        this.layouts = layouts;
    }

    /** The model of each dataset. */
    Map<String, CompositeModel> models(Dataset<Row> panel) {
        Map<String, Parameters> known = new TreeMap<>();
        layouts.forEach((dataset, layout) -> known.put(dataset, Parameters.declared(layout)));
        Layout any = layouts.values().iterator().next();
        if (!any.composite().window().eachPeriod()) {
            Dataset<Row> reference = inWindow(panel, any);
            for (int round = 0; round < Round.of(any).size(); round++) {
                if (Round.of(any).get(round).needsData()) {
                    estimate(reference, round, known);
                }
            }
        }
        return layouts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> new CompositeModel(entry.getValue(), known.get(entry.getKey()))));
    }

    static Dataset<Row> inWindow(Dataset<Row> panel, Layout layout) {
        String from = layout.composite().window().from();
        String to = layout.composite().window().to();
        Dataset<Row> since = from.isEmpty() ? panel : panel.filter(col("period").geq(from));
        return to.isEmpty()
                ? since
                : since.filter(col("period").leq(to).or(col("period").startsWith(to + "-")));
    }

    private void estimate(Dataset<Row> reference, int round, Map<String, Parameters> known) {
        boolean complete = Round.of(layouts.values().iterator().next()).get(round) instanceof Round.OfWeights;
        Map<String, List<Parameter>> estimated = new HashMap<>();
        Sections.of(reference, complete)
                .mapPartitions(new Sampling(layouts, round, Map.copyOf(known), complete), Encoders.row(SAMPLE))
                .repartition(NODE)
                .sortWithinPartitions(NODE)
                .mapPartitions(new Fitting(layouts, round), Encoders.row(PARAMETER))
                .collectAsList()
                .forEach(row -> estimated
                        .computeIfAbsent(row.getString(0), dataset -> new ArrayList<>())
                        .add(new Parameter(
                                row.getString(1), Step.valueOf(row.getString(2)), row.getString(3), row.getDouble(4))));
        estimated.forEach(
                (dataset, parameters) -> known.computeIfPresent(dataset, (name, before) -> before.with(parameters)));
    }

    /** Rows of a panel to samples of every node. */
    private record Sampling(Map<String, Layout> layouts, int round, Map<String, Parameters> known, boolean complete)
            implements MapPartitionsFunction<Row, Row> {
        @Override
        public Iterator<Row> call(Iterator<Row> rows) {
            return new Sections(layouts, rows, complete).flatMap((dataset, section) -> {
                List<Row> samples = new ArrayList<>();
                Round current = Round.of(layouts.get(dataset)).get(round);
                List<Sample> bySection = current.samples(section, known.get(dataset));
                for (int node = 0; node < bySection.size(); node++) {
                    samples.add(row(dataset, node, bySection.get(node)));
                }
                return samples.iterator();
            });
        }
    }

    /** All samples of a node to its parameters. */
    private record Fitting(Map<String, Layout> layouts, int round) implements MapPartitionsFunction<Row, Row> {
        @Override
        public Iterator<Row> call(Iterator<Row> rows) {
            List<Row> parameters = new ArrayList<>();
            Runs.of(rows, Runs.by("dataset", "node")).forEach(run -> {
                List<Sample> samples = run.stream().map(Estimation::sample).toList();
                String dataset = run.get(0).getString(0);
                Round current = Round.of(layouts.get(dataset)).get(round);
                Node node = current.nodes().get(run.get(0).getInt(1));
                current.estimate(node, Sample.joined(samples))
                        .forEach(parameter -> parameters.add(RowFactory.create(
                                dataset,
                                parameter.node(),
                                parameter.step().name(),
                                parameter.name(),
                                parameter.value())));
            });
            return parameters.iterator();
        }
    }

    static Row row(String dataset, int node, Sample sample) {
        byte[][] columns =
                Arrays.stream(sample.columns()).map(PackedDoubles::of).toArray(byte[][]::new);
        BitSet ofUnit = new BitSet();
        for (int i = 0; sample.ofUnit() != null && i < sample.rows(); i++) {
            ofUnit.set(i, sample.ofUnit()[i]);
        }
        return RowFactory.create(
                dataset, node, columns, sample.groups(), sample.ofUnit() == null ? null : ofUnit.toByteArray());
    }

    static Sample sample(Row row) {
        List<byte[]> columns = row.getList(2);
        double[][] values = columns.stream().map(PackedDoubles::read).toArray(double[][]::new);
        String[] groups = row.isNullAt(3) ? null : row.<String>getList(3).toArray(String[]::new);
        boolean[] ofUnit = row.isNullAt(4) ? null : new boolean[values[0].length];
        if (ofUnit != null) {
            BitSet set = BitSet.valueOf(row.<byte[]>getAs(4));
            for (int i = 0; i < ofUnit.length; i++) {
                ofUnit[i] = set.get(i);
            }
        }
        return new Sample(values, groups, ofUnit);
    }
}
