package org.millwright.stat.treatment;

import java.util.HashMap;
import java.util.Map;
import org.millwright.stat.Reference;
import org.millwright.stat.Shape;

/**
 * The Box-Cox transform of every value: (a^lambda - 1)/lambda, or ln a where lambda is 0, of a(x), see {@link Argument}.
 *
 * <p>Lambda, if not given, maximises the profile likelihood of a normal distribution on the reference window, between -2
 * and 2, see {@link ProfileLikelihood}. The transform increases with x for every lambda.
 *
 * <p>Estimated: {@code min}, {@code scale} and {@code offset} of the argument, {@code lambda}, the shape before and after,
 * and {@code transformed} = 1. A value of another period below the reference minimum is held at it; one above the maximum
 * goes beyond.
 *
 * <p>Left alone: all values equal; an argument that is not positive.
 *
 * <p>Reference: Box and Cox (1964), An analysis of transformations, J. R. Statist. Soc. B 26, 211-252; {@code boxcox} of
 * COINr.
 *
 * @param lambda the power; NaN if it is to be estimated
 * @param argument a(x)
 */
public record BoxCox(double lambda, Argument argument) implements Treatment {
    public static final BoxCox DEFAULT = new BoxCox(Double.NaN, Argument.RANGE);

    public BoxCox {
        if (Double.isInfinite(lambda)) {
            throw new IllegalArgumentException("lambda is infinite");
        }
    }

    @Override
    public Map<String, Double> estimate(Reference reference) {
        double[] values = reference.values();
        if (values.length == 0) {
            return Map.of();
        }
        if (Shape.isConstant(values)) {
            return Map.of("constant", 1.0);
        }
        Map<String, Double> of = argument.estimate(values);
        return of.isEmpty() ? Map.of("undefined", 1.0) : estimate(values, of);
    }

    private Map<String, Double> estimate(double[] values, Map<String, Double> of) {
        double[] transformed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            transformed[i] = Argument.log(values[i], of);
        }
        double power = Double.isNaN(lambda) ? ProfileLikelihood.lambda(transformed) : lambda;
        for (int i = 0; i < values.length; i++) {
            transformed[i] = ofLog(transformed[i], power);
        }
        Map<String, Double> decision = new HashMap<>(of);
        decision.put("lambda", power);
        decision.put("transformed", 1.0);
        decision.putAll(Shape.of(values).parameters("_before"));
        decision.putAll(Shape.of(transformed).parameters("_after"));
        return decision;
    }

    @Override
    public double treat(double value, Map<String, Double> parameters) {
        return parameters.containsKey("transformed")
                ? ofLog(Argument.log(value, parameters), parameters.get("lambda"))
                : value;
    }

    /** The transform of a positive number whose logarithm is given; keeps its digits where lambda is near 0. */
    static double ofLog(double log, double lambda) {
        return lambda == 0 ? log : Math.expm1(lambda * log) / lambda;
    }
}
