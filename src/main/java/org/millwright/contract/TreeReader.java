package org.millwright.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.contract.Composite.Leaf;
import org.millwright.contract.Composite.Node;
import org.millwright.stat.imputation.Imputation;
import org.millwright.stat.normalisation.Normalisation;
import org.millwright.stat.treatment.Treatment;
import org.millwright.stat.weighting.Given;
import org.millwright.stat.weighting.Weighting;
import org.millwright.yaml.YamlNode;

/**
 * Reads the tree of a composite.
 *
 * <p>{@code impute}, {@code treat} and {@code normalise} of a node hold for all leaves below it; {@code aggregate},
 * {@code weights} and {@code minimum-coverage} for its own children only. What is not said is as at the composite.
 */
final class TreeReader {
    private final Node defaults;
    private final Map<String, String> places = new HashMap<>();

    /** @param defaults a node with the methods of the composite */
    TreeReader(Node defaults) {
        this.defaults = defaults;
    }

    /** What a leaf takes from above where it says nothing itself. */
    record LeafMethods(Imputation imputation, Treatment treatment, Normalisation normalisation) {
        LeafMethods overriddenAt(YamlNode node) {
            return new LeafMethods(
                    node.optional("impute").map(CompositeReader::imputation).orElse(imputation),
                    node.optional("treat").map(CompositeReader::treatment).orElse(treatment),
                    node.optional("normalise")
                            .map(CompositeReader::normalisation)
                            .orElse(normalisation));
        }
    }

    /** The way to a node: the methods for the leaves below, how its siblings are weighted, and the ids down to it. */
    private record Above(LeafMethods methods, Weighting siblings, List<String> path) {
        /** The way on to the children of a node. */
        Above below(String id, LeafMethods overridden) {
            List<String> longer = new ArrayList<>(path);
            longer.add(id);
            return new Above(overridden, siblings, longer);
        }
    }

    Node read(YamlNode top, LeafMethods methods) {
        return node(top, new Above(methods, null, List.of()));
    }

    private Node node(YamlNode node, Above above) {
        boolean leaf = node.has("indicator");
        String id = leaf ? node.text("indicator") : node.text("id");
        if (above.path().contains(id)) {
            node.problem("the node '" + id + "' stands below itself", "Break the cycle: name the children one by one");
            return defaults;
        }
        requireOnce(id, node);
        if (leaf == node.has("children")) {
            node.problem("a node has either an indicator or children", "Remove one, or add the other");
        }
        YamlNode label = node.at("label");
        Node frame = new Node(
                id,
                label.text("en", ""),
                label.text("zh", ""),
                weight(node, above.siblings()),
                defaults.aggregation(),
                defaults.weighting(),
                defaults.minimumCoverage(),
                List.of(),
                null,
                node.where());
        LeafMethods methods = above.methods().overriddenAt(node);
        Node read = leaf ? frame.withLeaf(leaf(node, methods)) : inner(node, frame, above.below(id, methods));
        label.refuseOtherKeys();
        node.refuseOtherKeys();
        return read;
    }

    /** A frame with what only inner nodes have. */
    private Node inner(YamlNode node, Node frame, Above above) {
        Weighting weighting =
                node.optional("weights").map(CompositeReader::weighting).orElse(frame.weighting());
        Above siblings = new Above(above.methods(), weighting, above.path());
        List<Node> children = node.list("children", child -> node(child, siblings));
        if (node.has("children") && children.isEmpty()) {
            node.at("children")
                    .problem("the node '" + frame.id() + "' has no children", "Name them, or remove the node");
        }
        return new Node(
                frame.id(),
                frame.labelEn(),
                frame.labelZh(),
                frame.weight(),
                node.optional("aggregate").map(CompositeReader::aggregation).orElse(frame.aggregation()),
                weighting,
                CompositeReader.share(node, "minimum-coverage", frame.minimumCoverage()),
                children,
                null,
                frame.where());
    }

    private void requireOnce(String id, YamlNode node) {
        String first = places.putIfAbsent(id, node.where());
        if (first != null) {
            node.problem("the node '" + id + "' stands at " + first + " already", "Give every node its own id");
        }
    }

    private static double weight(YamlNode node, Weighting siblings) {
        if (siblings instanceof Given && !node.has("weight")) {
            node.problem("the weight is missing", "Add weight: 1, or let a method find the weights (weights: equal)");
        }
        double weight = node.number("weight", 1);
        if (weight <= 0) {
            node.at("weight").problem("the weight " + weight + " is not positive", "Write a weight above 0");
        }
        return weight;
    }

    private static Leaf leaf(YamlNode node, LeafMethods methods) {
        int direction = node.integer("direction", 0);
        if (node.has("direction") && Math.abs(direction) != 1) {
            node.at("direction").problem("the direction is " + direction, "Write 1 (more is better) or -1");
        }
        double scale = node.number("scale", 1);
        if (node.has("scale") && !node.has("denominator")) {
            node.at("scale")
                    .problem("there is no denominator for the scale", "Add denominator: ..., or remove the scale");
        }
        if (scale == 0) {
            node.at("scale").problem("the scale is 0", "Write the factor of the ratio to the denominator");
        }
        return new Leaf(
                node.text("indicator"),
                direction,
                node.text("denominator", ""),
                scale,
                methods.imputation(),
                methods.treatment(),
                methods.normalisation());
    }
}
