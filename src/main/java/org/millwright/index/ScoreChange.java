package org.millwright.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.contract.Composite.Node;
import org.millwright.model.Periods;
import org.millwright.model.Reason;
import org.millwright.stat.aggregation.Aggregation;
import org.millwright.stat.aggregation.UnitScore;
import org.millwright.stat.change.NodeChange;
import org.millwright.stat.change.NodeChange.State;
import org.millwright.stat.change.WeightedSum;

/**
 * The change of a unit's top score between two periods, split exactly. From the top down every node splits its change into its
 * children's; a part of a child is the child's own change times the slopes on its way up, so that the parts of all indicators, and
 * of the nodes whose weights or coverage changed, sum to the change of the top.
 */
final class ScoreChange {
    private final Layout layout;
    private final UnitScores from;
    private final UnitScores to;
    private final List<Part> parts = new ArrayList<>();

    private ScoreChange(Layout layout, UnitScores from, UnitScores to) {
        this.layout = layout;
        this.from = from;
        this.to = to;
    }

    /** What made a part of a change. */
    enum Effect {
        /** An indicator's own score changed. */
        VALUE,
        /** A node has children that one of the two periods lacks. */
        COVERAGE,
        /** A node's children weigh differently in the two periods. */
        WEIGHTS,
        /** A node that compares units changed as a whole. */
        COMPARISON,
        /** All of it. */
        TOTAL
    }

    /** @param value points of the top; NaN with a reason */
    record Part(String node, Effect effect, double value, Reason reason) {}

    /** A period with a score, and the period before it, of the same frequency, that has one. */
    record Between(String basePeriod, String period, List<Part> parts) {}

    /** The changes of one unit from each period with a score to the next. */
    static List<Between> along(Layout layout, List<UnitScores> ascending) {
        List<Between> changes = new ArrayList<>();
        Map<Integer, UnitScores> latest = new HashMap<>();
        for (UnitScores scores : ascending) {
            if (!Double.isNaN(scores.top())) {
                UnitScores before = latest.put(Periods.perYear(scores.period()), scores);
                if (before != null) {
                    changes.add(new Between(before.period(), scores.period(), parts(layout, before, scores)));
                }
            }
        }
        return changes;
    }

    /** The parts of the change between two states that both have a score at the top. */
    static List<Part> parts(Layout layout, UnitScores from, UnitScores to) {
        ScoreChange change = new ScoreChange(layout, from, to);
        Node top = layout.composite().tree();
        change.parts.add(new Part(top.id(), Effect.TOTAL, to.top() - from.top(), null));
        change.split(top, 1);
        return change.parts;
    }

    private void split(Node node, double slope) {
        int place = layout.place(node);
        double own = slope * (to.scores()[place] - from.scores()[place]);
        if (node.isLeaf()) {
            parts.add(new Part(node.id(), Effect.VALUE, own, null));
        } else if (NodeScores.comparesUnits(node)) {
            parts.add(new Part(node.id(), Effect.COMPARISON, own, null));
            node.children().forEach(child -> leaveOut(child, Reason.COMPARISON));
        } else {
            splitInner(node, slope);
        }
    }

    private void splitInner(Node node, double slope) {
        UnitScore method =
                NodeScores.weighsEachUnit(node) ? new WeightedSum() : (Aggregation.OfUnit) node.aggregation();
        NodeChange change = NodeChange.of(method, state(node, from), state(node, to));
        if (change.weights() != 0) {
            parts.add(new Part(node.id(), Effect.WEIGHTS, slope * change.weights(), null));
        }
        if (Arrays.stream(change.slopes()).anyMatch(Double::isNaN)) {
            parts.add(new Part(node.id(), Effect.COVERAGE, slope * change.coverage(), null));
        }
        for (int c = 0; c < change.slopes().length; c++) {
            Node child = node.children().get(c);
            if (Double.isNaN(change.slopes()[c])) {
                leaveOut(child, Reason.COVERAGE);
            } else {
                split(child, slope * change.slopes()[c]);
            }
        }
    }

    private State state(Node node, UnitScores unit) {
        double[] children = Arrays.stream(layout.children(node))
                .mapToDouble(child -> unit.scores()[child])
                .toArray();
        return new State(
                children, unit.weights()[layout.place(node) - layout.leaves().size()]);
    }

    /** Indicators whose change has no part of its own, each with the reason nearest to it. */
    private void leaveOut(Node node, Reason above) {
        int place = layout.place(node);
        Reason missing = to.reasons()[place] == null ? from.reasons()[place] : to.reasons()[place];
        Reason reason = missing == null ? above : missing;
        if (node.isLeaf()) {
            parts.add(new Part(node.id(), Effect.VALUE, Double.NaN, reason));
        }
        node.children().forEach(child -> leaveOut(child, reason));
    }
}
