package org.millwright.stat.weighting;

import java.util.Arrays;
import java.util.Optional;
import org.millwright.stat.weighting.Frontier.Bounds;

/**
 * Benefit of the doubt: every unit gets the weights under which it looks best, as long as no peer would score more than the
 * best score under them.
 *
 * <p>For a unit with scores x_c: maximise sum w_c x_c with w not negative, sum w_c y_c &lt;= best for each peer y, and the share
 * of each child between the bounds: w_c / sum w, or w_c x_c / sum w x. A unit that some weights put before all peers scores {@code
 * best}. The weights do not sum to 1: the score is sum w x itself. Unless shares of the weights are bounded, a change of a child's unit
 * changes no score.
 *
 * <p>A missing child weighs 0; the bounds, made for n children, are then n/m times as large for the m present. A peer that misses
 * a child, or has a negative score, sets no frontier. A unit that is no peer may score above {@code best}. Where each child
 * must contribute something, a unit with a zero scores 0. Undefined (NaN) for a unit with a negative score, and for one
 * without a child on which a peer is above zero. The score is unique, the weights need not be; those found depend on
 * the scores alone, not on the order of units or peers.
 *
 * <p>Reference: Melyn and Moesen (1991); Cherchye, Moesen, Rogge and Van Puyenbroeck (2007), An introduction to 'benefit of
 * the doubt' composite indicators, Social Indicators Research 82; OECD/JRC Handbook (2008), section 6.1.
 *
 * @param minimumShare the least share of a child
 * @param maximumShare the largest
 * @param shareOf what the shares are of
 * @param best the score on the frontier
 */
public record BenefitOfTheDoubt(double minimumShare, double maximumShare, ShareOf shareOf, double best)
        implements Weighting {
    public static final BenefitOfTheDoubt DEFAULT = new BenefitOfTheDoubt(0, 1, ShareOf.WEIGHTS, 100);

    /** What bounds on shares are for. */
    public enum ShareOf {
        /** The weights, w_c / sum w: for children on one scale, as in the Handbook. */
        WEIGHTS,
        /** The score, w_c x_c / sum w x: whatever the scale, but no score may be zero. */
        SCORE
    }

    private static final double ROUNDING = 1e-12;

    public BenefitOfTheDoubt {
        if (!(minimumShare >= 0 && minimumShare <= maximumShare && maximumShare <= 1)) {
            throw new IllegalArgumentException("the shares need 0 <= minimum-share <= maximum-share <= 1");
        }
        if (!(best > 0 && best < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the best score must be above 0");
        }
    }

    @Override
    public Optional<String> misfit(int children) {
        boolean feasible = minimumShare * children <= 1 + ROUNDING && maximumShare * children >= 1 - ROUNDING;
        return feasible
                ? Optional.empty()
                : Optional.of("shares between " + minimumShare + " and " + maximumShare + " cannot sum to 1");
    }

    /**
     * The weights of each unit: {@code [i][c]}.
     *
     * @param units {@code units[i][c]} of unit i and child c; NaN where missing
     * @param peers the units that no weights may lift above the best score
     */
    public double[][] weights(double[][] units, double[][] peers) {
        Frontier frontier = new Frontier(peers);
        return Arrays.stream(units).map(unit -> weights(unit, frontier)).toArray(double[][]::new);
    }

    private double[] weights(double[] unit, Frontier frontier) {
        int[] priced = frontier.priced(unit);
        boolean negative = Arrays.stream(unit).anyMatch(x -> x < 0);
        if (negative || priced.length == 0 || misfit(unit.length).isPresent()) {
            return Shares.none(unit.length);
        }
        double scale = (double) unit.length / priced.length;
        Bounds bounds = new Bounds(minimumShare * scale, Math.min(1, maximumShare * scale), shareOf == ShareOf.SCORE);
        double[] weights = frontier.weights(unit, bounds);
        return Arrays.stream(weights).map(weight -> weight * best).toArray();
    }

    /** The score of a unit under its own weights: sum w x over the children that are present; NaN without weights. */
    public static double score(double[] unit, double[] weights) {
        double score = Double.isNaN(weights[0]) ? Double.NaN : 0;
        for (int c = 0; c < unit.length; c++) {
            score += Double.isNaN(unit[c]) ? 0 : unit[c] * weights[c];
        }
        return score;
    }

    /** What each child adds to the score: w x; NaN for a missing child. */
    public static double[] contributions(double[] unit, double[] weights) {
        double[] parts = new double[unit.length];
        Arrays.setAll(parts, c -> unit[c] * weights[c]);
        return parts;
    }
}
