package org.millwright.stat.treatment;

import java.util.Map;
import org.millwright.stat.Reference;

/**
 * The logarithm of every value: ln a(x), see {@link Argument}; it is the Box-Cox transform with lambda 0.
 *
 * <p>Estimated, left alone and held below the reference minimum as with {@link BoxCox}.
 *
 * <p>Reference: OECD/JRC Handbook (2008), section 4; {@code log_CT}, {@code log_CT_orig} and {@code log_GII} of COINr.
 *
 * @param argument a(x)
 */
public record Log(Argument argument) implements Treatment {
    public static final Log DEFAULT = new Log(Argument.RANGE);

    @Override
    public Map<String, Double> estimate(Reference reference) {
        return new BoxCox(0, argument).estimate(reference);
    }

    @Override
    public double treat(double value, Map<String, Double> parameters) {
        return BoxCox.DEFAULT.treat(value, parameters);
    }
}
