package org.millwright.stat.normalisation;

import java.util.Map;
import org.millwright.stat.Reference;

/**
 * Min-max: z = lower + (upper - lower) (x - min)/(max - min); with direction -1, (max - x) takes the place of (x - min).
 *
 * <p>Minimum and maximum are those of the reference window; values outside of it go beyond the scale. Undefined (NaN)
 * where they are equal.
 *
 * <p>Reference: OECD/JRC Handbook (2008), section 5.3; {@code n_minmax} of COINr.
 *
 * @param lower the score of the worst value of the reference window
 * @param upper the score of the best
 */
public record MinMax(double lower, double upper) implements Normalisation {
    public static final MinMax DEFAULT = new MinMax(0, 100);

    public MinMax {
        Require.ascending(lower, upper, "lower is not below upper");
    }

    @Override
    public Map<String, Double> estimate(Reference reference, int direction) {
        return Extremes.estimate(reference);
    }

    @Override
    public double[] normalise(double[] values, int direction, Map<String, Double> parameters) {
        Line line = Extremes.of(parameters).line(direction);
        return Scores.of(values, value -> lower + (upper - lower) * line.fraction(value));
    }

    @Override
    public double worst() {
        return lower;
    }
}
