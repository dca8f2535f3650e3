package org.millwright.stat.weighting;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * The v, not negative, that minimises |R v - t|^2 while the entries of R v sum to 1; R symmetric.
 *
 * <p>An active-set method: some entries of v are free and the others 0. The minimum for the free ones is a linear system; an entry that
 * would become negative is no longer free, and the one whose growth lowers the sum of squares most becomes free. No set
 * comes twice, because the sum of squares falls, so the end is reached exactly: no entry of v can be changed to any gain.
 *
 * <p>Reference: Lawson and Hanson (1974), Solving Least Squares Problems, chapter 23, with one equality more.
 */
final class LeastSquares {
    private static final double ROUNDING = 1e-11;
    private static final int MOST_STEPS_PER_ENTRY = 30;

    private final RealMatrix matrix;
    private final RealMatrix squared;
    private final RealVector target;
    private final RealVector sums;
    private final BitSet free = new BitSet();
    private RealVector solution;
    private double multiplier;

    LeastSquares(double[][] matrix, double[] target) {
        this.matrix = new Array2DRowRealMatrix(matrix);
        this.squared = this.matrix.multiply(this.matrix);
        this.target = this.matrix.operate(new ArrayRealVector(target));
        this.sums = new ArrayRealVector(Arrays.stream(matrix)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray());
    }

    /** NaN where no v makes the sum 1, or the steps do not come to an end. */
    double[] solution() {
        int n = sums.getDimension();
        int start = sums.getMaxIndex();
        solution = new ArrayRealVector(n, Double.NaN);
        if (sums.getEntry(start) <= ROUNDING) {
            return solution.toArray();
        }
        solution.set(0);
        solution.setEntry(start, 1 / sums.getEntry(start));
        free.set(start);
        for (int step = 0; step < MOST_STEPS_PER_ENTRY * n; step++) {
            descend();
            int next = steepest();
            if (next < 0) {
                return solution.toArray();
            }
            free.set(next);
        }
        return Shares.none(n);
    }

    /** Goes to the minimum for the free entries, which become fewer on the way where one would be negative. */
    private void descend() {
        RealVector minimum = minimumOfFree();
        for (int c = firstAtZero(minimum); c >= 0; c = firstAtZero(minimum)) {
            solution = solution.add(minimum.subtract(solution).mapMultiply(shareToZero(c, minimum)));
            solution.setEntry(c, 0);
            free.clear(c);
            minimum = minimumOfFree();
        }
        solution = minimum;
    }

    /** The free entry that is the first to reach zero on the way to the minimum; -1 where none does. */
    private int firstAtZero(RealVector minimum) {
        return free.stream()
                .filter(c -> minimum.getEntry(c) <= 0)
                .boxed()
                .min(Comparator.comparingDouble(c -> shareToZero(c, minimum)))
                .orElse(-1);
    }

    private double shareToZero(int entry, RealVector minimum) {
        double now = solution.getEntry(entry);
        return now == 0 ? 0 : now / (now - minimum.getEntry(entry));
    }

    /** The minimum with the sum of R v held at 1, by Lagrange's multiplier. */
    private RealVector minimumOfFree() {
        int[] entries = free.stream().toArray();
        int m = entries.length;
        RealMatrix system = new Array2DRowRealMatrix(m + 1, m + 1);
        RealVector right = new ArrayRealVector(m + 1);
        right.setEntry(m, 1);
        for (int j = 0; j < m; j++) {
            for (int k = 0; k < m; k++) {
                system.setEntry(j, k, squared.getEntry(entries[j], entries[k]));
            }
            system.setEntry(j, m, sums.getEntry(entries[j]));
            system.setEntry(m, j, sums.getEntry(entries[j]));
            right.setEntry(j, target.getEntry(entries[j]));
        }
        RealVector solved = new QRDecomposition(system).getSolver().solve(right);
        multiplier = solved.getEntry(m);
        RealVector minimum = new ArrayRealVector(sums.getDimension());
        for (int j = 0; j < m; j++) {
            minimum.setEntry(entries[j], solved.getEntry(j));
        }
        return minimum;
    }

    /** The entry at 0 whose growth lowers the sum of squares most; -1 where none does. */
    private int steepest() {
        RealVector slope = target.subtract(squared.operate(solution)).subtract(sums.mapMultiply(multiplier));
        int steepest = -1;
        double most = ROUNDING;
        for (int c = free.nextClearBit(0); c < slope.getDimension(); c = free.nextClearBit(c + 1)) {
            if (slope.getEntry(c) > most) {
                most = slope.getEntry(c);
                steepest = c;
            }
        }
        return steepest;
    }
}
