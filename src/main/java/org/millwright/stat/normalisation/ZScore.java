package org.millwright.stat.normalisation;

import java.util.Map;
import org.millwright.stat.Moments;
import org.millwright.stat.Reference;

/**
 * Z-score: z = mean + standardDeviation (x - m)/s; with direction -1, (m - x) takes the place of (x - m).
 *
 * <p>m is the mean and s the standard deviation (with n - 1) of the reference window. Undefined (NaN) where the window has
 * no two different values.
 *
 * <p>Reference: OECD/JRC Handbook (2008), section 5.2; {@code n_zscore} of COINr.
 *
 * @param mean the score of the mean of the reference window
 * @param standardDeviation the standard deviation of the scores on the reference window
 */
public record ZScore(double mean, double standardDeviation) implements Normalisation {
    public static final ZScore DEFAULT = new ZScore(0, 1);

    public ZScore {
        if (!Double.isFinite(mean)) {
            throw new IllegalArgumentException("mean is not a number");
        }
        if (!(standardDeviation > 0 && Double.isFinite(standardDeviation))) {
            throw new IllegalArgumentException("standard-deviation is not a number above zero");
        }
    }

    @Override
    public Map<String, Double> estimate(Reference reference, int direction) {
        Moments moments = Moments.of(reference.values());
        return moments.size() < 2
                ? Map.of()
                : Map.of("mean", moments.mean(), "standard_deviation", moments.standardDeviation());
    }

    @Override
    public double[] normalise(double[] values, int direction, Map<String, Double> parameters) {
        double centre = parameters.getOrDefault("mean", Double.NaN);
        double spread = parameters.getOrDefault("standard_deviation", Double.NaN);
        return Scores.of(
                values,
                value -> spread > 0 ? mean + standardDeviation * direction * (value - centre) / spread : Double.NaN);
    }

    /** Scores lie on both sides of the mean. */
    @Override
    public double worst() {
        return mean > 0 ? Double.NaN : mean;
    }
}
