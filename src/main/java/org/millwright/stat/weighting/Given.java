package org.millwright.stat.weighting;

import java.util.Arrays;

/** The weights of the definition, scaled to sum to 1: w_c = g_c / sum g; the default. */
public record Given() implements Weighting.Common {
    public static final Given DEFAULT = new Given();

    @Override
    public double[] weights(double[][] children, double[] given) {
        double sum = Arrays.stream(given).sum();
        return Arrays.stream(given).map(weight -> weight / sum).toArray();
    }

    @Override
    public boolean estimates() {
        return false;
    }
}
