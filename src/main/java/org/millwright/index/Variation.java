package org.millwright.index;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.millwright.contract.Alternatives;
import org.millwright.contract.Composite.Leaf;
import org.millwright.contract.Composite.Node;
import org.millwright.index.Factor.Kind;
import org.millwright.stat.aggregation.Aggregation;
import org.millwright.stat.normalisation.Goalposts;
import org.millwright.stat.normalisation.Normalisation;
import org.millwright.stat.weighting.Given;
import org.millwright.stat.weighting.Weighting;

/**
 * A composite as one replicate has it: an alternative method takes the place of the definition's at all leaves or at all
 * inner nodes, moved weights that of the weights, and a left-out node is gone, with every node above it that keeps no child.
 */
record Variation(Layout nominal, Choices choices) {

    /** The whole variant. */
    Layout layout() {
        return nominal.of(nominal.composite()
                .withTree(varied(nominal.composite().tree())
                        .orElseThrow(() -> new IllegalArgumentException("nothing is left of the index"))));
    }

    /** The variant as far as its leaves go: all of them, under nodes that need no estimate of their own. */
    Layout ofLeaves() {
        return nominal.of(nominal.composite()
                .withTree(nominal.composite()
                        .tree()
                        .map(node -> node.isLeaf()
                                ? node.withLeaf(varied(node.leaf()))
                                : node.withMethods(node.aggregation(), Given.DEFAULT))));
    }

    /** Whether anything would be left. */
    boolean isPossible() {
        return varied(nominal.composite().tree()).isPresent();
    }

    private Optional<Node> varied(Node node) {
        if (node.id().equals(choices.leftOut())) {
            return Optional.empty();
        }
        if (node.isLeaf()) {
            return Optional.of(node.withLeaf(varied(node.leaf())));
        }
        List<Node> children =
                weighted(node).stream().flatMap(child -> varied(child).stream()).toList();
        return children.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        node.withMethods(aggregation(node), weighting(node)).withChildren(children));
    }

    private List<Node> weighted(Node node) {
        if (isMoved(node)) {
            return weighted(node, child -> choices.weights().getOrDefault(child.id(), child.weight()));
        }
        if (isFixed(node)) {
            double[] own = EffectiveWeights.weights(node, Parameters.NONE);
            return weighted(node, child -> own[node.children().indexOf(child)]);
        }
        return node.children();
    }

    private static List<Node> weighted(Node node, ToDoubleFunction<Node> weight) {
        return node.children().stream()
                .map(child -> child.withWeight(weight.applyAsDouble(child)))
                .toList();
    }

    private boolean isMoved(Node node) {
        return node.children().stream().anyMatch(child -> choices.weights().containsKey(child.id()));
    }

    /** Where the definition alone gives the weights of all children together, they are taken before one is left out. */
    private boolean isFixed(Node node) {
        return !choices.leftOut().isEmpty()
                && node.weighting() instanceof Weighting.Common method
                && !method.estimates();
    }

    private Weighting weighting(Node node) {
        return isMoved(node) || isFixed(node) ? Given.DEFAULT : node.weighting();
    }

    private Aggregation aggregation(Node node) {
        return alternative(Kind.AGGREGATE, alternatives().aggregations(), node.aggregation());
    }

    private Leaf varied(Leaf leaf) {
        Normalisation normalisation =
                alternative(Kind.NORMALISE, alternatives().normalisations(), leaf.normalisation());
        return new Leaf(
                leaf.indicator(),
                leaf.direction(),
                leaf.denominator(),
                leaf.scale(),
                alternative(Kind.IMPUTE, alternatives().imputations(), leaf.imputation()),
                alternative(Kind.TREAT, alternatives().treatments(), leaf.treatment()),
                withOwnGoalposts(normalisation, leaf));
    }

    private static Normalisation withOwnGoalposts(Normalisation normalisation, Leaf leaf) {
        return normalisation instanceof Goalposts method
                        && !method.isDeclared()
                        && leaf.normalisation() instanceof Goalposts own
                        && own.isDeclared()
                ? method.between(own.lower(), own.upper())
                : normalisation;
    }

    private Alternatives alternatives() {
        return nominal.composite().robustness();
    }

    private <M> M alternative(Kind kind, List<M> declared, M nominalMethod) {
        Integer number = choices.alternatives().get(kind);
        return number == null ? nominalMethod : declared.get(number);
    }
}
