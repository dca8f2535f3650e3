package org.millwright.stat.normalisation;

import java.util.Map;
import org.millwright.stat.Ranks;
import org.millwright.stat.Ties;

/**
 * Borda score within the period: z = rank - 1, the number of units that a unit leaves behind: 0 for the worst, n - 1 for
 * the best.
 *
 * <p>Nothing is estimated: a unit is compared with the other units of its own period. Always defined.
 *
 * <p>Reference: de Borda (1784), Mémoire sur les élections au scrutin; {@code n_borda} of COINr.
 *
 * @param ties which rank equal values share; with AVERAGE a unit of equal value counts one half
 */
public record Borda(Ties ties) implements Normalisation {
    public static final Borda DEFAULT = new Borda(Ties.MIN);

    @Override
    public double[] normalise(double[] values, int direction, Map<String, Double> parameters) {
        return Scores.of(Ranks.ascending(Scores.directed(values, direction), ties), rank -> rank - 1);
    }

    @Override
    public boolean comparesUnits() {
        return true;
    }
}
