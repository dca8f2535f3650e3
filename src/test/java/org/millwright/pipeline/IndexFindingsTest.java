package org.millwright.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.testing.ReferenceTable;

/** What the job {@code index} writes beside the steps, against COINr 1.1.14 on its ASEM example. */
class IndexFindingsTest {
    @TempDir
    private Path folder;

    private ReferenceTable file(String definition, String data, String name) {
        IndexRun run = IndexRun.of(definition, ReferenceTable.file("coinr/inputs/" + data), folder);
        return ReferenceTable.of(run.folder().resolve("stages/" + name));
    }

    /** A statistic of every node that has it, by node and the other. */
    private static Map<String, Double> statistic(ReferenceTable diagnostics, String statistic) {
        String[] nodes = diagnostics.texts("node");
        String[] others = diagnostics.texts("other");
        String[] statistics = diagnostics.texts("statistic");
        double[] values = diagnostics.column("value");
        Map<String, Double> found = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            if (statistics[i].equals(statistic)) {
                found.put((nodes[i] + " " + others[i]).strip(), values[i]);
            }
        }
        return found;
    }

    @Test
    void shapesAndTreatedPointsAreThoseOfCoinr() {
        ReferenceTable diagnostics = file("asem-default", "iData.csv", "diagnostics.csv");
        ReferenceTable details = ReferenceTable.read("coinr/default/treat_details.csv");
        Map<String, Double> skewness = statistic(diagnostics, "skewness_treated");
        Map<String, Double> kurtosis = statistic(diagnostics, "kurtosis_treated");
        Map<String, Double> touched = statistic(diagnostics, "treated_points");
        assertThat(skewness.keySet()).isEqualTo(new TreeSet<>(details.keys()));
        for (String indicator : details.keys()) {
            String last = details.text(indicator, "check_SkewKurt1.Skew").equals("NA") ? "0" : "1";
            IndexRun.same(
                    skewness.get(indicator), details.number(indicator, "check_SkewKurt" + last + ".Skew"), indicator);
            IndexRun.same(
                    kurtosis.get(indicator), details.number(indicator, "check_SkewKurt" + last + ".Kurt"), indicator);
            double winsorised = details.number(indicator, "winsorise.nwin");
            assertThat(touched.get(indicator)).as(indicator).isEqualTo(Double.isNaN(winsorised) ? 0 : winsorised);
        }
    }

    @Test
    void treatedCellsAreThoseOfCoinr() {
        ReferenceTable points = file("asem-default", "iData.csv", "treated_points.csv");
        ReferenceTable expected = ReferenceTable.read("coinr/default/treated_points.csv");
        Set<String> cells = new TreeSet<>();
        for (String indicator : expected.columns().subList(1, expected.columns().size())) {
            for (String unit : expected.keys()) {
                if (!expected.text(unit, indicator).isEmpty()) {
                    cells.add(unit + " " + indicator);
                }
            }
        }
        Set<String> treated = new TreeSet<>();
        String[] units = points.texts("unit");
        String[] indicators = points.texts("indicator");
        for (int i = 0; i < units.length; i++) {
            treated.add(units[i] + " " + indicators[i]);
        }
        assertThat(cells).isNotEmpty();
        assertThat(treated).isEqualTo(cells);
        assertThat(points.size()).isEqualTo(cells.size());
    }

    /** COINr's principal components of each pillar's normalised indicators. */
    @Test
    void eigenvaluesOfPillarsAreThoseOfCoinr() {
        ReferenceTable diagnostics = file("asem-default", "iData.csv", "diagnostics.csv");
        ReferenceTable expected = ReferenceTable.read("coinr/weights/pca_eigenvalues_level1.csv");
        Map<String, Double> eigenvalues = statistic(diagnostics, "eigenvalue");
        Map<String, Double> shares = statistic(diagnostics, "explained_variance");
        String[] pillars = expected.texts("group");
        String[] components = expected.texts("pc");
        double[] eigenvalue = expected.column("eigenvalue");
        double[] share = expected.column("frac");
        for (int i = 0; i < pillars.length; i++) {
            String key = pillars[i] + " " + components[i];
            IndexRun.same(eigenvalues.get(key), eigenvalue[i], key);
            IndexRun.same(shares.get(key), share[i], key);
        }
        assertThat(pillars).hasSize(49);
    }

    @Test
    void partsOfEveryChangeSumToTheChangeOfTheScore() {
        ReferenceTable changes = file("asem-panel", "iData_panel.csv", "changes.csv");
        Map<String, Double> scores = topScores();
        String[] units = changes.texts("unit");
        String[] periods = changes.texts("period");
        String[] bases = changes.texts("base_period");
        String[] effects = changes.texts("effect");
        double[] values = changes.column("value");
        Map<String, Double> sums = new TreeMap<>();
        Map<String, Double> totals = new TreeMap<>();
        for (int i = 0; i < units.length; i++) {
            String key = units[i] + " " + periods[i];
            if (effects[i].equals("total")) {
                totals.put(key, values[i]);
                double change = scores.get(key) - scores.get(units[i] + " " + bases[i]);
                assertThat(values[i]).as(key).isCloseTo(change, within(1e-12));
            } else if (!Double.isNaN(values[i])) {
                sums.merge(key, values[i], Double::sum);
            }
        }
        assertThat(totals).hasSize(4 * 51);
        assertThat(Arrays.stream(effects).filter("value"::equals)).hasSize(4 * 51 * 49);
        totals.forEach((key, total) ->
                assertThat(sums.get(key)).as(key).isCloseTo(total, within(1e-9 * Math.max(1, Math.abs(total)))));
    }

    private Map<String, Double> topScores() {
        ReferenceTable table = ReferenceTable.of(folder.resolve("scores.csv"));
        List<String> units = List.of(table.texts("unit"));
        String[] periods = table.texts("period");
        String[] nodes = table.texts("node");
        double[] scores = table.column("score");
        Map<String, Double> top = new TreeMap<>();
        for (int i = 0; i < scores.length; i++) {
            if (nodes[i].equals("Index")) {
                top.put(units.get(i) + " " + periods[i], scores[i]);
            }
        }
        return top;
    }
}
