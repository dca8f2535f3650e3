package org.millwright.stat.normalisation;

import java.util.Map;
import org.millwright.stat.Ranks;
import org.millwright.stat.Ties;

/**
 * Rank within the period: z = 1 for the worst unit, n for the best of n units that have a value.
 *
 * <p>Nothing is estimated: a unit is compared with the other units of its own period. Always defined.
 *
 * <p>Reference: OECD/JRC Handbook (2008), section 5; {@code n_rank} of COINr.
 *
 * @param ties which rank equal values share
 */
public record Rank(Ties ties) implements Normalisation {
    public static final Rank DEFAULT = new Rank(Ties.MIN);

    @Override
    public double[] normalise(double[] values, int direction, Map<String, Double> parameters) {
        return Ranks.ascending(Scores.directed(values, direction), ties);
    }

    @Override
    public boolean comparesUnits() {
        return true;
    }

    @Override
    public double worst() {
        return 1;
    }
}
