package org.millwright.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.millwright.contract.Composite;
import org.millwright.index.Parameters.Parameter;
import org.millwright.testing.LocalSession;

/** The Spark form gives the digits of the array form, however rows and partitions come. */
class CompositeScoresTest {
    private final RandomPanel panel = new RandomPanel(11);

    static Stream<String> variants() {
        return Variants.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void anyPartitionsGiveTheDigitsOfTheArrayForm(String variant) {
        Composite composite = Variants.all().get(variant);
        Layout layout = new Layout(composite);
        List<CrossSection> sections = new AlongTime(layout).carry(panel.sections(layout));
        CompositeModel model = CompositeModel.estimate(layout, sections);
        Map<String, List<Double>> expected = arrayForm(model, sections);
        for (int partitions : new int[] {1, 7}) {
            Dataset<Row> rows = panel.rows("one", layout, partitions, new Random(partitions));
            CompositeScores scores = CompositeScores.estimate(Map.of("one", composite), rows);
            assertThat(sparkForm(scores.units(rows), "one")).isEqualTo(expected);
            assertThat(parameters(scores)).isEqualTo(parameters(model));
        }
    }

    @Test
    void datasetsAreEstimatedAndScoredEachByItself() {
        Composite composite = Variants.all().get("by group");
        Layout layout = new Layout(composite);
        RandomPanel other = new RandomPanel(12);
        Map<String, Composite> both = Map.of("one", composite, "two", composite);
        Dataset<Row> rows =
                panel.rows("one", layout, 3, new Random(1)).union(other.rows("two", layout, 2, new Random(2)));
        Dataset<Row> units = CompositeScores.estimate(both, rows).units(rows);
        assertThat(sparkForm(units, "one"))
                .isEqualTo(arrayForm(CompositeModel.estimate(layout, panel.sections(layout)), panel.sections(layout)));
        assertThat(sparkForm(units, "two"))
                .isEqualTo(arrayForm(CompositeModel.estimate(layout, other.sections(layout)), other.sections(layout)));
    }

    /** By period and unit: scores, coverage and contributions; null where undefined. */
    private static Map<String, List<Double>> arrayForm(CompositeModel model, List<CrossSection> sections) {
        Map<String, List<Double>> all = new HashMap<>();
        Layout layout = model.layout();
        for (CrossSection section : sections) {
            NodeScores scores = model.score(section);
            List<double[][]> parts = layout.inner().map(scores::contributions).toList();
            for (int i = 0; i < section.size(); i++) {
                int row = i;
                Stream<Double> nodes = IntStream.range(0, layout.nodes().size())
                        .boxed()
                        .flatMap(node -> Stream.of(scores.score(node, row), scores.coverage(node, row)));
                Stream<Double> links = parts.stream()
                        .flatMap(
                                ofNode -> IntStream.range(0, ofNode[row].length).mapToObj(c -> ofNode[row][c]));
                all.put(
                        section.period() + " " + section.unit()[i],
                        Stream.concat(nodes, links)
                                .map(value -> value.isNaN() ? null : value)
                                .collect(Collectors.toList()));
            }
        }
        return all;
    }

    private static Map<String, List<Double>> sparkForm(Dataset<Row> units, String dataset) {
        Map<String, List<Double>> all = new HashMap<>();
        units.filter("dataset = '" + dataset + "'").collectAsList().forEach(row -> {
            List<Double> score = row.getList(row.fieldIndex("score"));
            List<Double> coverage = row.getList(row.fieldIndex("coverage"));
            List<Double> contribution = row.getList(row.fieldIndex("contribution"));
            Stream<Double> nodes = IntStream.range(0, score.size())
                    .boxed()
                    .flatMap(node -> Stream.of(score.get(node), coverage.get(node)));
            String unit = row.getAs("period") + " " + row.getAs("unit");
            assertThat(all.put(unit, Stream.concat(nodes, contribution.stream()).collect(Collectors.toList())))
                    .isNull();
        });
        return all;
    }

    private static Map<String, Double> parameters(CompositeModel model) {
        Map<String, Double> all = new TreeMap<>();
        for (Parameter parameter : model.published()) {
            all.put(
                    parameter.node() + " " + parameter.step().name().toLowerCase(Locale.ROOT) + " " + parameter.name(),
                    parameter.value());
        }
        return all;
    }

    private static Map<String, Double> parameters(CompositeScores scores) {
        Map<String, Double> all = new TreeMap<>();
        scores.parameters(LocalSession.shared())
                .collectAsList()
                .forEach(row -> all.put(
                        row.getAs("node") + " " + row.getAs("step") + " " + row.getAs("parameter"),
                        row.getAs("value")));
        return all;
    }
}
