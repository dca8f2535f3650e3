package org.millwright.stat;

/**
 * Quantiles of type 7, the default of R, NumPy and spreadsheets: with h = (n - 1) p and k = floor(h) the quantile is x_k +
 * (h - k)(x_(k+1) - x_k), where x_0 is the smallest value.
 *
 * <p>NaN with no value.
 *
 * <p>Reference: Hyndman and Fan (1996), Sample Quantiles in Statistical Packages, The American Statistician 50(4).
 */
public final class Quantiles {
    private Quantiles() {}

    /**
     * One quantile.
     *
     * @param ascending the values, none missing, in ascending order
     * @param probability p, 0..1
     */
    public static double quantile(double[] ascending, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("the probability of a quantile is not between 0 and 1: " + probability);
        }
        if (ascending.length == 0) {
            return Double.NaN;
        }
        double place = (ascending.length - 1) * probability;
        int below = (int) place;
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
    }

    /** The quantile of probability 1/2: the middle value, or the mean of the two in the middle. */
    public static double median(double[] ascending) {
        return quantile(ascending, 0.5);
    }
}
