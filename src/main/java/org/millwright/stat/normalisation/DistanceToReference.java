package org.millwright.stat.normalisation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.millwright.model.Reason;
import org.millwright.stat.Moments;
import org.millwright.stat.Reference;

/**
 * Distance to a reference unit of value r: z = scale (1 - (r - x)/(r - min)); with direction -1, scale (1 - (x - r)/(max -
 * r)).
 *
 * <p>r is the mean of the unit's values on the reference window: its value, if the window is one period. Values better than
 * r score above the scale unless capped. Undefined (NaN) where the reference unit has no value on the window, and where r is
 * its worst value.
 *
 * <p>Reference: OECD/JRC Handbook (2008), section 5.4; {@code n_dist2ref} of COINr, times 100.
 *
 * @param unit the reference unit; empty where not declared
 * @param cap whether values better than that of the reference unit get its score
 * @param scale the score of r
 */
public record DistanceToReference(String unit, boolean cap, double scale) implements Normalisation {
    public static final DistanceToReference DEFAULT = new DistanceToReference("", false, 100);

    public DistanceToReference {
        Require.positiveScale(scale);
    }

    @Override
    public boolean isDeclared() {
        return !unit.isBlank();
    }

    @Override
    public Optional<String> referenceUnit() {
        return Optional.of(unit).filter(name -> isDeclared());
    }

    @Override
    public Map<String, Double> estimate(Reference reference, int direction) {
        Map<String, Double> parameters = new HashMap<>(Extremes.estimate(reference));
        if (reference.ofUnit().length > 0) {
            parameters.put("reference", Moments.of(reference.ofUnit()).mean());
        }
        return Map.copyOf(parameters);
    }

    @Override
    public double[] normalise(double[] values, int direction, Map<String, Double> parameters) {
        double goal = parameters.getOrDefault("reference", Double.NaN);
        Line line = Extremes.of(parameters).lineTo(goal, direction);
        double most = cap ? 1 : Double.POSITIVE_INFINITY;
        return Scores.of(values, value -> scale * Math.min(most, line.fraction(value)));
    }

    @Override
    public Reason undefined() {
        return Reason.NO_SCALE;
    }
}
