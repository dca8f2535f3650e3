package org.millwright.stat.weighting;

import java.util.Arrays;

/** The same weight for every child: w_c = 1/n. */
public record Equal() implements Weighting.Common {
    public static final Equal DEFAULT = new Equal();

    @Override
    public double[] weights(double[][] children, double[] given) {
        double[] weights = new double[given.length];
        Arrays.fill(weights, 1.0 / given.length);
        return weights;
    }

    @Override
    public boolean estimates() {
        return false;
    }
}
