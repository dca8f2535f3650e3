package org.millwright.stat;

/**
 * Mean and spread of the values that are present.
 *
 * <ul>
 *   <li>mean m = sum x / n;
 *   <li>standard deviation = sqrt(sum (x - m)^2 / (n - 1)), of a sample;
 *   <li>population standard deviation = sqrt(sum (x - m)^2 / n).
 * </ul>
 *
 * Sums run in ascending order, so that the order of the rows changes no digit. The mean is corrected by the mean of the
 * deviations from it (two passes); equal values have a spread of exactly zero.
 *
 * <p>Reference: Chan, Golub and LeVeque (1983), Algorithms for Computing the Sample Variance, The American Statistician
 * 37(3).
 *
 * @param size n, how many values are present
 * @param mean NaN with no value
 * @param sumOfSquares sum (x - m)^2; zero with no value
 */
public record Moments(int size, double mean, double sumOfSquares) {

    /** The moments of a column of which some values are missing (NaN). */
    public static Moments of(double... column) {
        double[] values = Reference.presentAscending(column);
        int n = values.length;
        if (n == 0) {
            return new Moments(0, Double.NaN, 0);
        }
        if (values[0] == values[n - 1]) {
            return new Moments(n, values[0], 0);
        }
        double rough = sum(values) / n;
        double mean = rough + sumOfDeviations(values, rough) / n;
        return new Moments(n, mean, sumOfSquares(values, mean));
    }

    /** Of a sample, with n - 1; NaN with fewer than two values. */
    public double standardDeviation() {
        return size < 2 ? Double.NaN : Math.sqrt(sumOfSquares / (size - 1));
    }

    /** Of a whole population, with n; NaN with no value. */
    public double populationStandardDeviation() {
        return size == 0 ? Double.NaN : Math.sqrt(sumOfSquares / size);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double sumOfDeviations(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += value - mean;
        }
        return sum;
    }

    private static double sumOfSquares(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }
}
