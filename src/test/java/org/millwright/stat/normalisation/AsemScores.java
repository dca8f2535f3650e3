package org.millwright.stat.normalisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.millwright.testing.ReferenceTable;

/** What COINr 1.1.14 made of the treated ASEM data: 51 countries, 49 indicators, of both directions. */
final class AsemScores {
    private final ReferenceTable treated = ReferenceTable.read("coinr/default/treated.csv");
    private final Map<String, Integer> directions = directions();
    private final ReferenceTable expected;

    private AsemScores(ReferenceTable expected) {
        this.expected = expected;
    }

    /** One column of it, and the sense in which it is good. */
    record Column(String indicator, int direction, double[] values) {

        double min() {
            return Arrays.stream(values).min().getAsDouble();
        }

        double max() {
            return Arrays.stream(values).max().getAsDouble();
        }

        double best() {
            return direction > 0 ? max() : min();
        }
    }

    /** How the scores of one column are computed. */
    @FunctionalInterface
    interface Scoring {
        double[] scores(Column column);
    }

    private static Map<String, Integer> directions() {
        ReferenceTable metadata = ReferenceTable.read("coinr/inputs/iMeta.csv");
        String[] codes = metadata.texts("iCode");
        String[] types = metadata.texts("Type");
        double[] directions = metadata.column("Direction");
        Map<String, Integer> ofIndicators = new TreeMap<>();
        for (int i = 0; i < codes.length; i++) {
            if (types[i].equals("Indicator")) {
                ofIndicators.put(codes[i], (int) directions[i]);
            }
        }
        return ofIndicators;
    }

    static void assertReproduced(String file, Scoring scoring) {
        AsemScores scores = new AsemScores(ReferenceTable.read(file));
        assertThat(scores.directions).hasSize(49).containsValues(1, -1);
        scores.directions.keySet().forEach(indicator -> scores.assertColumn(indicator, scoring));
    }

    private void assertColumn(String indicator, Scoring scoring) {
        int direction = directions.get(indicator);
        List<String> countries = treated.keys();
        double[] scores = scoring.scores(new Column(indicator, direction, treated.column(indicator)));
        for (int i = 0; i < countries.size(); i++) {
            double score = expected.number(countries.get(i), indicator);
            assertThat(scores[i])
                    .as("%s of %s", indicator, countries.get(i))
                    .isCloseTo(score, within(1e-9 * Math.max(1, Math.abs(score))));
        }
    }
}
