package org.millwright.stat.normalisation;

import java.util.Map;
import org.millwright.model.Reason;
import org.millwright.stat.Reference;

/**
 * Goalposts: z = l + (u - l) (x - L)/(U - L), cut off at l and u if declared; with direction -1, (U - x) takes the place of
 * (x - L).
 *
 * <p>L and U are declared and not estimated, so that scores compare across periods and data sets. They stand on the
 * scale of the indicator as it is measured: with direction -1, L is the best value. Undefined (NaN) where they are not
 * declared.
 *
 * <p>Reference: UNDP, Human Development Report, technical note 1; {@code n_goalposts} of COINr.
 *
 * @param lower L, in the unit of the indicator; NaN where not declared
 * @param upper U, above L; NaN where not declared
 * @param clip whether values beyond a goalpost get the score of the goalpost
 * @param scaleLower l, the score of the worse goalpost
 * @param scaleUpper u, the score of the better
 */
public record Goalposts(double lower, double upper, boolean clip, double scaleLower, double scaleUpper)
        implements Normalisation {
    public static final Goalposts DEFAULT = new Goalposts(Double.NaN, Double.NaN, true, 0, 100);

    public Goalposts {
        boolean none = Double.isNaN(lower) && Double.isNaN(upper);
        if (!none) {
            Require.ascending(lower, upper, "the goalposts are not two numbers of which lower is below upper");
        }
        Require.ascending(scaleLower, scaleUpper, "scale-lower is not below scale-upper");
    }

    /** The same method with the goalposts of an indicator. */
    public Goalposts between(double low, double high) {
        return new Goalposts(low, high, clip, scaleLower, scaleUpper);
    }

    @Override
    public boolean isDeclared() {
        return !Double.isNaN(lower);
    }

    /** The goalposts themselves, so that they are published beside what other methods estimate. */
    @Override
    public Map<String, Double> estimate(Reference reference, int direction) {
        return isDeclared() ? Map.of("lower", lower, "upper", upper) : Map.of();
    }

    @Override
    public double[] normalise(double[] values, int direction, Map<String, Double> parameters) {
        Line line = Line.between(lower, upper, direction);
        return Scores.of(values, value -> scaleLower + (scaleUpper - scaleLower) * cut(line.fraction(value)));
    }

    private double cut(double fraction) {
        return clip ? Math.max(0, Math.min(1, fraction)) : fraction;
    }

    @Override
    public Reason undefined() {
        return isDeclared() ? Normalisation.super.undefined() : Reason.NO_GOALPOST;
    }

    @Override
    public double worst() {
        return scaleLower;
    }
}
