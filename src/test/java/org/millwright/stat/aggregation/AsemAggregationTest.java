package org.millwright.stat.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.millwright.stat.aggregation.Aggregation.OfUnit;
import org.millwright.testing.AsemTree;
import org.millwright.testing.ReferenceTable;

/** Means up the whole tree against COINr 1.1.14: every node of every country of its ASEM example. */
class AsemAggregationTest {
    static Arguments[] tables() {
        return new Arguments[] {
            Arguments.of("coinr/aggregate/amean.csv", Arithmetic.DEFAULT),
            Arguments.of("coinr/aggregate/gmean.csv", Geometric.DEFAULT),
            Arguments.of("coinr/aggregate/missing_a_amean.csv", Arithmetic.DEFAULT),
            Arguments.of("coinr/default/aggregated.csv", Arithmetic.DEFAULT),
            Arguments.of("coinr/aggregate/gmean.csv", new Power(1e-12)),
            Arguments.of("coinr/aggregate/amean.csv", new Power(1))
        };
    }

    @ParameterizedTest
    @MethodSource("tables")
    void nodesAreThoseOfCoinr(String path, OfUnit method) {
        ReferenceTable expected = ReferenceTable.read(path);
        AsemTree tree = AsemTree.read();
        assertThat(tree.nodes()).hasSize(8 + 2 + 1);
        assertThat(expected.size()).isEqualTo(51);
        for (String country : expected.keys()) {
            Map<String, Double> indicators = new HashMap<>();
            expected.columns().stream()
                    .skip(1)
                    .filter(column -> !tree.nodes().contains(column))
                    .forEach(column -> indicators.put(column, expected.number(country, column)));
            for (String node : tree.nodes()) {
                double score = expected.number(country, node);
                assertThat(tree.score(node, indicators, method, tree.weights()))
                        .as(country + " " + node)
                        .isCloseTo(score, within(1e-9 * Math.max(1, Math.abs(score))));
            }
        }
    }
}
