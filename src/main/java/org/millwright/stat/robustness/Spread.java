package org.millwright.stat.robustness;

import java.util.Arrays;
import org.millwright.stat.Reference;

/**
 * Where the replicates of one figure lie: mean, median, and the 5th and 95th percentile.
 *
 * <p>Percentiles are of type 7: with n values in ascending order, the value at position 1 + (n - 1) p, interpolated
 * linearly. Replicates without a value (NaN) are left out; with none left all four are NaN.
 *
 * <p>Reference: Hyndman and Fan (1996), Sample quantiles in statistical packages; {@code quantile} of R.
 */
public record Spread(double mean, double median, double q05, double q95) {

    public static Spread of(double[] replicates) {
        double[] ascending = Reference.presentAscending(replicates);
        double mean = Arrays.stream(ascending).average().orElse(Double.NaN);
        return new Spread(mean, quantile(ascending, 0.5), quantile(ascending, 0.05), quantile(ascending, 0.95));
    }

    private static double quantile(double[] ascending, double share) {
        if (ascending.length == 0) {
            return Double.NaN;
        }
        double position = (ascending.length - 1) * share;
        int below = (int) position;
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (position - below) * (ascending[above] - ascending[below]);
    }
}
