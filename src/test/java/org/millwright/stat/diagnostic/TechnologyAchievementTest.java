package org.millwright.stat.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millwright.stat.Correlation;
import org.millwright.stat.weighting.Components;
import org.millwright.testing.ReferenceTable;

/**
 * The Technology Achievement Index of 23 countries, OECD/JRC Handbook (2008), section 4. Its tables are printed to one to three
 * decimals and follow from the printed raw data as closely as {@code verification.csv} says; the recomputed files have all
 * digits.
 */
class TechnologyAchievementTest {
    private static final double EXACT = 1e-9;

    private final ReferenceTable raw = ReferenceTable.read("worked/tai/tai_raw_23.csv");
    private final List<String> indicators =
            raw.columns().subList(1, raw.columns().size());
    private final double[][] correlations =
            Correlation.pairwise(indicators.stream().map(raw::column).toArray(double[][]::new));

    private static ReferenceTable table(String name) {
        return ReferenceTable.read("worked/tai/" + name + ".csv");
    }

    @Test
    void correlationsAreThoseOfTable6() {
        ReferenceTable expected = table("table06_correlation");
        for (int a = 0; a < correlations.length; a++) {
            for (int b = 0; b < correlations.length; b++) {
                assertThat(correlations[a][b])
                        .as(indicators.get(a) + " " + indicators.get(b))
                        .isCloseTo(expected.number(indicators.get(a), indicators.get(b)), within(0.0181));
            }
        }
    }

    @Test
    void eigenvaluesAndLoadingsAreThoseOfTables7And8() {
        Components components = new Components(correlations);
        double[] printed = table("table07_eigenvalues").column("eigenvalue");
        double[] recomputed = table("recomputed_eigenvalues").column("eigenvalue");
        double[][] loadings = components.loadings(8);
        ReferenceTable expected = table("recomputed_component_loadings");
        ReferenceTable table8 = table("table08_component_loadings");
        for (int pc = 0; pc < 8; pc++) {
            assertThat(components.eigenvalues()[pc]).isCloseTo(recomputed[pc], within(EXACT));
            assertThat(components.eigenvalues()[pc]).isCloseTo(printed[pc], within(0.0544));
            int component = pc;
            double[] own =
                    Arrays.stream(loadings).mapToDouble(row -> row[component]).toArray();
            sameUpToSign(own, expected.column(String.valueOf(pc + 1)), EXACT);
            sameUpToSign(own, table8.column("PC" + (pc + 1)), 0.0124);
        }
    }

    private static void sameUpToSign(double[] actual, double[] expected, double tolerance) {
        double product = 0;
        for (int i = 0; i < actual.length; i++) {
            product += actual[i] * expected[i];
        }
        double sign = Math.signum(product);
        assertThat(Arrays.stream(actual).map(x -> sign * x).toArray()).containsExactly(expected, within(tolerance));
    }

    @Test
    void alphaIsThatOfTheHandbook() {
        assertThat(new CronbachAlpha(correlations).alpha()).isCloseTo(0.70, within(0.0036));
    }

    @Test
    void alphaWithoutAnIndicatorIsThatOfTable11() {
        ReferenceTable expected = table("table11_cronbach_alpha_deleted");
        CronbachAlpha alpha = new CronbachAlpha(correlations);
        for (int j = 0; j < indicators.size(); j++) {
            String indicator = indicators.get(j);
            assertThat(alpha.alphaWithout(j))
                    .as(indicator)
                    .isCloseTo(expected.number(indicator, "alpha_if_deleted"), within(0.00145));
            assertThat(alpha.correlationWithOthers(j))
                    .as(indicator)
                    .isCloseTo(expected.number(indicator, "corr_with_total"), within(0.0056));
        }
    }
}
