package org.millwright.stat.treatment;

import java.util.Map;

/**
 * What a logarithm or a power is taken of: a(x) = scale (max(x, min) - min) + offset.
 *
 * <p>The minimum and maximum are those of the reference window. A later value below the minimum is held at it, since the
 * argument might not be positive there.
 */
public enum Argument {
    /** a = x - min + 0.01 (max - min): does not depend on the unit. COINr {@code log_CT}. */
    RANGE {
        @Override
        double offset(double min, double max) {
            return 0.01 * (max - min);
        }
    },

    /** a = x - min + 1: depends on the unit. COINr {@code log_CT_orig}, the COIN Tool. */
    PLUS_ONE {
        @Override
        double offset(double min, double max) {
            return 1;
        }
    },

    /** a = (max - 1)(x - min)/(max - min) + 1, from 1 to max; needs max > 1. Global Innovation Index 2020. */
    GII {
        @Override
        double scale(double min, double max) {
            return (max - 1) / (max - min);
        }

        @Override
        double offset(double min, double max) {
            return 1;
        }
    },

    /** a = x; needs min > 0. */
    VALUE {
        @Override
        double offset(double min, double max) {
            return min;
        }
    };

    double scale(double min, double max) {
        return 1;
    }

    abstract double offset(double min, double max);

    /** {@code min}, {@code scale} and {@code offset} for a series that is not constant; nothing where it is undefined. */
    Map<String, Double> estimate(double[] ascending) {
        double min = ascending[0];
        double max = ascending[ascending.length - 1];
        double scale = scale(min, max);
        double offset = offset(min, max);
        return scale > 0 && offset > 0 ? Map.of("min", min, "scale", scale, "offset", offset) : Map.of();
    }

    /** The logarithm of the argument. */
    static double log(double value, Map<String, Double> parameters) {
        double min = parameters.get("min");
        return Math.log(parameters.get("scale") * (Math.max(value, min) - min) + parameters.get("offset"));
    }
}
