package org.millwright.stat.normalisation;

import java.util.Map;
import org.millwright.model.Reason;
import org.millwright.stat.Reference;

/**
 * Fraction of the maximum: z = scale x/max; with direction -1, the fraction that the minimum is of the value, scale min/x.
 *
 * <p>Maximum and minimum are those of the reference window. Keeps ratios, so the indicator needs a natural zero. Undefined
 * (NaN) where max (for direction -1, min or x) is not above zero.
 *
 * <p>Reference: OECD/JRC Handbook (2008), section 5.4, distance to the leader; {@code n_fracmax} of COINr, times 100.
 * COINr turns signs for direction -1 and gets x/min, on which more is worse; this method does not follow it there.
 *
 * @param scale the score of the best value of the reference window
 */
public record FractionOfMaximum(double scale) implements Normalisation {
    public static final FractionOfMaximum DEFAULT = new FractionOfMaximum(100);

    public FractionOfMaximum {
        Require.positiveScale(scale);
    }

    @Override
    public Map<String, Double> estimate(Reference reference, int direction) {
        return Extremes.estimate(reference);
    }

    @Override
    public double[] normalise(double[] values, int direction, Map<String, Double> parameters) {
        Extremes extremes = Extremes.of(parameters);
        return direction > 0
                ? Scores.of(values, value -> scale * fraction(value, extremes.max()))
                : Scores.of(values, value -> extremes.min() > 0 ? scale * fraction(extremes.min(), value) : Double.NaN);
    }

    private static double fraction(double part, double whole) {
        return whole > 0 ? part / whole : Double.NaN;
    }

    @Override
    public Reason undefined() {
        return Reason.NONPOSITIVE;
    }

    @Override
    public double worst() {
        return Double.NaN;
    }
}
