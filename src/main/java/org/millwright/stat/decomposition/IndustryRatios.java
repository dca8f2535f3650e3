package org.millwright.stat.decomposition;

import java.util.Arrays;

/**
 * Two figures of every industry in one period, and their sums. Their ratio is what a method decomposes by: value added per
 * person, energy per value added, a region's share in the nation.
 *
 * @param numerators by industry; NaN where there is no figure
 * @param denominators by industry; NaN where there is no figure
 * @param numerator the sum of the numerators
 * @param denominator the sum of the denominators
 */
public record IndustryRatios(double[] numerators, double[] denominators, double numerator, double denominator) {

    public static IndustryRatios of(double[] numerators, double[] denominators) {
        if (numerators.length != denominators.length) {
            throw new IllegalArgumentException("every industry has a numerator and a denominator");
        }
        double numerator = Arrays.stream(numerators).sum();
        double denominator = Arrays.stream(denominators).sum();
        return new IndustryRatios(numerators, denominators, numerator, denominator);
    }

    int size() {
        return numerators.length;
    }

    boolean isWhole() {
        return !Double.isNaN(numerator) && !Double.isNaN(denominator);
    }

    /** Numerator / denominator of all industries together. */
    double ratio() {
        return numerator / denominator;
    }

    double ratio(int industry) {
        return numerators[industry] / denominators[industry];
    }

    /** Share of an industry in the denominator. */
    double share(int industry) {
        return denominators[industry] / denominator;
    }

    /** Whether the industry is not there: both of its figures are zero. */
    boolean isAbsent(int industry) {
        return numerators[industry] == 0 && denominators[industry] == 0;
    }
}
