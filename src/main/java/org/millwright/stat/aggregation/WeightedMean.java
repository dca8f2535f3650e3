package org.millwright.stat.aggregation;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The weighted mean of a function of the children that are present: sum w f(x) / sum w; NaN with none present.
 *
 * <p>A child of weight 0 does not enter, even where f is undefined for it.
 */
final class WeightedMean {
    private WeightedMean() {}

    static double of(double[] children, double[] weights, DoubleUnaryOperator function) {
        double sum = 0;
        for (int c = 0; c < children.length; c++) {
            if (!Double.isNaN(children[c])) {
                sum += term(children[c], weights[c], function);
            }
        }
        return sum / presentWeight(children, weights);
    }

    /** What each child adds to the mean; NaN for a missing child. */
    static double[] parts(double[] children, double[] weights, DoubleUnaryOperator function) {
        double present = presentWeight(children, weights);
        double[] parts = new double[children.length];
        Arrays.setAll(parts, c -> term(children[c], weights[c], function) / present);
        return parts;
    }

    /** What each child weighs among those that are present; 0 for a missing child. */
    static double[] shares(double[] children, double[] weights) {
        double present = presentWeight(children, weights);
        double[] shares = new double[children.length];
        Arrays.setAll(shares, c -> Double.isNaN(children[c]) ? 0 : weights[c] / present);
        return shares;
    }

    private static double term(double child, double weight, DoubleUnaryOperator function) {
        if (Double.isNaN(child)) {
            return Double.NaN;
        }
        return weight == 0 ? 0 : weight * function.applyAsDouble(child);
    }

    private static double presentWeight(double[] children, double[] weights) {
        double weight = 0;
        for (int c = 0; c < children.length; c++) {
            weight += Double.isNaN(children[c]) ? 0 : weights[c];
        }
        return weight;
    }
}
