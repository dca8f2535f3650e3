package org.millwright.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millwright.index.Diagnostic.Statistic;
import org.millwright.model.Reason;
import org.millwright.stat.diagnostic.Flag;

/** Small numbers by hand: a and b score 0, 25, 50 and 100, d scores 100 and 0. */
class DiagnosisTest {
    private static final double NA = Double.NaN;
    private static final String TREE = """
            id: small
            version: 1
            unit: unit
            screen: {minimum-coverage: 0}
            minimum-coverage: 0
            normalise: {method: min-max}
            tree:
              id: top
              children:
                - id: left
                  weight: 1
                  children:
                    - {indicator: a, weight: 1}
                    - {indicator: b, weight: 1, direction: -1}
                - id: right
                  weight: 1
                  children:
                    - {indicator: c, weight: 1}
                    - {indicator: d, weight: 1}
            """;
    private static final double[][] VALUES = {{1, 2, 3, 5, 99}, {1, 2, 3, 5, 99}, {0, 0, 0, NA, NA}, {NA, NA, 4, 0, 99}
    };

    /** Of 1, 2, 3, 5: m2 = 8.75/4, m3 = 5.625/4; sqrt(4 * 3)/2 * m3 / m2^1.5. */
    private static final double SKEWNESS = Math.sqrt(12) / 2 * (5.625 / 4) / Math.pow(8.75 / 4, 1.5);

    /** The last unit is an aggregate of the others: it is not looked at. */
    private static List<Diagnostic> diagnostics() {
        Layout layout = new Layout(RandomIndex.read(TREE));
        String[] peers = new String[5];
        Arrays.fill(peers, "");
        CrossSection section = new CrossSection(
                "",
                peers,
                new String[] {"p", "q", "r", "s", "all"},
                new boolean[] {true, true, true, true, false},
                VALUES,
                null,
                null,
                null);
        NodeScores scores = CompositeModel.estimate(layout, List.of(section)).score(section);
        return Diagnosis.of(layout, List.of(scores));
    }

    private static Diagnostic find(String node, String other, Statistic statistic) {
        List<Diagnostic> found = diagnostics().stream()
                .filter(row -> row.node().equals(node) && row.statistic() == statistic)
                .filter(row -> other == null ? row.other() == null : other.equals(row.other()))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static void is(Diagnostic actual, double value, Flag flag) {
        assertThat(actual.value()).isCloseTo(value, within(1e-12));
        assertThat(actual.flag()).isEqualTo(Optional.ofNullable(flag));
        assertThat(actual.reason()).isNull();
    }

    @Test
    void indicatorIsProfiledOnTheUnitsThatAreCompared() {
        is(find("a", null, Statistic.AVAILABILITY), 1, null);
        is(find("c", null, Statistic.AVAILABILITY), 0.75, null);
        is(find("d", null, Statistic.AVAILABILITY), 0.5, Flag.LOW_AVAILABILITY);
        is(find("c", null, Statistic.ZEROS_SHARE), 1, Flag.MANY_ZEROS);
        is(find("d", null, Statistic.ZEROS_SHARE), 0.5, null);
        is(find("c", null, Statistic.UNIQUE_SHARE), 1 / 3.0, Flag.FEW_UNIQUE);
        is(find("b", null, Statistic.SKEWNESS), SKEWNESS, null);
        is(find("a", null, Statistic.TREATED_POINTS), 0, null);
    }

    @Test
    void undefinedHasItsReason() {
        assertThat(find("c", null, Statistic.SKEWNESS).reason()).isEqualTo(Reason.CONSTANT);
        assertThat(find("d", null, Statistic.SKEWNESS).reason()).isEqualTo(Reason.MISSING);
        assertThat(find("c", "d", Statistic.CORRELATION_WITHIN).reason()).isEqualTo(Reason.MISSING);
        assertThat(find("right", null, Statistic.CRONBACH_ALPHA).reason()).isEqualTo(Reason.MISSING);
        assertThat(find("right", "1", Statistic.EIGENVALUE).reason()).isEqualTo(Reason.MISSING);
        assertThat(find("a", "left", Statistic.CORRELATION_WITHIN).reason()).isEqualTo(Reason.CONSTANT);
    }

    /** a and b are the same in opposite directions, so that their scores pull against each other and left is constant. */
    @Test
    void scoresAreCorrelatedInTheirDirection() {
        is(find("a", "b", Statistic.CORRELATION_WITHIN), -1, Flag.CONFLICTING);
        is(find("left", "1", Statistic.EIGENVALUE), 2, null);
        is(find("left", "2", Statistic.EIGENVALUE), 0, null);
        is(find("left", "1", Statistic.EXPLAINED_VARIANCE), 1, null);
        assertThat(find("left", null, Statistic.CRONBACH_ALPHA).reason()).isEqualTo(Reason.CONSTANT);
    }

    /** d has 4 and 0 where a has 3 and 5; right is d's score alone, left is constant. */
    @Test
    void indicatorIsCorrelatedWithOtherNodes() {
        is(find("d", "right", Statistic.CORRELATION_WITHIN), 1, Flag.REDUNDANT);
        is(find("a", "right", Statistic.CORRELATION_ACROSS), -1, Flag.CONFLICTING);
        assertThat(find("d", "left", Statistic.CORRELATION_ACROSS).reason()).isEqualTo(Reason.CONSTANT);
        assertThat(diagnostics().stream().filter(row -> "top".equals(row.other())))
                .allMatch(row -> row.statistic() == Statistic.CORRELATION_WITHIN);
    }
}
