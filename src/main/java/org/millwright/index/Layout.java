package org.millwright.index;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.millwright.contract.Composite;
import org.millwright.contract.Composite.Node;
import org.millwright.stat.imputation.Imputation;

/** Where everything of a composite stands in arrays: leaves, then inner nodes, children before their parents. */
final class Layout implements Serializable {
    private final Composite composite;
    private final List<Node> leaves;
    private final List<Node> nodes;
    private final List<String> columns;
    private final List<String> labels;
    private final Map<String, Integer> places = new HashMap<>();

    Layout(Composite composite) {
        this(composite, columns(composite), labels(composite));
    }

    private Layout(Composite composite, List<String> columns, List<String> labels) {
        this.composite = composite;
        this.columns = columns;
        this.labels = labels;
        List<Node> upward = composite.tree().upward().toList();
        leaves = upward.stream().filter(Node::isLeaf).toList();
        nodes = new ArrayList<>(leaves);
        upward.stream().filter(node -> !node.isLeaf()).forEach(nodes::add);
        nodes.forEach(node -> places.put(node.id(), places.size()));
    }

    private static List<String> columns(Composite composite) {
        return Stream.concat(composite.indicators().stream(), composite.denominators().stream())
                .toList();
    }

    /** What imputation goes by, in the definition itself and in the alternatives to it. */
    private static List<String> labels(Composite composite) {
        Stream<Imputation> own =
                composite.leaves().stream().map(node -> node.leaf().imputation());
        Stream<Imputation> alternatives =
                composite.alternatives().stream().flatMap(declared -> declared.imputations().stream());
        return Stream.concat(own, alternatives)
                .filter(Imputation.ByColumn.class::isInstance)
                .map(method -> ((Imputation.ByColumn) method).by())
                .filter(by -> !by.isEmpty())
                .distinct()
                .toList();
    }

    /** The layout of a variant of the composite, on the same data. */
    Layout of(Composite variant) {
        return new Layout(variant, columns, labels);
    }

    Composite composite() {
        return composite;
    }

    List<Node> leaves() {
        return leaves;
    }

    /** All nodes; the first of them are the leaves, the last is the top. */
    List<Node> nodes() {
        return nodes;
    }

    Stream<Node> inner() {
        return nodes.stream().skip(leaves.size());
    }

    int place(Node node) {
        return places.get(node.id());
    }

    /** The places of a node's children. */
    int[] children(Node node) {
        return node.children().stream().mapToInt(this::place).toArray();
    }

    /** The columns of the data: indicators, then denominators. */
    List<String> columns() {
        return columns;
    }

    int column(String name) {
        return columns.indexOf(name);
    }

    /** The columns with the groups that imputation goes by. */
    List<String> labels() {
        return labels;
    }
}
