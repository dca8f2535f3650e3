package org.millwright.stat.normalisation;

import java.util.Map;

/**
 * Scaled: z = s (x - L)/(U - L); with direction -1, (U - x) takes the place of (x - L).
 *
 * <p>L and U are declared, on the scale of the indicator as it is measured; values beyond them go beyond the scale.
 * Always defined.
 *
 * <p>Reference: {@code n_scaled} of COINr, after the Global Innovation Index 2020.
 *
 * @param lower L, in the unit of the indicator
 * @param upper U, above L
 * @param scale s, the score of the better of the two
 */
public record Scaled(double lower, double upper, double scale) implements Normalisation {
    public static final Scaled DEFAULT = new Scaled(0, 100, 100);

    public Scaled {
        Require.ascending(lower, upper, "lower is not below upper");
        Require.positiveScale(scale);
    }

    @Override
    public double[] normalise(double[] values, int direction, Map<String, Double> parameters) {
        Line line = Line.between(lower, upper, direction);
        return Scores.of(values, value -> scale * line.fraction(value));
    }

    @Override
    public double worst() {
        return Double.NaN;
    }
}
