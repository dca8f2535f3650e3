package org.millwright.stat.decomposition;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.PivotSelectionRule;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/**
 * The best practice of one period: whatever units of it, at any scale and in any mixture, made of their inputs.
 *
 * <p>The distance of a unit with inputs x and outputs y is 1/phi, where phi is the factor by which its outputs could
 * be larger:
 *
 * <p>maximise phi, with sum lambda_u y_u &gt;= phi y, sum lambda_u x_u &lt;= x and lambda not negative
 *
 * <p>(output-oriented, constant returns to scale). It is 1 on the frontier, and above 1 for a unit of another period that lies
 * beyond it. With positive figures the programme has always a solution.
 *
 * <p>Peers that another one equals or beats at some scale are left out, since they change nothing. Figures are divided by the
 * unit's own, and each column of the programme by its largest output, so that persons and money are of one size and the
 * precision of the solver does not decide.
 *
 * <p>Reference: Farrell (1957), The measurement of productive efficiency, Journal of the Royal Statistical Society A 120;
 * Charnes, Cooper and Rhodes (1978), European Journal of Operational Research 2.
 */
final class Frontier {
    private static final double PRECISION = 1e-12;

    private final Production peers;
    private final List<Integer> best = new ArrayList<>();

    Frontier(Production peers) {
        this.peers = peers;
        for (int u = 0; u < peers.size(); u++) {
            int peer = u;
            if (best.stream().noneMatch(other -> isNowhereBelow(other, peer))) {
                best.removeIf(other -> isNowhereBelow(peer, other));
                best.add(peer);
            }
        }
    }

    /** Whether a unit, at some scale, makes no less of everything than a peer and of nothing more: the peer is not needed then. */
    private boolean isNowhereBelow(int unit, int peer) {
        return largest(peers.outputs()[peer], peers.outputs()[unit])
                <= 1 / largest(peers.inputs()[unit], peers.inputs()[peer]);
    }

    private static double largest(double[] figures, double[] others) {
        double largest = 0;
        for (int k = 0; k < figures.length; k++) {
            largest = Math.max(largest, figures[k] / others[k]);
        }
        return largest;
    }

    /** The distance of a unit of this or another period. */
    double distance(Production period, int unit) {
        double[] x = period.inputs()[unit];
        double[] y = period.outputs()[unit];
        double[][] columns = best.stream().map(peer -> column(peer, x, y)).toArray(double[][]::new);
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int k = 0; k < y.length; k++) {
            constraints.add(new LinearConstraint(row(columns, x.length + k, 1), Relationship.LEQ, 0));
        }
        for (int k = 0; k < x.length; k++) {
            constraints.add(new LinearConstraint(row(columns, k, 0), Relationship.LEQ, 1));
        }
        double[] objective = new double[columns.length + 1];
        objective[0] = 1;
        double phi = new SimplexSolver(PRECISION)
                .optimize(
                        new LinearObjectiveFunction(objective, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MAXIMIZE,
                        new NonNegativeConstraint(true),
                        PivotSelectionRule.BLAND)
                .getValue();
        return 1 / phi;
    }

    /** Inputs of a peer per unit of its largest output, then its outputs with a minus; all relative to those of the unit. */
    private double[] column(int peer, double[] x, double[] y) {
        double[] inputs = peers.inputs()[peer];
        double[] outputs = peers.outputs()[peer];
        double largest = largest(outputs, y);
        double[] column = new double[x.length + y.length];
        for (int k = 0; k < x.length; k++) {
            column[k] = inputs[k] / x[k] / largest;
        }
        for (int k = 0; k < y.length; k++) {
            column[x.length + k] = -outputs[k] / y[k] / largest;
        }
        return column;
    }

    private static double[] row(double[][] columns, int k, double ofPhi) {
        double[] row = new double[columns.length + 1];
        row[0] = ofPhi;
        for (int u = 0; u < columns.length; u++) {
            row[u + 1] = columns[u][k];
        }
        return row;
    }
}
