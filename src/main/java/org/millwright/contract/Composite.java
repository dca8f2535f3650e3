package org.millwright.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.millwright.yaml.YamlNode;

/**
 * A composite index: a tree whose leaves are indicators.
 *
 * @param lower bottom of the normalised scale
 * @param upper top of the normalised scale
 * @param minimumCoverage share of a node's weight that must have data, 0..1
 */
public record Composite(
        String id,
        String version,
        String labelEn,
        String labelZh,
        double lower,
        double upper,
        double minimumCoverage,
        Node tree) {

    /** How the children of a node become its score. */
    public enum Aggregation {
        ARITHMETIC,
        GEOMETRIC
    }

    /** A node of the tree; a leaf has an indicator's id and no children. */
    public record Node(
            String id, String labelEn, String labelZh, double weight, Aggregation aggregation, List<Node> children) {
        public boolean isLeaf() {
            return children.isEmpty();
        }

        /** Distance to the farthest leaf below, plus one: leaves are at level 1. */
        public int level() {
            return 1 + children.stream().mapToInt(Node::level).max().orElse(0);
        }

        /** This node and all below, children before their parent. */
        public Stream<Node> upward() {
            return Stream.concat(children.stream().flatMap(Node::upward), Stream.of(this));
        }
    }

    /** The indicators at the leaves. */
    public List<String> indicators() {
        return tree.upward().filter(Node::isLeaf).map(Node::id).toList();
    }

    static Composite read(YamlNode node) {
        YamlNode label = node.at("label");
        YamlNode normalise = node.at("normalise");
        Aggregation byDefault = aggregation(node, Aggregation.ARITHMETIC);
        if (!normalise.text("method").equals("goalposts")) {
            normalise.problem("only goalposts are known as a normalisation", "Write {method: goalposts}");
        }
        Composite composite = new Composite(
                node.text("id"),
                node.text("version"),
                label.text("en"),
                label.text("zh"),
                normalise.number("lower", 0),
                normalise.number("upper", 100),
                node.number("minimum-coverage", 2.0 / 3),
                node(node.at("tree"), byDefault));
        checkRanges(composite, node);
        Stream.of(label, normalise, node).forEach(YamlNode::refuseOtherKeys);
        return composite;
    }

    private static void checkRanges(Composite composite, YamlNode node) {
        if (composite.lower() >= composite.upper()) {
            node.at("normalise").problem("lower is not below upper", "Write for example lower: 1, upper: 100");
        }
        boolean geometric = composite
                .tree()
                .upward()
                .anyMatch(part -> !part.isLeaf() && part.aggregation() == Aggregation.GEOMETRIC);
        if (geometric && composite.lower() <= 0) {
            node.at("normalise")
                    .problem(
                            "a geometric mean needs positive values but the scale starts at " + composite.lower(),
                            "Write lower: 1");
        }
        List<String> ids = new ArrayList<>();
        composite.tree().upward().map(Node::id).forEach(id -> {
            if (ids.contains(id)) {
                node.at("tree").problem("the node '" + id + "' stands twice", "Give every node its own id");
            }
            ids.add(id);
        });
    }

    private static Aggregation aggregation(YamlNode node, Aggregation byDefault) {
        return node.optional("aggregate")
                .map(aggregate -> {
                    Aggregation method = aggregate.choice("method", Aggregation.class, byDefault);
                    aggregate.refuseOtherKeys();
                    return method;
                })
                .orElse(byDefault);
    }

    private static Node node(YamlNode node, Aggregation byDefault) {
        double weight = node.number("weight", 1);
        if (weight <= 0) {
            node.at("weight").problem("the weight " + weight + " is not positive", "Write a weight above 0");
        }
        YamlNode label = node.at("label");
        boolean leaf = node.has("indicator");
        Node read = new Node(
                leaf ? node.text("indicator") : node.text("id"),
                label.text("en", ""),
                label.text("zh", ""),
                weight,
                aggregation(node, byDefault),
                node.list("children", child -> node(child, byDefault)));
        if (leaf != read.isLeaf()) {
            node.problem("a node has either an indicator or children", "Remove one, or add the other");
        }
        node.refuseOtherKeys();
        return read;
    }
}
