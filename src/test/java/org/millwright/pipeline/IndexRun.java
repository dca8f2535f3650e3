package org.millwright.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millwright.testing.LocalSession;
import org.millwright.testing.ReferenceTable;

/** What the job {@code index} wrote for a definition of {@code src/test/resources/composites}. */
record IndexRun(Path folder) {
    private static final double TOLERANCE = 1e-9;

    static IndexRun of(String definition, Path data, Path folder) {
        Path file = Path.of("src/test/resources/composites", definition + ".yaml");
        IndexRequest request = new IndexRequest(
                data,
                file,
                folder.resolve("scores.csv"),
                false,
                Optional.of(folder.resolve("stages")),
                Optional.empty());
        new IndexJob(request, LocalSession::shared).execute();
        return new IndexRun(folder);
    }

    /** Every cell of a stage is that of the reference, missing where it is missing; joined by unit and indicator. */
    void hasStage(String stage, ReferenceTable expected) {
        ReferenceTable actual = ReferenceTable.of(folder.resolve("stages/" + stage + ".csv"));
        List<String> indicators = actual.columns().subList(2, actual.columns().size());
        assertThat(actual.keys()).containsExactlyInAnyOrderElementsOf(expected.keys());
        assertThat(expected.columns()).containsAll(indicators);
        for (String unit : expected.keys()) {
            for (String indicator : indicators) {
                same(actual.number(unit, indicator), expected.number(unit, indicator), unit + " " + indicator);
            }
        }
    }

    /** The scores of all units at each node that the reference has a column for. */
    void hasScores(ReferenceTable expected, List<String> nodes) {
        for (String node : nodes) {
            Map<String, Double> scores = scores(node);
            assertThat(scores.keySet()).containsExactlyInAnyOrderElementsOf(expected.keys());
            expected.keys().forEach(unit -> same(scores.get(unit), expected.number(unit, node), unit + " " + node));
        }
    }

    /** A column of a node by unit, of data that know no periods. */
    Map<String, Double> column(String node, String column) {
        return column(node, column, "");
    }

    Map<String, Double> column(String node, String column, String period) {
        ReferenceTable table = ReferenceTable.of(folder.resolve("scores.csv"));
        String[] unit = table.texts("unit");
        String[] time = table.texts("period");
        String[] at = table.texts("node");
        double[] values = table.column(column);
        Map<String, Double> found = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            if (at[i].equals(node) && time[i].equals(period)) {
                assertThat(found.put(unit[i], values[i])).isNull();
            }
        }
        return found;
    }

    Map<String, Double> scores(String node) {
        return column(node, "score");
    }

    static void same(double actual, double expected, String what) {
        if (Double.isNaN(expected)) {
            assertThat(actual).as(what).isNaN();
        } else {
            assertThat(actual).as(what).isCloseTo(expected, within(TOLERANCE * Math.max(1, Math.abs(expected))));
        }
    }
}
