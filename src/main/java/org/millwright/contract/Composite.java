package org.millwright.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.millwright.error.Problems;
import org.millwright.stat.aggregation.Aggregation;
import org.millwright.stat.imputation.Imputation;
import org.millwright.stat.normalisation.Normalisation;
import org.millwright.stat.treatment.NoTreatment;
import org.millwright.stat.treatment.Treatment;
import org.millwright.stat.weighting.Weighting;
import org.millwright.yaml.YamlDocument;
import org.millwright.yaml.YamlNode;

/**
 * A composite index: a tree whose leaves are indicators, with the method of every step.
 *
 * @param columns where units and periods stand in a table that is not Millwright's own
 * @param window the periods on which parameters are estimated
 * @param screen which units have too few data to be scored
 * @param robustness what is varied to see how much the scores depend on the choices made; absent if nothing is
 * @param where file and line
 */
public record Composite(
        String id,
        String version,
        String labelEn,
        String labelZh,
        Columns columns,
        Window window,
        Screen screen,
        Node tree,
        Alternatives robustness,
        String where)
        implements Serializable {

    /** Names of columns; {@code period} is empty where all rows are of one period. */
    public record Columns(String unit, String period) implements Serializable {}

    /**
     * The reference window: both ends included, as periods are written; an empty end is open. A year as the last end
     * includes its quarters and months.
     *
     * @param eachPeriod whether parameters are estimated anew in every period, so that scores compare within it only
     */
    public record Window(String from, String to, boolean eachPeriod) implements Serializable {
        public boolean holds(String period) {
            boolean begun = from.isEmpty() || from.compareTo(period) <= 0;
            return begun && (to.isEmpty() || period.compareTo(to) <= 0 || period.startsWith(to + "-"));
        }

        public boolean isDeclared() {
            return !from.isEmpty() && !to.isEmpty();
        }
    }

    /** The share of its indicators that a unit must have, in all and below each node whose children are leaves. */
    public record Screen(double minimumCoverage, double minimumCoveragePerNode) implements Serializable {}

    /**
     * How an indicator becomes a leaf.
     *
     * @param direction +1 or -1; 0 where the indicator's own definition says it
     * @param denominator the column to divide by; empty for none
     * @param scale factor of the ratio to the denominator
     */
    public record Leaf(
            String indicator,
            int direction,
            String denominator,
            double scale,
            Imputation imputation,
            Treatment treatment,
            Normalisation normalisation)
            implements Serializable {
        /** Whether a step of it takes parameters from the data. */
        public boolean estimates() {
            return imputation.estimates() || !(treatment instanceof NoTreatment) || normalisation.estimates();
        }

        public Leaf with(int newDirection, Normalisation newNormalisation) {
            return new Leaf(indicator, newDirection, denominator, scale, imputation, treatment, newNormalisation);
        }
    }

    /**
     * A node of the tree.
     *
     * @param minimumCoverage share of the children's weight that must have data, 0..1
     * @param leaf the indicator of a leaf; null at an inner node
     * @param where file and line
     */
    public record Node(
            String id,
            String labelEn,
            String labelZh,
            double weight,
            Aggregation aggregation,
            Weighting weighting,
            double minimumCoverage,
            List<Node> children,
            Leaf leaf,
            String where)
            implements Serializable {
        public boolean isLeaf() {
            return leaf != null;
        }

        /** Distance to the farthest leaf below, plus one: leaves are at level 1. */
        public int level() {
            return 1 + children.stream().mapToInt(Node::level).max().orElse(0);
        }

        /** This node and all below, children before their parent. */
        public Stream<Node> upward() {
            return Stream.concat(children.stream().flatMap(Node::upward), Stream.of(this));
        }

        /** The name of the method by which the children become the score. */
        public String aggregationName() {
            return aggregation.id();
        }

        public double[] weights() {
            return children.stream().mapToDouble(Node::weight).toArray();
        }

        /** The same tree with other nodes; children are changed before their parent. */
        public Node map(Function<Node, Node> change) {
            List<Node> changed = new ArrayList<>();
            children.forEach(child -> changed.add(child.map(change)));
            return change.apply(withChildren(changed));
        }

        public Node withChildren(List<Node> newChildren) {
            return new Node(
                    id, labelEn, labelZh, weight, aggregation, weighting, minimumCoverage, newChildren, leaf, where);
        }

        public Node withMethods(Aggregation newAggregation, Weighting newWeighting) {
            return new Node(
                    id, labelEn, labelZh, weight, newAggregation, newWeighting, minimumCoverage, children, leaf, where);
        }

        public Node withWeight(double newWeight) {
            return new Node(
                    id, labelEn, labelZh, newWeight, aggregation, weighting, minimumCoverage, children, leaf, where);
        }

        public Node withLeaf(Leaf newLeaf) {
            return new Node(
                    id, labelEn, labelZh, weight, aggregation, weighting, minimumCoverage, children, newLeaf, where);
        }
    }

    /** The leaves, in the order of the tree. */
    public List<Node> leaves() {
        return tree.upward().filter(Node::isLeaf).toList();
    }

    /** The indicators at the leaves. */
    public List<String> indicators() {
        return leaves().stream().map(Node::id).toList();
    }

    /** The columns that leaves are divided by, each once. */
    public List<String> denominators() {
        return leaves().stream()
                .map(node -> node.leaf().denominator())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** Whether anything is estimated on the data, in itself or where it is varied, so that it matters which data. */
    public boolean estimates() {
        return alternatives().filter(Alternatives::estimate).isPresent() || nominalEstimates();
    }

    private boolean nominalEstimates() {
        return tree.upward()
                .anyMatch(node -> node.isLeaf()
                        ? node.leaf().estimates()
                        : node.weighting() instanceof Weighting.Common method && method.estimates());
    }

    public Composite withTree(Node newTree) {
        return new Composite(id, version, labelEn, labelZh, columns, window, screen, newTree, robustness, where);
    }

    /** The same composite; a leaf that says nothing of its direction gets the given one. */
    public Composite withDirections(int byDefault) {
        return withTree(tree.map(node -> node.isLeaf() && node.leaf().direction() == 0
                ? node.withLeaf(node.leaf().with(byDefault, node.leaf().normalisation()))
                : node));
    }

    public Composite withRobustness(Alternatives alternatives) {
        return new Composite(id, version, labelEn, labelZh, columns, window, screen, tree, alternatives, where);
    }

    public Optional<Alternatives> alternatives() {
        return Optional.ofNullable(robustness);
    }

    /** Reads a definition; everything that is wrong in it becomes a problem with file and line. */
    public static Composite read(YamlNode node) {
        return new CompositeReader(node).read();
    }

    /** Reads a definition from the text of its file. */
    public static Optional<Composite> read(String file, String text, Problems problems) {
        YamlNode root = YamlDocument.read(file, text, problems);
        return root.isAbsent() ? Optional.empty() : Optional.of(read(root));
    }
}
