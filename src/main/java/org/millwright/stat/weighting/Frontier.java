package org.millwright.stat.weighting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.PivotSelectionRule;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.millwright.stat.CanonicalRows;

/**
 * The peers that bound the score of a unit, and the weights that lift the unit as high as they allow.
 *
 * <p>Scores are divided by the best peer's, child by child, so that the programme does not see their units. A peer that another one equals or beats
 * everywhere is left out, since it can bound nothing. Of the others only those enter the programme that the
 * solution would lift above 1: it starts with the best of each child and takes in the worst offender until there is none.
 */
final class Frontier {
    private static final double ROUNDING = 1e-10;

    /** Between which shares each child must be: of the score it contributes to, or of the sum of the weights. */
    record Bounds(double minimum, double maximum, boolean ofContributions) {}

    private final double[] best;
    private final List<double[]> peers = new ArrayList<>();

    /** @param peers {@code peers[i][c]}; those with a missing or a negative score are left out */
    Frontier(double[][] peers) {
        double[][] complete = Arrays.stream(CanonicalRows.of(peers))
                .filter(peer -> Arrays.stream(peer).noneMatch(y -> y < 0))
                .toArray(double[][]::new);
        best = new double[peers.length == 0 ? 0 : peers[0].length];
        Arrays.setAll(
                best,
                c -> Arrays.stream(complete).mapToDouble(peer -> peer[c]).max().orElse(0));
        for (int i = complete.length - 1; i >= 0; i--) {
            double[] peer = scaled(complete[i]);
            if (this.peers.stream().noneMatch(other -> isNowhereBelow(other, peer))) {
                this.peers.add(peer);
            }
        }
    }

    /** The children of a unit that can have a weight: those it has, and on which some peer is above zero. */
    int[] priced(double[] unit) {
        return IntStream.range(0, best.length)
                .filter(c -> best[c] > 0 && !Double.isNaN(unit[c]))
                .toArray();
    }

    /**
     * The weights that make sum w x largest while no peer is above 1; 0 for children without a price.
     *
     * @param bounds for the priced children of the unit
     */
    double[] weights(double[] unit, Bounds bounds) {
        int[] priced = priced(unit);
        double[] x = only(priced, scaled(unit));
        List<LinearConstraint> constraints = shares(bounds.ofContributions() ? x : inverse(priced), bounds);
        starting(priced).forEach(peer -> constraints.add(notAboveOne(only(priced, peer))));
        double[] w = solve(x, constraints);
        double[] highest = highest(priced, w);
        while (product(w, highest) > 1 + ROUNDING && !constraints.contains(notAboveOne(highest))) {
            constraints.add(notAboveOne(highest));
            w = solve(x, constraints);
            highest = highest(priced, w);
        }
        double top = product(w, highest);
        double[] weights = new double[unit.length];
        for (int c = 0; c < w.length; c++) {
            weights[priced[c]] = top > 0 ? w[c] / top / best[priced[c]] : 0;
        }
        return weights;
    }

    /** The unit's weights per unit of the programme's, of which the largest is 1: those are the weights of scaled scores. */
    private double[] inverse(int[] priced) {
        double smallest = Arrays.stream(priced).mapToDouble(c -> best[c]).min().orElseThrow();
        return Arrays.stream(priced).mapToDouble(c -> smallest / best[c]).toArray();
    }

    /** minimum sum w a &lt;= w_c a_c &lt;= maximum sum w a. */
    private static List<LinearConstraint> shares(double[] a, Bounds bounds) {
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int c = 0; c < a.length; c++) {
            if (bounds.minimum() > 0) {
                constraints.add(new LinearConstraint(overShare(a, c, bounds.minimum()), Relationship.GEQ, 0));
            }
            if (bounds.maximum() < 1) {
                constraints.add(new LinearConstraint(overShare(a, c, bounds.maximum()), Relationship.LEQ, 0));
            }
        }
        return constraints;
    }

    private static double[] overShare(double[] a, int child, double share) {
        double[] coefficients = new double[a.length];
        Arrays.setAll(coefficients, c -> a[c] * ((c == child ? 1 : 0) - share));
        return coefficients;
    }

    private static LinearConstraint notAboveOne(double[] peer) {
        return new LinearConstraint(peer, Relationship.LEQ, 1);
    }

    private static double[] solve(double[] x, List<LinearConstraint> constraints) {
        return new SimplexSolver(ROUNDING)
                .optimize(
                        new LinearObjectiveFunction(x, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MAXIMIZE,
                        new NonNegativeConstraint(true),
                        PivotSelectionRule.BLAND)
                .getPoint();
    }

    /** A best peer of each child: they keep the programme bounded. */
    private Set<double[]> starting(int[] priced) {
        Set<double[]> starting = new LinkedHashSet<>();
        for (int c : priced) {
            peers.stream().filter(peer -> peer[c] == 1).findFirst().ifPresent(starting::add);
        }
        return starting;
    }

    /** The peer that the weights lift highest, of its priced children. */
    private double[] highest(int[] priced, double[] w) {
        double[] highest = peers.get(0);
        double most = -1;
        for (double[] peer : peers) {
            double score = 0;
            for (int c = 0; c < w.length; c++) {
                score += w[c] * peer[priced[c]];
            }
            if (score > most) {
                most = score;
                highest = peer;
            }
        }
        return only(priced, highest);
    }

    private double[] scaled(double[] unit) {
        double[] scaled = new double[unit.length];
        Arrays.setAll(scaled, c -> best[c] > 0 ? unit[c] / best[c] : 0);
        return scaled;
    }

    private static double[] only(int[] children, double[] unit) {
        return Arrays.stream(children).mapToDouble(c -> unit[c]).toArray();
    }

    private static boolean isNowhereBelow(double[] other, double[] peer) {
        for (int c = 0; c < peer.length; c++) {
            if (other[c] < peer[c]) {
                return false;
            }
        }
        return true;
    }

    private static double product(double[] w, double[] x) {
        double product = 0;
        for (int c = 0; c < w.length; c++) {
            product += w[c] * x[c];
        }
        return product;
    }
}
