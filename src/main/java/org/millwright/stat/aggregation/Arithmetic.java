package org.millwright.stat.aggregation;

/**
 * The weighted arithmetic mean: sum w x / sum w over the children that are present.
 *
 * <p>A child adds w x / sum w. Full compensation: a bad child is made good by a good one.
 *
 * <p>Reference: OECD/JRC Handbook (2008), section 6, additive aggregation; {@code a_amean} of COINr.
 */
public record Arithmetic() implements Aggregation.OfUnit {
    public static final Arithmetic DEFAULT = new Arithmetic();

    @Override
    public double score(double[] children, double[] weights) {
        return WeightedMean.of(children, weights, x -> x);
    }

    @Override
    public double[] slopes(double[] from, double[] to, double[] weights) {
        return WeightedMean.shares(from, weights);
    }

    @Override
    public double[] contributions(double[] children, double[] weights) {
        return WeightedMean.parts(children, weights, x -> x);
    }
}
