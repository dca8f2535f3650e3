package org.millwright.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.millwright.contract.Composite;
import org.millwright.error.MillwrightException;
import org.millwright.index.Factor.Kind;
import org.millwright.stat.robustness.UnitRobustness;
import org.millwright.testing.LocalSession;
import org.millwright.testing.ReplicateScores;

/** Replicates spread over tasks against the array form, and against the table of {@link Tiny}. */
class CompositeRobustnessTest {
    private static final SparkSession SESSION = LocalSession.shared();
    private static final String TINY =
            "{replicates: 40, sensitivity: 20, vary: {aggregate: [arithmetic, geometric], leave-one-out: true}}";

    /** The tables of one analysis as text, row by row in a fixed order. */
    private static Map<String, List<String>> tables(Composite composite, CrossSection section, int slices) {
        Dataset<Row> panel = panel(composite.id(), section);
        CompositeScores index = CompositeScores.estimate(Map.of(composite.id(), composite), panel);
        PanelShare share = PanelShare.of(index.models(), index.units(panel));
        CompositeRobustness robustness = new CompositeRobustness(index, panel, share, slices);
        Map<String, List<String>> tables = new TreeMap<>();
        tables.put("units", sorted(robustness.units()));
        tables.put("sensitivity", sorted(robustness.sensitivity()));
        tables.put("replicates", sorted(robustness.replicates()));
        tables.put("choices", sorted(robustness.choices(SESSION)));
        robustness.unpersist();
        return tables;
    }

    private static List<String> sorted(Dataset<Row> rows) {
        return rows.toJSON().collectAsList().stream().sorted().toList();
    }

    private static Dataset<Row> panel(String dataset, CrossSection section) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < section.size(); i++) {
            int row = i;
            rows.add(RowFactory.create(
                    dataset,
                    section.period(),
                    section.peers()[i],
                    section.unit()[i],
                    true,
                    Arrays.stream(section.values())
                            .map(column -> Double.isNaN(column[row]) ? null : column[row])
                            .toArray(Double[]::new),
                    null,
                    Arrays.stream(section.labels()).map(label -> label[row]).toArray(String[]::new),
                    null));
        }
        return SESSION.createDataFrame(rows, SectionBuilder.PANEL);
    }

    @Test
    void tablesAreTheSameInAnyNumberOfSlices() {
        Composite composite = Asem.composite(30, 4);
        CrossSection section = Asem.section(new Layout(composite));
        Map<String, List<String>> one = tables(composite, section, 1);
        assertThat(one.get("units")).hasSize(51);
        assertThat(one.get("replicates")).hasSize(51 * 30);
        // Two indices of 8 factors; two shifts without each of 49 indicators, 8 pillars and 2 sub-indices.
        assertThat(one.get("sensitivity")).hasSize(2 * 8 + 2 * (49 + 8 + 2));
        assertThat(tables(composite, section, 3)).isEqualTo(one);
        assertThat(tables(composite, section, 7)).isEqualTo(one);
    }

    @Test
    void leavingOutShiftsRanksAsTheTableSays() {
        Composite composite = Tiny.layout(TINY).composite();
        Dataset<Row> panel = panel("tiny", Tiny.section());
        CompositeScores index = CompositeScores.estimate(Map.of("tiny", composite), panel);
        CompositeRobustness robustness = CompositeRobustness.of(index, panel, index.units(panel));
        Map<String, Double> shifts = new HashMap<>();
        robustness
                .sensitivity()
                .filter("analysis = 'leave_one_out'")
                .collectAsList()
                .forEach(row ->
                        shifts.put(row.<String>getAs("factor") + " " + row.getAs("statistic"), row.getAs("value")));
        // Without a: A falls from 1 to 3, B and C rise by one. Without b: all stay.
        assertThat(shifts)
                .isEqualTo(Map.of(
                        "a mean_rank_shift", 4.0 / 3,
                        "a max_rank_shift", 2.0,
                        "b mean_rank_shift", 0.0,
                        "b max_rank_shift", 0.0));
        robustness.unpersist();
    }

    @Test
    void spreadOfEveryUnitIsThatOfTheArrayForm() {
        Layout layout = Tiny.layout(TINY);
        double[][] replicates = new double[40][];
        Trials trials = new Trials(layout, Parameters.NONE);
        Replicates kernel = new Replicates(layout, List.of(Tiny.section()), period -> true);
        Arrays.setAll(replicates, r -> kernel.nodes(trials.choices(r)).get(0).topScores());
        UnitRobustness[] expected = new ReplicateScores(new double[] {68, 64, 50}, replicates).units();
        Dataset<Row> panel = panel("tiny", Tiny.section());
        CompositeScores index = CompositeScores.estimate(Map.of("tiny", layout.composite()), panel);
        CompositeRobustness robustness = CompositeRobustness.of(index, panel, index.units(panel));
        List<Row> rows = robustness.units().orderBy("unit").collectAsList();
        robustness.unpersist();
        for (int i = 0; i < 3; i++) {
            Row row = rows.get(i);
            assertThat(row.<Integer>getAs("nominal_rank")).isEqualTo(i + 1);
            assertThat(row.<Double>getAs("same_rank")).isEqualTo(expected[i].sameRank());
            assertThat(row.<Double>getAs("score_mean"))
                    .isEqualTo(expected[i].score().mean());
            assertThat(row.<Double>getAs("score_q05"))
                    .isEqualTo(expected[i].score().q05());
            assertThat(row.<Double>getAs("rank_q95"))
                    .isEqualTo(expected[i].rank().q95());
            assertThat(row.<Integer>getAs("scored")).isEqualTo(40);
        }
    }

    @Test
    void scoresCanBeComputedAgainFromTheTableOfChoices() {
        Composite composite = Asem.composite(12, 0);
        Layout layout = new Layout(composite);
        CrossSection section = Asem.section(layout);
        Dataset<Row> panel = panel("asem", section);
        CompositeScores index = CompositeScores.estimate(Map.of("asem", composite), panel);
        CompositeRobustness robustness = CompositeRobustness.of(index, panel, index.units(panel));
        List<Row> choices =
                robustness.choices(SESSION).filter("analysis = 'uncertainty'").collectAsList();
        List<Row> scores = robustness.replicates().orderBy("replicate", "unit").collectAsList();
        robustness.unpersist();
        Replicates kernel = new Replicates(layout, List.of(section), period -> true);
        List<String> units = List.of(section.unit());
        for (Row row : scores) {
            int replicate = row.getAs("replicate");
            double again = kernel.nodes(replayed(choices, replicate))
                    .get(0)
                    .topScores()[units.indexOf(row.<String>getAs("unit"))];
            assertThat(row.<Double>getAs("score")).as("replicate " + replicate).isCloseTo(again, within(1e-12));
        }
    }

    private static Choices replayed(List<Row> table, int replicate) {
        Map<Kind, Integer> alternatives = new HashMap<>();
        Map<String, Double> weights = new HashMap<>();
        String leftOut = "";
        for (Row row : table) {
            if (row.<Integer>getAs("replicate") == replicate) {
                Kind kind = Kind.valueOf(row.<String>getAs("factor").toUpperCase(Locale.ROOT));
                if (kind == Kind.WEIGHTS) {
                    weights.put(row.getAs("node"), row.getAs("weight"));
                } else if (kind == Kind.LEAVE_ONE_OUT) {
                    leftOut = row.getAs("node");
                } else {
                    alternatives.put(kind, row.<Integer>getAs("alternative") - 1);
                }
            }
        }
        return new Choices(alternatives, leftOut, weights);
    }

    @Test
    void aPanelThatNoTaskShouldHoldIsRefused() {
        Layout layout = Tiny.layout(TINY);
        Map<String, CompositeModel> models = Map.of("tiny", new CompositeModel(layout, Parameters.NONE));
        // Two columns and two normalised indicators under one combination: 4 numbers for each row.
        long most = PanelShare.LIMIT / 4;
        new PanelShare(models, Map.of("tiny", new TreeMap<>(Map.of("2020", most)))).requireThatItFits();
        assertThatThrownBy(() -> new PanelShare(models, Map.of("tiny", new TreeMap<>(Map.of("2020", most + 1))))
                        .requireThatItFits())
                .isInstanceOfSatisfying(
                        MillwrightException.class,
                        refused -> assertThat(refused.exitCode()).isEqualTo(78))
                .hasMessageContaining("tiny.yaml")
                .hasMessageContaining("6,250,001 rows");
    }

    @Test
    void onlyTheLatestPeriodIsNeededUnlessAllAreAnalysedOrSomethingIsEstimated() {
        assertThat(needed(TINY)).containsExactly("2020");
        assertThat(needed(TINY.replace("vary", "periods: all, vary"))).containsExactly("2019", "2020");
        assertThat(needed("{vary: {normalise: [min-max]}}")).containsExactly("2019", "2020");
        assertThat(needed("{vary: {impute: [carry-forward]}}")).containsExactly("2019", "2020");
    }

    private static Set<String> needed(String robustness) {
        CompositeModel model = new CompositeModel(Tiny.layout(robustness), Parameters.NONE);
        TreeMap<String, Long> periods = new TreeMap<>(Map.of("2019", 3L, "2020", 3L));
        return new PanelShare(Map.of("tiny", model), Map.of("tiny", periods)).neededPeriods("tiny");
    }
}
