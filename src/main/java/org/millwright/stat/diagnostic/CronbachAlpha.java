package org.millwright.stat.diagnostic;

import java.util.stream.IntStream;

/**
 * Cronbach's alpha: how far the indicators of one node measure one and the same thing.
 *
 * <p>alpha = k / (k - 1) * (1 - sum_j c_jj / sum_jl c_jl), with k indicators and c their covariances; of correlations it is the
 * standardised alpha, which no change of an indicator's unit alters. At most 1; it may be negative. Undefined (NaN) with fewer
 * than two indicators, or an undefined covariance.
 *
 * <p>Reference: Cronbach (1951), Coefficient alpha and the internal structure of tests, Psychometrika 16; OECD/JRC Handbook
 * (2008), section 4.2.
 */
public record CronbachAlpha(double[][] covariances) {

    /** Of all indicators. */
    public double alpha() {
        return alpha(all());
    }

    /** Of all but one: where it is higher than {@link #alpha}, the one does not fit in with the others. */
    public double alphaWithout(int indicator) {
        return alpha(allBut(indicator));
    }

    /** The correlation of an indicator with the sum of the others. */
    public double correlationWithOthers(int indicator) {
        int[] others = allBut(indicator);
        double shared = IntStream.of(others)
                .mapToDouble(other -> covariances[indicator][other])
                .sum();
        return others.length == 0 ? Double.NaN : shared / Math.sqrt(covariances[indicator][indicator] * sum(others));
    }

    private double alpha(int[] indicators) {
        double k = indicators.length;
        if (k < 2) {
            return Double.NaN;
        }
        double own =
                IntStream.of(indicators).mapToDouble(j -> covariances[j][j]).sum();
        return k / (k - 1) * (1 - own / sum(indicators));
    }

    /** The variance of the sum of some indicators; NaN where rounding leaves none. */
    private double sum(int[] indicators) {
        double sum = IntStream.of(indicators)
                .boxed()
                .mapToDouble(j -> IntStream.of(indicators)
                        .mapToDouble(l -> covariances[j][l])
                        .sum())
                .sum();
        return sum > 0 ? sum : Double.NaN;
    }

    private int[] all() {
        return IntStream.range(0, covariances.length).toArray();
    }

    private int[] allBut(int indicator) {
        return IntStream.range(0, covariances.length)
                .filter(j -> j != indicator)
                .toArray();
    }
}
