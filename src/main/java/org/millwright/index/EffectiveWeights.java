package org.millwright.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.millwright.contract.Composite.Node;
import org.millwright.index.Parameters.Parameter;
import org.millwright.index.Parameters.Step;
import org.millwright.stat.weighting.Weighting;

/**
 * The weight of every child in its node, and what it weighs at the top: the product of the weights on the way up. A node
 * whose weights differ from unit to unit (benefit of the doubt) has none, and neither has anything below it.
 */
final class EffectiveWeights {
    private final Parameters parameters;
    private final List<Parameter> found = new ArrayList<>();

    private EffectiveWeights(Parameters parameters) {
        this.parameters = parameters;
    }

    /** Weights as parameters: named after the child, at its node; effective ones at the child itself. */
    static List<Parameter> of(Layout layout, Parameters parameters) {
        EffectiveWeights weights = new EffectiveWeights(parameters);
        weights.add(layout.composite().tree(), 1);
        return weights.found;
    }

    private void add(Node node, double effective) {
        if (Double.isNaN(effective)) {
            return;
        }
        found.add(new Parameter(node.id(), Step.EFFECTIVE_WEIGHT, "at_top", effective));
        double[] weights = weights(node, parameters);
        for (int c = 0; c < weights.length; c++) {
            Node child = node.children().get(c);
            if (!Double.isNaN(weights[c])) {
                found.add(new Parameter(node.id(), Step.WEIGHT, child.id(), weights[c]));
            }
            add(child, effective * weights[c]);
        }
    }

    /** The weights that all units share, of a node's children; NaN where the data gave none. */
    static double[] weights(Node node, Parameters parameters) {
        if (node.weighting() instanceof Weighting.Common method && !method.estimates()) {
            return method.weights(new double[0][], node.weights());
        }
        Map<String, Double> estimated = parameters.at(node.id(), Step.WEIGHT);
        return node.children().stream()
                .mapToDouble(child -> estimated.getOrDefault(child.id(), Double.NaN))
                .toArray();
    }
}
