package org.millwright.stat.treatment;

import java.util.HashMap;
import java.util.Map;
import org.millwright.stat.Reference;
import org.millwright.stat.Shape;

/**
 * Draws the most extreme values to the next ones until the series passes; if it does not, transforms it instead.
 *
 * <p>A series passes if |skewness| < s or kurtosis < k (type 2, see {@link Shape}). Else the highest value, or the lowest
 * if the skewness is negative, becomes equal to the next, equal values together, until the series passes or m points are
 * used; the last tie may go beyond m. If it still fails, the transformation is applied to the series as it was. Where
 * there is none, or it is not defined on the series, the drawn-in series stays.
 *
 * <p>Estimated: {@code points} drawn in and the bounds {@code upper} and {@code lower}, each only if its end was drawn
 * in; or the parameters of the transformation, with {@code transformed} = 1; and the shape before and after. A value of
 * another period beyond a bound is set to it.
 *
 * <p>Left alone: fewer than four values; all values equal. No step is taken that would make all values equal.
 *
 * <p>Reference: OECD/JRC Handbook (2008), section 4; {@code Treat} and {@code winsorise} of COINr, and the COIN Tool.
 *
 * @param skewness s, on the absolute skewness
 * @param kurtosis k, on the kurtosis in excess of the normal
 * @param maximumPoints m; each step costs a pass over the reference values
 * @param then the transformation where m points are not enough
 */
public record Winsorise(double skewness, double kurtosis, int maximumPoints, Transform then) implements Treatment {
    public static final Winsorise DEFAULT = new Winsorise(2, 3.5, 5, Transform.LOG);

    public Winsorise {
        if (!(skewness >= 0)) {
            throw new IllegalArgumentException("skewness is below zero");
        }
        if (Double.isNaN(kurtosis)) {
            throw new IllegalArgumentException("kurtosis is not a number");
        }
        if (maximumPoints < 0) {
            throw new IllegalArgumentException("maximum-points is below zero");
        }
    }

    @Override
    public Map<String, Double> estimate(Reference reference) {
        double[] values = reference.values();
        if (Shape.isConstant(values)) {
            return Map.of("constant", 1.0);
        }
        Shape before = Shape.of(values);
        Map<String, Double> decision = new HashMap<>(before.parameters("_before"));
        if (fails(before)) {
            DrawnIn drawnIn = drawnIn(values, before);
            Map<String, Double> transformed =
                    fails(drawnIn.shape()) ? then.treatment().estimate(reference) : Map.of();
            decision.putAll(transformed.containsKey("transformed") ? transformed : drawnIn.parameters());
        }
        return decision;
    }

    private DrawnIn drawnIn(double[] values, Shape before) {
        DrawnIn series = new DrawnIn(values, before);
        boolean moved = true;
        while (moved && fails(series.shape()) && series.points() < maximumPoints) {
            moved = series.shape().skewness() >= 0 ? series.drawInHighest() : series.drawInLowest();
        }
        return series;
    }

    private boolean fails(Shape shape) {
        return Math.abs(shape.skewness()) >= skewness && shape.kurtosis() >= kurtosis;
    }

    @Override
    public double treat(double value, Map<String, Double> parameters) {
        if (parameters.containsKey("transformed")) {
            return then.treatment().treat(value, parameters);
        }
        Double upper = parameters.get("upper");
        Double lower = parameters.get("lower");
        double belowUpper = upper == null ? value : Math.min(value, upper);
        return lower == null ? belowUpper : Math.max(belowUpper, lower);
    }
}
