package org.millwright.stat;

import java.util.Arrays;

/**
 * Pearson's correlation: r = sum (x - mean x)(y - mean y) / sqrt(sum (x - mean x)^2 sum (y - mean y)^2), from -1 to 1.
 *
 * <p>Undefined (NaN) where one of the columns is constant or has fewer than two rows. The order of the rows changes no digit.
 *
 * <p>Reference: {@code cor} of R, with {@code use = "complete.obs"} or {@code "pairwise.complete.obs"}.
 */
public final class Correlation {
    private Correlation() {}

    /** Of the rows in which neither is missing. */
    public static double of(double[] x, double[] y) {
        double[][] columns = CanonicalRows.ofColumns(new double[][] {x, y});
        return product(standardised(columns[0]), standardised(columns[1]));
    }

    /** Between all columns {@code columns[c][i]}, on the rows that miss nothing. */
    public static double[][] matrix(double[][] columns) {
        return ofCanonical(CanonicalRows.ofColumns(columns));
    }

    /** Between all columns, each pair on the rows that both have; the matrix need not be positive definite. */
    public static double[][] pairwise(double[][] columns) {
        double[][] matrix = new double[columns.length][columns.length];
        for (int a = 0; a < columns.length; a++) {
            for (int b = a; b < columns.length; b++) {
                matrix[a][b] = of(columns[a], columns[b]);
                matrix[b][a] = matrix[a][b];
            }
        }
        return matrix;
    }

    /** Between columns whose rows are {@link CanonicalRows} already. */
    public static double[][] ofCanonical(double[][] columns) {
        double[][] standardised =
                Arrays.stream(columns).map(Correlation::standardised).toArray(double[][]::new);
        double[][] matrix = new double[columns.length][columns.length];
        for (int a = 0; a < columns.length; a++) {
            for (int b = a; b < columns.length; b++) {
                matrix[a][b] = a == b ? one(standardised[a]) : product(standardised[a], standardised[b]);
                matrix[b][a] = matrix[a][b];
            }
        }
        return matrix;
    }

    /** Deviations from the mean, scaled to a sum of squares of 1; NaN where there are none. */
    private static double[] standardised(double[] column) {
        Moments moments = Moments.of(column);
        double scale = moments.sumOfSquares() > 0 ? Math.sqrt(moments.sumOfSquares()) : Double.NaN;
        return Arrays.stream(column).map(x -> (x - moments.mean()) / scale).toArray();
    }

    private static double product(double[] x, double[] y) {
        if (x.length == 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return Math.max(-1, Math.min(1, sum));
    }

    private static double one(double[] standardised) {
        return standardised.length == 0 || Double.isNaN(standardised[0]) ? Double.NaN : 1;
    }
}
