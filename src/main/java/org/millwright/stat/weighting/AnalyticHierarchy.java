package org.millwright.stat.weighting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;

/**
 * The analytic hierarchy process: weights from pairwise comparisons of the children.
 *
 * <p>a_jk says how many times as important child j is as child k (1 to 9 by Saaty's scale), a_kj = 1/a_jk. The weights are the
 * eigenvector of the largest eigenvalue lambda, scaled to sum to 1. The consistency ratio is ((lambda - n)/(n - 1)) / RI(n), with RI
 * the mean of (lambda - n)/(n - 1) over random comparisons; it is 0 for comparisons that agree with each other. A larger ratio than the maximum is refused.
 *
 * <p>Reference: Saaty (1980), The Analytic Hierarchy Process, McGraw-Hill; the random indices are those of its table; OECD/JRC
 * Handbook (2008), section 6.
 *
 * @param comparisons the matrix by rows, in the order of the node's children
 * @param maximumRatio the ratio from which comparisons are refused
 */
public record AnalyticHierarchy(List<List<Double>> comparisons, double maximumRatio) implements Weighting.Common {
    private static final double[] RANDOM_INDEX = {
        0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59
    };
    private static final double ROUNDING = 1e-6;

    /** The comparison of a lone child with itself. */
    public static final AnalyticHierarchy DEFAULT = new AnalyticHierarchy(List.of(List.of(1.0)), 0.1);

    public AnalyticHierarchy {
        comparisons = comparisons.stream().map(List::copyOf).toList();
        if (!(maximumRatio > 0)) {
            throw new IllegalArgumentException("the maximum ratio must be above 0");
        }
        requireComparisons(comparisons);
        double ratio = consistencyRatio(comparisons);
        if (!(ratio < maximumRatio)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the comparisons contradict each other: their consistency ratio is %.3f and must be below %s;"
                            + " reconsider them, or set maximum-ratio",
                    ratio,
                    maximumRatio));
        }
    }

    @Override
    public String id() {
        return "ahp";
    }

    @Override
    public boolean estimates() {
        return false;
    }

    @Override
    public Optional<String> misfit(int children) {
        return comparisons.size() == children
                ? Optional.empty()
                : Optional.of("the matrix of comparisons has " + comparisons.size() + " rows");
    }

    @Override
    public double[] weights(double[][] children, double[] given) {
        if (misfit(given.length).isPresent()) {
            return Shares.none(given.length);
        }
        return principal(comparisons).weights();
    }

    /** How far the comparisons contradict each other: 0 not at all, 1 as much as random ones. */
    public double consistencyRatio() {
        return consistencyRatio(comparisons);
    }

    /** The largest eigenvalue and its eigenvector, scaled to sum to 1. */
    private record Principal(double eigenvalue, double[] weights) {}

    private static double consistencyRatio(List<List<Double>> comparisons) {
        int n = comparisons.size();
        return n < 3 ? 0 : (principal(comparisons).eigenvalue() - n) / (n - 1) / RANDOM_INDEX[n - 1];
    }

    private static Principal principal(List<List<Double>> comparisons) {
        double[][] matrix = comparisons.stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        EigenDecompositionNonSymmetric eigen = new EigenDecompositionNonSymmetric(MatrixUtils.createRealMatrix(matrix));
        int largest = 0;
        for (int k = 1; k < matrix.length; k++) {
            largest = eigen.getEigenvalue(k).getReal()
                            > eigen.getEigenvalue(largest).getReal()
                    ? k
                    : largest;
        }
        FieldVector<Complex> vector = eigen.getEigenvector(largest);
        double[] importances = new double[matrix.length];
        Arrays.setAll(importances, c -> vector.getEntry(c).norm());
        return new Principal(eigen.getEigenvalue(largest).getReal(), Shares.of(importances));
    }

    private static void requireComparisons(List<List<Double>> comparisons) {
        int n = comparisons.size();
        if (n == 0 || comparisons.stream().anyMatch(row -> row.size() != n)) {
            throw new IllegalArgumentException("the matrix of comparisons must be square");
        }
        if (n > RANDOM_INDEX.length) {
            throw new IllegalArgumentException("at most " + RANDOM_INDEX.length
                    + " children can be compared, because no random index is known for more");
        }
        for (int j = 0; j < n; j++) {
            for (int k = j; k < n; k++) {
                requireReciprocal(comparisons, j, k);
            }
        }
    }

    private static void requireReciprocal(List<List<Double>> comparisons, int j, int k) {
        double there = comparisons.get(j).get(k);
        double back = comparisons.get(k).get(j);
        String place = "row " + (j + 1) + ", column " + (k + 1);
        if (!(there > 0 && back > 0) || Double.isInfinite(there) || Double.isInfinite(back)) {
            throw new IllegalArgumentException("comparisons must be above 0: " + place);
        }
        if (Math.abs(there * back - 1) > ROUNDING) {
            throw new IllegalArgumentException("a comparison and the opposite one must be reciprocal: " + place + " is "
                    + there + ", the opposite " + back + "; write ratios like 1/3");
        }
    }
}
