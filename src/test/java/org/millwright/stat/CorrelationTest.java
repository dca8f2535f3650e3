package org.millwright.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.millwright.testing.ReferenceTable;

class CorrelationTest {
    private static final double NAN = Double.NaN;

    /** Deviations -1, 0, 1 and -1, 1, 0: r = (1 + 0 + 0) / sqrt(2 * 2) = 1/2. */
    @Test
    void handComputedCorrelation() {
        assertThat(Correlation.of(new double[] {1, 2, 3}, new double[] {4, 6, 5}))
                .isCloseTo(0.5, within(1e-15));
    }

    /** The Handbook prints two decimals; the raw data it prints miss the correlations by up to 0.018 (verification.csv). */
    @Test
    void correlationsOfTheHandbook() {
        ReferenceTable raw = ReferenceTable.read("worked/tai/tai_raw_23.csv");
        ReferenceTable printed = ReferenceTable.read("worked/tai/table06_correlation.csv");
        List<String> indicators = raw.columns().subList(1, 9);
        double[][] matrix =
                Correlation.matrix(indicators.stream().map(raw::column).toArray(double[][]::new));
        for (int a = 0; a < 8; a++) {
            for (int b = 0; b <= a; b++) {
                assertThat(matrix[a][b])
                        .as(indicators.get(a) + " " + indicators.get(b))
                        .isCloseTo(printed.number(indicators.get(a), indicators.get(b)), within(0.0181));
            }
        }
    }

    @Test
    void constantColumnOrFewerThanTwoRowsHaveNone() {
        assertThat(Correlation.of(new double[] {1, 1, 1}, new double[] {1, 2, 3}))
                .isNaN();
        assertThat(Correlation.of(new double[] {1, NAN}, new double[] {1, 2})).isNaN();
        assertThat(Correlation.of(new double[] {NAN, 1}, new double[] {1, NAN})).isNaN();
        assertThat(Correlation.matrix(new double[][] {{2, 2}, {1, 3}})[0][0]).isNaN();
    }

    @Test
    void matrixUsesRowsThatMissNothingAndPairsTheirOwn() {
        double[][] columns = {{1, 2, 3, 10}, {4, 6, 5, -7}, {1, 5, 2, NAN}};
        assertThat(Correlation.matrix(columns)[0][1]).isCloseTo(0.5, within(1e-15));
        assertThat(Correlation.pairwise(columns)[0][1]).isEqualTo(Correlation.of(columns[0], columns[1]));
        assertThat(Correlation.pairwise(columns)[0][1]).isNegative();
    }

    @Test
    void orderOfRowsChangesNoBit() {
        Random random = new Random(3);
        double[][] columns = IntStream.range(0, 5)
                .mapToObj(c -> random.doubles(200).toArray())
                .toArray(double[][]::new);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 200).boxed().toList());
        Collections.shuffle(order, random);
        double[][] shuffled = Arrays.stream(columns)
                .map(column -> order.stream().mapToDouble(i -> column[i]).toArray())
                .toArray(double[][]::new);
        assertThat(Correlation.matrix(shuffled)).isDeepEqualTo(Correlation.matrix(columns));
        assertThat(Correlation.pairwise(shuffled)).isDeepEqualTo(Correlation.pairwise(columns));
    }
}
