package org.millwright.stat.normalisation;

import java.util.Arrays;
import java.util.Map;
import org.millwright.stat.Ranks;
import org.millwright.stat.Ties;

/**
 * Percentile rank within the period: z = scale (rank - 1)/(n - 1), with rank 1 for the worst of the n units that have a
 * value and equal values at the smallest rank.
 *
 * <p>Nothing is estimated: a unit is compared with the other units of its own period. Undefined (NaN) for the only unit of
 * a period.
 *
 * <p>Reference: {@code n_prank} of COINr, times 100.
 *
 * @param scale the score of the best unit, if it is alone at the top
 */
public record PercentileRank(double scale) implements Normalisation {
    public static final PercentileRank DEFAULT = new PercentileRank(100);

    public PercentileRank {
        Require.positiveScale(scale);
    }

    @Override
    public double[] normalise(double[] values, int direction, Map<String, Double> parameters) {
        double[] ranks = Ranks.ascending(Scores.directed(values, direction), Ties.MIN);
        long others = Arrays.stream(ranks).filter(rank -> !Double.isNaN(rank)).count() - 1;
        return Scores.of(ranks, rank -> scale * ((rank - 1) / others));
    }

    @Override
    public boolean comparesUnits() {
        return true;
    }
}
