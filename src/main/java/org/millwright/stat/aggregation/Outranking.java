package org.millwright.stat.aggregation;

import java.util.Arrays;

/**
 * The outranking matrix of units: the share of the weight on which one unit is better than another.
 *
 * <p>e_jk = sum w [x_j > x_k] + 1/2 sum w [x_j = x_k], over the children that both units have and with their weights
 * scaled to sum to 1, so that e_jk + e_kj = 1. Undefined (NaN) for two units without a child in common.
 *
 * <p>Reference: OECD/JRC Handbook (2008), section 6, table 36; Munda and Nardo (2005).
 */
public final class Outranking {
    /** Differences of weight that rounding may leave where the weight for and against is the same. */
    private static final double ROUNDING = 1e-12;

    private final double[][] units;
    private final double[] weights;
    private final double even;

    /** @param units {@code units[i][c]} of unit i and child c; NaN where missing */
    public Outranking(double[][] units, double[] weights) {
        this.units = units;
        this.weights = weights;
        even = ROUNDING * Arrays.stream(weights).sum();
    }

    /** The matrix, with 0 on the diagonal; it grows with the square of the units. */
    public double[][] matrix() {
        double[][] matrix = new double[units.length][units.length];
        for (int j = 0; j < units.length; j++) {
            for (int k = 0; k < units.length; k++) {
                matrix[j][k] = j == k ? 0 : share(j, k);
            }
        }
        return matrix;
    }

    private double share(int j, int k) {
        double common = 0;
        for (int c = 0; c < weights.length; c++) {
            common += Double.isNaN(units[j][c] - units[k][c]) ? 0 : weights[c];
        }
        return (1 + lead(units[j], units[k]) / common) / 2;
    }

    /** Whether unit j has a child that counts. */
    boolean compares(int j) {
        for (int c = 0; c < weights.length; c++) {
            if (weights[c] > 0 && !Double.isNaN(units[j][c])) {
                return true;
            }
        }
        return false;
    }

    /** +1 where unit j outranks unit k (e_jk above one half), -1 where k outranks j, 0 where neither does. */
    int sign(int j, int k) {
        return sign(lead(units[j], units[k]));
    }

    /** The sign of a weight for less a weight against. */
    int sign(double lead) {
        return lead > even ? 1 : lead < -even ? -1 : 0;
    }

    /** The weight on which one unit is better less the weight on which it is worse. */
    private double lead(double[] one, double[] other) {
        double lead = 0;
        for (int c = 0; c < weights.length; c++) {
            lead += one[c] > other[c] ? weights[c] : one[c] < other[c] ? -weights[c] : 0;
        }
        return lead;
    }
}
