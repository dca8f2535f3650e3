package org.millwright.stat.aggregation;

import java.util.function.DoubleBinaryOperator;

/**
 * Slopes of secants: (g(b) - g(a)) / (b - a), and g'(a) where a = b, without loss of digits where a and b are close.
 *
 * <p>A mean s with g(s) = sum w g(x) / sum w changes by sum w / W * secant(x0, x1) / secant(s0, s1) * (x1 - x0). For g = ln this
 * is the split by logarithmic means: 1 / secant(a, b) is the logarithmic mean of a and b.
 *
 * <p>Reference: Vartia (1976), Ideal log-change index numbers, Scandinavian Journal of Statistics 3; Ang (2005), The LMDI
 * approach to decomposition analysis, Energy Policy 33.
 */
final class Secant {
    private static final double CLOSE = 0.5;

    private Secant() {}

    /** Of the natural logarithm; a and b above zero. */
    static double ofLogarithm(double a, double b) {
        double high = Math.max(a, b);
        double low = Math.min(a, b);
        return high == low ? 1 / high : logarithmOfRatio(low, high) / (low - high);
    }

    /** Of x^p; a and b above zero, or not negative where p is positive. NaN at a = b = 0, where the slope may be infinite. */
    static double ofPower(double a, double b, double exponent) {
        double high = Math.max(a, b);
        double low = Math.min(a, b);
        if (high == 0) {
            return Double.NaN;
        }
        return high == low
                ? exponent * Math.pow(high, exponent - 1)
                : Math.pow(high, exponent) * Math.expm1(exponent * logarithmOfRatio(low, high)) / (low - high);
    }

    private static double logarithmOfRatio(double low, double high) {
        return low > CLOSE * high ? Math.log1p((low - high) / high) : Math.log(low / high);
    }

    /** The slopes of a mean from the secants of its function; where a secant is undefined, a child has not changed. */
    static double[] slopes(double[] from, double[] to, double[] weights, UnitScore mean, DoubleBinaryOperator secant) {
        double ofMean = secant.applyAsDouble(mean.score(from, weights), mean.score(to, weights));
        double[] slopes = WeightedMean.shares(from, weights);
        for (int c = 0; c < slopes.length; c++) {
            double ofChild = slopes[c] == 0 ? 0 : secant.applyAsDouble(from[c], to[c]) / ofMean;
            slopes[c] = Double.isNaN(ofChild) ? 0 : slopes[c] * ofChild;
        }
        return slopes;
    }
}
