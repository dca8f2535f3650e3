package org.millwright.stat.revision;

import org.millwright.stat.Moments;

/**
 * The variance of the mean of a series whose neighbours may be alike.
 *
 * <p>v = (sum_t e_t^2 + 2 sum_(j=1..L) (1 - j / (L + 1)) sum_t e_t e_(t-j)) / (n (n - 1)), with e the deviations from the
 * mean, in the order of time, and L = floor(4 (n / 100)^(2/9)) lags. It is the variance of Newey and West with the weights of
 * Bartlett, which is never negative, and n - 1 in place of n; without lags it is s^2 / n. Neighbours count as one period
 * apart, also where periods between them are missing. Zero of equal values; undefined (NaN) with fewer than two values.
 *
 * <p>Reference: Newey and West (1987), A simple, positive semi-definite, heteroskedasticity and autocorrelation consistent
 * covariance matrix, Econometrica 55(3); the number of lags: Newey and West (1994), Automatic lag selection in covariance
 * matrix estimation, Review of Economic Studies 61(4).
 */
final class MeanVariance {
    private MeanVariance() {}

    /** @param series the values in the order of time, none of them missing */
    static double of(double... series) {
        int n = series.length;
        if (n < 2) {
            return Double.NaN;
        }
        Moments moments = Moments.of(series);
        int lags = lags(n);
        double sum = moments.sumOfSquares();
        for (int lag = 1; lag <= lags; lag++) {
            double weight = 1 - lag / (lags + 1.0);
            sum += 2 * weight * products(series, moments.mean(), lag);
        }
        return sum / n / (n - 1);
    }

    static int lags(int n) {
        return (int) Math.floor(4 * StrictMath.pow(n / 100.0, 2.0 / 9));
    }

    private static double products(double[] series, double mean, int lag) {
        double sum = 0;
        for (int t = lag; t < series.length; t++) {
            sum += (series[t] - mean) * (series[t - lag] - mean);
        }
        return sum;
    }
}
