package org.millwright.stat.normalisation;

import java.util.Map;
import org.millwright.model.Reason;
import org.millwright.stat.Reference;

/**
 * Distance to a target T: z = scale (x - min)/(T - min); with direction -1, scale (max - x)/(max - T).
 *
 * <p>How much of the way from the worst value of the reference window to the target is done. Values better than the target
 * score above the scale unless capped; values worse than the window score below 0. Undefined (NaN) where no target is
 * declared, and where it is not better than the worst value of the window.
 *
 * <p>Reference: OECD/JRC Handbook (2008), section 5.4; {@code n_dist2targ} of COINr, times 100.
 *
 * @param target T, in the unit of the indicator; NaN where not declared
 * @param cap whether values better than the target get the score of the target
 * @param scale the score of the target
 */
public record DistanceToTarget(double target, boolean cap, double scale) implements Normalisation {
    public static final DistanceToTarget DEFAULT = new DistanceToTarget(Double.NaN, false, 100);

    public DistanceToTarget {
        if (Double.isInfinite(target)) {
            throw new IllegalArgumentException("target is not a number");
        }
        Require.positiveScale(scale);
    }

    @Override
    public boolean isDeclared() {
        return !Double.isNaN(target);
    }

    @Override
    public Map<String, Double> estimate(Reference reference, int direction) {
        return Extremes.estimate(reference);
    }

    @Override
    public double[] normalise(double[] values, int direction, Map<String, Double> parameters) {
        Line line = Extremes.of(parameters).lineTo(target, direction);
        double most = cap ? 1 : Double.POSITIVE_INFINITY;
        return Scores.of(values, value -> scale * Math.min(most, line.fraction(value)));
    }

    @Override
    public Reason undefined() {
        return isDeclared() ? Reason.NO_SCALE : Reason.NO_GOALPOST;
    }
}
