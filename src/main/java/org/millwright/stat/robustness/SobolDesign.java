package org.millwright.stat.robustness;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;

/**
 * Which share of the variance of an outcome each uncertain factor makes: first-order and total Sobol indices from a Monte
 * Carlo design of N (d + 2) replicates.
 *
 * <p>Two independent samples A and B of N rows and d factors are drawn; AB_i is A with factor i taken from B. The replicates
 * come in the order A, B, AB_1, ..., AB_d. S_i = mean(y_B (y_ABi - y_A)) / V and ST_i = sum (y_A - y_ABi)^2 / (2 N V), V the
 * variance (n - 1) of the outcomes of A and B together. The outcome of an uncertainty analysis is the mean absolute rank
 * shift, {@link Ranks#meanShift}.
 *
 * <p>Undefined (NaN) where the outcomes of A and B are all equal, or a replicate that the index needs has none. Being estimates, the
 * indices may be a little below 0 or above 1.
 *
 * <p>Reference: Saltelli et al. (2010), Variance based sensitivity analysis of model output, table 2 (b) and (f); {@code
 * SA_estimate} of COINr.
 *
 * @param rows N
 * @param factors d
 */
public record SobolDesign(int rows, int factors) {
    public SobolDesign {
        if (rows < 2 || factors < 1) {
            throw new IllegalArgumentException("a sensitivity analysis needs at least 2 rows and 1 factor");
        }
    }

    /** The share of a factor alone, and with all its interactions. */
    public record Indices(double first, double total) {}

    public int replicates() {
        return rows * (factors + 2);
    }

    /** The row of the sample that decides a factor of a replicate: 0 to N - 1 are A's, N to 2N - 1 are B's. */
    public int row(int replicate, int factor) {
        int block = replicate / rows;
        boolean fromB = block == 1 || block == factor + 2;
        return replicate % rows + (fromB ? rows : 0);
    }

    /**
     * The indices of each factor.
     *
     * @param outcomes y of every replicate, in their order
     */
    public Indices[] indices(double[] outcomes) {
        double variance = variance(Arrays.copyOf(outcomes, 2 * rows));
        Indices[] indices = new Indices[factors];
        for (int factor = 0; factor < factors; factor++) {
            double first = 0;
            double total = 0;
            for (int row = 0; row < rows; row++) {
                double change = outcomes[(factor + 2) * rows + row] - outcomes[row];
                first += outcomes[rows + row] * change;
                total += change * change;
            }
            indices[factor] = variance > 0
                    ? new Indices(first / rows / variance, total / (2 * rows * variance))
                    : new Indices(Double.NaN, Double.NaN);
        }
        return indices;
    }

    private static double variance(double[] outcomes) {
        DoubleSummaryStatistics summary = Arrays.stream(outcomes).summaryStatistics();
        if (summary.getMin() == summary.getMax()) {
            return 0;
        }
        double mean = summary.getAverage();
        return Arrays.stream(outcomes).map(y -> (y - mean) * (y - mean)).sum() / (outcomes.length - 1);
    }
}
