package org.millwright.stat.aggregation;

import org.millwright.model.Reason;

/**
 * The Mazziotta-Pareto index: the mean of the children less a penalty for being uneven, M - S cv with cv = S/M.
 *
 * <p>M = sum w x / sum w and S^2 = sum w (x - M)^2 / sum w: the weights enter both, and equal weights give the mean and the
 * population standard deviation of the authors. Where less is better on the index as a whole (poverty, say), uneven is
 * worse too and the penalty is added: M + S cv. Children are expected as z-scores of mean 100 and standard deviation 10,
 * on which the index rises with every child that is below 1.5 M. With M zero or negative it is undefined. A child adds
 * its {@link Shapley} value.
 *
 * <p>Reference: Mazziotta and Pareto (2016), On a generalized non-compensatory composite index for measuring socio-economic
 * phenomena, Social Indicators Research 127; De Muro, Mazziotta and Pareto (2011).
 *
 * @param penalty the sign of the penalty
 */
public record MazziottaPareto(Penalty penalty) implements Aggregation.OfUnit {
    public static final MazziottaPareto DEFAULT = new MazziottaPareto(Penalty.NEGATIVE);

    /** Which way the penalty goes. */
    public enum Penalty {
        /** Taken off: a higher index is better. */
        NEGATIVE,
        /** Added: a higher index is worse. */
        POSITIVE
    }

    @Override
    public double score(double[] children, double[] weights) {
        double mean = mean(children, weights);
        if (!(mean > 0)) {
            return Double.NaN;
        }
        double amount = WeightedMean.of(children, weights, x -> (x - mean) * (x - mean)) / mean;
        return switch (penalty) {
            case NEGATIVE -> mean - amount;
            case POSITIVE -> mean + amount;
        };
    }

    private static double mean(double[] children, double[] weights) {
        return WeightedMean.of(children, weights, x -> x);
    }

    /** From M + S cv = Q / M and M - S cv = 2 M - Q / M, where Q is the mean of the squares; Q / M splits symmetrically. */
    @Override
    public double[] slopes(double[] from, double[] to, double[] weights) {
        double before = mean(from, weights);
        double after = mean(to, weights);
        double squares = WeightedMean.of(from, weights, x -> x * x) + WeightedMean.of(to, weights, x -> x * x);
        double[] slopes = WeightedMean.shares(from, weights);
        for (int c = 0; c < slopes.length; c++) {
            if (slopes[c] != 0) {
                double ofSquares = (from[c] + to[c]) * (1 / before + 1 / after) / 2;
                double ofRatio = ofSquares - squares / (2 * before * after);
                slopes[c] *= switch (penalty) {
                    case NEGATIVE -> 2 - ofRatio;
                    case POSITIVE -> ofRatio;
                };
            }
        }
        return slopes;
    }

    @Override
    public double[] contributions(double[] children, double[] weights) {
        return Shapley.of(children, present -> score(present, weights));
    }

    @Override
    public Reason undefined() {
        return Reason.NONPOSITIVE;
    }
}
