package org.millwright.stat.weighting;

import java.util.Arrays;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * The principal components of standardised columns: the eigenvectors of their correlation matrix.
 *
 * <p>Loadings are eigenvectors times the root of their eigenvalue: the correlations of the columns with the components.
 */
public final class Components {
    private static final double STEADY = 1e-13;
    private static final int MOST_TURNS = 10_000;

    private final EigenDecompositionSymmetric eigen;

    /** @param correlations a correlation matrix without NaN */
    public Components(double[][] correlations) {
        eigen = new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(correlations));
    }

    /** Descending. */
    public double[] eigenvalues() {
        return eigen.getEigenvalues();
    }

    /** The eigenvector of a component, of length 1, turned so that its entries do not sum to less than zero. */
    double[] vector(int component) {
        double[] vector = eigen.getEigenvector(component).toArray();
        double sign = Arrays.stream(vector).sum() < 0 ? -1 : 1;
        return Arrays.stream(vector).map(entry -> sign * entry).toArray();
    }

    /** Loadings on the first components: {@code [column][component]}. */
    public double[][] loadings(int components) {
        double[][] loadings = new double[eigenvalues().length][components];
        for (int f = 0; f < components; f++) {
            double[] vector = vector(f);
            double scale = Math.sqrt(Math.max(0, eigenvalues()[f]));
            for (int c = 0; c < vector.length; c++) {
                loadings[c][f] = scale * vector[c];
            }
        }
        return loadings;
    }

    /** Loadings rotated until they stand still. */
    double[][] rotatedLoadings(int components) {
        return rotatedLoadings(components, MOST_TURNS);
    }

    /**
     * Loadings rotated by varimax, so that every component loads high on few columns: the sum over components of the variance of
     * the squared loadings is largest, each column's loadings first divided by the root of their sum of squares (Kaiser).
     *
     * <p>Reference: Kaiser (1958), The varimax criterion for analytic rotation in factor analysis, Psychometrika 23; the steps are
     * those of {@code varimax} of R, which makes fewer of them.
     */
    double[][] rotatedLoadings(int components, int mostTurns) {
        double[][] loadings = loadings(components);
        double[][] unit = new double[loadings.length][];
        Arrays.setAll(unit, c -> {
            double length = Math.sqrt(Arrays.stream(loadings[c]).map(a -> a * a).sum());
            return Arrays.stream(loadings[c])
                    .map(a -> length == 0 ? 0 : a / length)
                    .toArray();
        });
        RealMatrix rotation = rotation(MatrixUtils.createRealMatrix(unit), mostTurns);
        return MatrixUtils.createRealMatrix(loadings).multiply(rotation).getData();
    }

    private static RealMatrix rotation(RealMatrix loadings, int mostTurns) {
        RealMatrix rotation = MatrixUtils.createRealIdentityMatrix(loadings.getColumnDimension());
        double change = 1;
        for (int turn = 0; turn < mostTurns && change > STEADY; turn++) {
            RealMatrix gradient = loadings.transposeMultiply(gradient(loadings.multiply(rotation)));
            SingularValueDecomposition polar = new SingularValueDecomposition(gradient);
            RealMatrix next = polar.getU().multiply(polar.getVT());
            change = next.subtract(rotation).getFrobeniusNorm();
            rotation = next;
        }
        return rotation;
    }

    /** z^3 - z times the component's mean square. */
    private static RealMatrix gradient(RealMatrix loadings) {
        RealMatrix gradient = loadings.copy();
        for (int f = 0; f < loadings.getColumnDimension(); f++) {
            double[] column = loadings.getColumn(f);
            double square = Arrays.stream(column).map(z -> z * z).sum() / column.length;
            gradient.setColumn(
                    f, Arrays.stream(column).map(z -> z * (z * z - square)).toArray());
        }
        return gradient;
    }
}
