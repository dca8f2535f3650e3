package org.millwright.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.millwright.contract.Composite;
import org.millwright.contract.Composite.Aggregation;
import org.millwright.contract.Composite.Node;
import org.millwright.contract.FormulaParser;
import org.millwright.contract.Indicator;
import org.millwright.contract.Industry;
import org.millwright.contract.IndustryScheme;
import org.millwright.stat.WeightedMean;
import org.millwright.testing.LocalSession;

/**
 * The Spark form of a composite against the array form, on seeded random data with gaps: z = 1 + 99 clip((x - 10)/80), turned
 * round for the second leaf; two pillars of two leaves with weights 1 and 3, arithmetic; their geometric mean at the top.
 */
class CompositeScoresTest {
    private static final StructType VALUES = StructType.fromDDL("dataset STRING, area STRING, industry STRING,"
            + " period STRING, indicator STRING, value DOUBLE, unit STRING, reason STRING");
    private static final List<String> LEAVES = List.of("a", "b", "c", "d");
    private static final double MINIMUM_COVERAGE = 2.0 / 3;
    private static final int UNITS = 60;

    private static Map<String, double[]> inputs;
    private static Map<String, Row> scores;
    private static List<Row> contributions;

    @BeforeAll
    static void computeOnce() {
        inputs = new HashMap<>();
        Random random = new Random(20);
        List<Row> rows = new ArrayList<>();
        for (int unit = 0; unit < UNITS; unit++) {
            double[] values = random.doubles(LEAVES.size(), 0, 100).toArray();
            for (int leaf = 0; leaf < values.length; leaf++) {
                values[leaf] = random.nextInt(5) == 0 ? Double.NaN : values[leaf];
                boolean missing = Double.isNaN(values[leaf]);
                rows.add(RowFactory.create(
                        "set",
                        "A" + unit % 10,
                        "industry" + unit / 10,
                        "2020",
                        LEAVES.get(leaf),
                        missing ? null : values[leaf],
                        "%",
                        missing ? "SUPPRESSED" : null));
            }
            inputs.put("A" + unit % 10 + "/industry" + unit / 10, values);
        }
        CompositeScores index = index();
        Dataset<Row> values = LocalSession.shared().createDataFrame(rows, VALUES);
        scores = scores(index, values);
        contributions = index.contributions(index.nodes(values)).collectAsList();
        Collections.shuffle(rows, random);
        assertThat(scores(
                        index,
                        LocalSession.shared().createDataFrame(rows, VALUES).repartition(7)))
                .as("shuffled rows on seven partitions")
                .isEqualTo(scores);
    }

    private static CompositeScores index() {
        Map<String, Indicator> indicators = new HashMap<>();
        for (String leaf : LEAVES) {
            indicators.put(
                    leaf,
                    new Indicator(
                            leaf,
                            "1",
                            leaf,
                            leaf,
                            FormulaParser.parse("1"),
                            "1",
                            "%",
                            leaf.equals("b") ? -1 : 1,
                            "p",
                            List.of(new Indicator.Goalpost("%", 10, 90, "test"))));
        }
        Node top = node(
                "top",
                1,
                Aggregation.GEOMETRIC,
                node(
                        "p",
                        2,
                        Aggregation.ARITHMETIC,
                        node("a", 1, Aggregation.ARITHMETIC),
                        node("b", 3, Aggregation.ARITHMETIC)),
                node(
                        "q",
                        1,
                        Aggregation.ARITHMETIC,
                        node("c", 1, Aggregation.ARITHMETIC),
                        node("d", 3, Aggregation.ARITHMETIC)));
        List<Industry> industries = new ArrayList<>(List.of(new Industry("manufacturing", "", 0, "", "")));
        for (int i = 0; i < UNITS / 10; i++) {
            industries.add(new Industry("industry" + i, "manufacturing", i, "", ""));
        }
        Composite composite = new Composite("test", "1", "", "", 1, 100, MINIMUM_COVERAGE, top);
        return new CompositeScores(composite, indicators, new IndustryScheme("scheme", industries));
    }

    private static Node node(String id, double weight, Aggregation aggregation, Node... children) {
        return new Node(id, "", "", weight, aggregation, List.of(children));
    }

    private static Map<String, Row> scores(CompositeScores index, Dataset<Row> values) {
        Map<String, Row> byUnitAndNode = new HashMap<>();
        index.scores(index.nodes(values))
                .select("area", "industry", "node", "score", "coverage", "reason", "rank")
                .collectAsList()
                .forEach(row ->
                        byUnitAndNode.put(row.getString(0) + "/" + row.getString(1) + "/" + row.getString(2), row));
        return byUnitAndNode;
    }

    private static double normalised(double value, int leaf) {
        double fraction = Math.min(1, Math.max(0, (value - 10) / 80));
        return Double.isNaN(value) ? Double.NaN : 1 + 99 * (leaf == 1 ? 1 - fraction : fraction);
    }

    /** The array form: the mean where the present weight is enough, else undefined. */
    private static double mean(WeightedMean mean, double[] values, double... weights) {
        double present = 0;
        double all = 0;
        for (int i = 0; i < values.length; i++) {
            all += weights[i];
            present += Double.isNaN(values[i]) ? 0 : weights[i];
        }
        return present / all >= MINIMUM_COVERAGE - 1e-12 && present > 0 ? mean.of(values, weights) : Double.NaN;
    }

    @Test
    void nodesAgreeWithTheArrayForm() {
        inputs.forEach((unit, values) -> {
            double[] z = new double[values.length];
            for (int leaf = 0; leaf < z.length; leaf++) {
                z[leaf] = normalised(values[leaf], leaf);
                assertScore(unit, LEAVES.get(leaf), z[leaf]);
            }
            double p = mean(WeightedMean.ARITHMETIC, new double[] {z[0], z[1]}, 1, 3);
            double q = mean(WeightedMean.ARITHMETIC, new double[] {z[2], z[3]}, 1, 3);
            assertScore(unit, "p", p);
            assertScore(unit, "q", q);
            assertScore(unit, "top", mean(WeightedMean.GEOMETRIC, new double[] {p, q}, 2, 1));
        });
    }

    private static void assertScore(String unit, String node, double expected) {
        Row row = scores.get(unit + "/" + node);
        if (Double.isNaN(expected)) {
            assertThat(row.isNullAt(3)).as(unit + "/" + node).isTrue();
            assertThat(row.getString(5)).isEqualTo(LEAVES.contains(node) ? "SUPPRESSED" : "COVERAGE");
        } else {
            assertThat(row.getDouble(3)).as(unit + "/" + node).isCloseTo(expected, within(1e-9));
            assertThat(row.isNullAt(5)).isTrue();
        }
    }

    @Test
    void contributionsAddUpToTheScoreOfTheirNode() {
        Map<String, Double> sums = new HashMap<>();
        contributions.forEach(row -> sums.merge(
                row.getAs("area") + "/" + row.getAs("industry") + "/" + row.getAs("node"),
                row.<Double>getAs("contribution"),
                Double::sum));
        assertThat(sums).hasSizeGreaterThan(UNITS);
        sums.forEach((node, sum) ->
                assertThat(sum).as(node).isCloseTo(scores.get(node).getDouble(3), within(1e-9)));
    }

    @Test
    void rankIsOnePlusTheNumberOfPeersThatScoreHigher() {
        scores.values().stream().filter(row -> !row.isNullAt(3)).forEach(row -> {
            long higher = scores.values().stream()
                    .filter(other -> !other.isNullAt(3))
                    .filter(other -> other.getString(0).equals(row.getString(0))
                            && other.getString(2).equals(row.getString(2)))
                    .filter(other -> other.getDouble(3) > row.getDouble(3))
                    .count();
            assertThat(row.getInt(6)).isEqualTo((int) higher + 1);
        });
    }
}
