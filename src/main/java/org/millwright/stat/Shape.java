package org.millwright.stat;

import java.util.HashMap;
import java.util.Map;

/**
 * Skewness and kurtosis of a series, adjusted for the size of the sample (type 2; the formulas of Excel, SAS and SPSS).
 *
 * <ul>
 *   <li>Skewness: G1 = g1 sqrt(n (n - 1)) / (n - 2), with g1 = m3 / m2^(3/2).
 *   <li>Kurtosis: G2 = (n - 1) / ((n - 2)(n - 3)) ((n + 1) g2 + 6), with g2 = m4 / m2^2 - 3; a normal sample has 0.
 * </ul>
 *
 * m_k is the mean of (x - mean)^k. Skewness needs n >= 3 and kurtosis n >= 4; both need values that differ. Undefined
 * is NaN.
 *
 * <p>Reference: Joanes and Gill (1998), Comparing measures of sample skewness and kurtosis, The Statistician 47,
 * 183-189.
 */
public record Shape(double skewness, double kurtosis) {
    private static final Shape UNDEFINED = new Shape(Double.NaN, Double.NaN);

    /** The shape of a series in ascending order, without missing values. */
    public static Shape of(double[] ascending) {
        double n = ascending.length;
        if (n < 3 || isConstant(ascending)) {
            return UNDEFINED;
        }
        // Both statistics are free of scale; on the scale of the range no power overflows and no offset costs digits.
        double lowest = ascending[0];
        double range = ascending[ascending.length - 1] - lowest;
        double sum = 0;
        for (double value : ascending) {
            sum += (value - lowest) / range;
        }
        double mean = sum / n;
        double squares = 0;
        double cubes = 0;
        double fourths = 0;
        for (double value : ascending) {
            double deviation = (value - lowest) / range - mean;
            double square = deviation * deviation;
            squares += square;
            cubes += square * deviation;
            fourths += square * square;
        }
        return new Shape(skewness(n, squares, cubes), n < 4 ? Double.NaN : kurtosis(n, squares, fourths));
    }

    public static boolean isConstant(double[] ascending) {
        return ascending.length > 0 && ascending[0] == ascending[ascending.length - 1];
    }

    /** As a table of parameters holds it: {@code skewness} and {@code kurtosis} with a suffix; without the undefined. */
    public Map<String, Double> parameters(String suffix) {
        Map<String, Double> parameters =
                new HashMap<>(Map.of("skewness" + suffix, skewness, "kurtosis" + suffix, kurtosis));
        parameters.values().removeIf(value -> value.isNaN());
        return parameters;
    }

    private static double skewness(double n, double squares, double cubes) {
        double ofPopulation = Math.sqrt(n) * cubes / Math.pow(squares, 1.5);
        return ofPopulation * Math.sqrt(n * (n - 1)) / (n - 2);
    }

    private static double kurtosis(double n, double squares, double fourths) {
        double excess = n * fourths / (squares * squares) - 3;
        return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess + 6);
    }
}
