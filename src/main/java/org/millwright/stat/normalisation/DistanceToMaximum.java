package org.millwright.stat.normalisation;

import java.util.Map;
import org.millwright.stat.Reference;

/**
 * Distance to the maximum: z = scale (1 - (max - x)/(max - min)); with direction -1, scale (1 - (x - min)/(max - min)).
 *
 * <p>What is left of the way from the worst value of the reference window to the best one, taken from 1. Undefined (NaN)
 * where the two are equal. It is min-max from 0 to the scale by another name.
 *
 * <p>Reference: {@code n_dist2max} of COINr, times 100.
 *
 * @param scale the score of the best value of the reference window
 */
public record DistanceToMaximum(double scale) implements Normalisation {
    public static final DistanceToMaximum DEFAULT = new DistanceToMaximum(100);

    public DistanceToMaximum {
        Require.positiveScale(scale);
    }

    @Override
    public Map<String, Double> estimate(Reference reference, int direction) {
        return Extremes.estimate(reference);
    }

    @Override
    public double[] normalise(double[] values, int direction, Map<String, Double> parameters) {
        Line line = Extremes.of(parameters).line(direction);
        return Scores.of(values, value -> scale * line.fraction(value));
    }
}
