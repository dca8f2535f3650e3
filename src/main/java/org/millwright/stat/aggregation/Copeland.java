package org.millwright.stat.aggregation;

/**
 * The Copeland score: how many units a unit outranks less how many outrank it, sum_k sign(e_jk - 1/2).
 *
 * <p>e is the {@link Outranking} matrix, which is not stored. It uses only which of two values is larger, so that no child
 * makes good for another by its distance. A pair compares the children that both have, with their weights scaled up; a pair
 * without a common child counts 0. The score is a whole number between -(n - 1) and n - 1; it is undefined for a unit
 * without a child of positive weight. A child adds its {@link Shapley} value in the game in which the other units keep all
 * their children; see {@link OutrankingShares} for when there is none.
 *
 * <p>Time grows with the square of the units, which is why there may be too many.
 *
 * <p>Reference: Copeland (1951); OECD/JRC Handbook (2008), section 6, non-compensatory aggregation; {@code a_copeland} of COINr.
 *
 * @param maximumUnits the most units of one period that are compared
 */
public record Copeland(int maximumUnits) implements Aggregation.AmongUnits {
    public static final Copeland DEFAULT = new Copeland(20_000);

    public Copeland {
        if (maximumUnits < 1) {
            throw new IllegalArgumentException("the maximum of units must be at least 1");
        }
    }

    @Override
    public double[] scores(double[][] units, double[] weights) {
        refuseTooMany(units.length);
        Outranking outranking = new Outranking(units, weights);
        double[] scores = new double[units.length];
        for (int j = 0; j < units.length; j++) {
            for (int k = j + 1; k < units.length; k++) {
                int sign = outranking.sign(j, k);
                scores[j] += sign;
                scores[k] -= sign;
            }
            scores[j] = outranking.compares(j) ? scores[j] : Double.NaN;
        }
        return scores;
    }

    @Override
    public double[][] contributions(double[][] units, double[] weights) {
        refuseTooMany(units.length);
        Outranking outranking = new Outranking(units, weights);
        OutrankingShares shares = new OutrankingShares(units, weights);
        double[][] contributions = new double[units.length][];
        for (int j = 0; j < units.length; j++) {
            contributions[j] = shares.of(j);
            for (int c = 0; c < weights.length; c++) {
                boolean defined = outranking.compares(j) && !Double.isNaN(units[j][c]);
                contributions[j][c] = defined ? contributions[j][c] : Double.NaN;
            }
        }
        return contributions;
    }

    @Override
    public double worst(double ofChildren) {
        return Double.NEGATIVE_INFINITY;
    }

    private void refuseTooMany(int units) {
        if (units > maximumUnits) {
            throw new IllegalArgumentException(
                    units + " units are too many to be compared pair by pair, which takes time"
                            + " with the square of their number: maximum-units is " + maximumUnits
                            + "; raise it, split the units into groups, or choose another aggregation");
        }
    }
}
