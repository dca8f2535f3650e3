package org.millwright.contract;

import java.util.List;
import java.util.stream.DoubleStream;
import org.millwright.contract.Composite.Leaf;
import org.millwright.contract.Composite.Node;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problems;
import org.millwright.stat.aggregation.Aggregation;
import org.millwright.stat.aggregation.Arithmetic;
import org.millwright.stat.imputation.Imputation;
import org.millwright.stat.normalisation.Goalposts;
import org.millwright.stat.normalisation.Normalisation;
import org.millwright.stat.weighting.BenefitOfTheDoubt;

/** Whether the methods of a composite can work together, so that it does not fail on the data later. */
public final class CompositeCheck {
    private final Composite composite;
    private final Problems problems;

    public CompositeCheck(Composite composite, Problems problems) {
        this.composite = composite;
        this.problems = problems;
    }

    /** What must hold wherever the composite is computed. */
    void sound() {
        composite.tree().upward().forEach(node -> {
            if (node.isLeaf()) {
                declared(node.where(), node.leaf().imputation());
                declared(node.where(), node.leaf().normalisation());
            } else {
                positive(node);
                arithmeticWhereWeightsDiffer(node);
                fitting(node);
            }
        });
        composite.alternatives().ifPresent(this::alternatives);
    }

    /** What must hold where there is nothing but the definition and a table, and no definition of the indicators. */
    public void alone() {
        if (composite.columns().unit().isEmpty()) {
            add(composite.where(), "the key 'unit' is missing", "Name the column of units");
        }
        composite.leaves().stream()
                .filter(node -> !isDeclared(node.leaf()))
                .forEach(node -> add(
                        node.where(),
                        "the goalposts of '" + node.id() + "' are not declared",
                        "Add normalise: {method: goalposts, lower: ..., upper: ...}"));
        if (composite.columns().period().isEmpty()) {
            withoutPeriods();
        }
    }

    private static boolean isDeclared(Leaf leaf) {
        return !(leaf.normalisation() instanceof Goalposts method) || method.isDeclared();
    }

    private void withoutPeriods() {
        String remedy = "Name the column of periods: period: ...";
        if (!composite.window().from().isEmpty() || !composite.window().to().isEmpty()) {
            add(composite.where(), "a reference-window of data without periods holds nothing", remedy);
        }
        composite.leaves().stream()
                .filter(node -> node.leaf().imputation() instanceof Imputation.AlongTime)
                .forEach(node -> add(
                        node.where(),
                        "'" + node.id() + "' is imputed along time, of which the data know none",
                        remedy));
        boolean varied = composite.alternatives().stream()
                .flatMap(alternatives -> alternatives.imputations().stream())
                .anyMatch(Imputation.AlongTime.class::isInstance);
        if (varied) {
            add(composite.where(), "robustness imputes along time, of which the data know none", remedy);
        }
    }

    private void declared(String where, Imputation method) {
        if (!method.isDeclared()) {
            add(where, method.id() + " has no value", "Add impute: {method: " + method.id() + ", value: ...}");
        }
    }

    /** Goalposts may be those of the indicator's own definition, which is not known here. */
    private void declared(String where, Normalisation method) {
        if (!method.isDeclared() && !(method instanceof Goalposts)) {
            String option = method.id().equals("distance-to-target") ? "target" : "unit";
            add(
                    where,
                    method.id() + " has no " + option,
                    "Add normalise: {method: " + method.id() + ", " + option + ": ...}");
        }
    }

    /** A mean that needs scores above zero must not stand over a scale that reaches down to zero. */
    private void positive(Node node) {
        if (node.aggregation().needsPositive()) {
            node.children().stream()
                    .filter(child -> worst(child) <= 0)
                    .findFirst()
                    .ifPresent(
                            child -> add(
                                    node.where(),
                                    "the " + node.aggregation().id() + " mean of '" + node.id()
                                            + "' needs scores above zero, but those of '" + child.id()
                                            + "' can be zero or less",
                                    "Normalise to a scale that starts above 0, for example lower: 1, or choose another aggregation"));
        }
    }

    /** The least score that a node can have within the reference window; NaN where that is not known. */
    private static double worst(Node node) {
        return node.isLeaf()
                ? node.leaf().normalisation().worst()
                : node.aggregation()
                        .worst(node.children().stream()
                                .mapToDouble(CompositeCheck::worst)
                                .filter(worst -> !Double.isNaN(worst))
                                .min()
                                .orElse(Double.NaN));
    }

    /** Options of a weighting must go with the number of children. */
    private void fitting(Node node) {
        node.weighting()
                .misfit(node.children().size())
                .ifPresent(misfit -> add(
                        node.where(),
                        node.weighting().id() + " does not go with the "
                                + node.children().size() + " children of '" + node.id() + "': " + misfit,
                        "Give the node weights with options of its own"));
    }

    private void arithmeticWhereWeightsDiffer(Node node) {
        if (node.weighting() instanceof BenefitOfTheDoubt method && !(node.aggregation() instanceof Arithmetic)) {
            add(
                    node.where(),
                    "the weights of '" + node.id() + "' are by " + method.id()
                            + ", which weights a sum, but its aggregation is "
                            + node.aggregation().id(),
                    "Write aggregate: arithmetic there, or choose other weights");
        }
    }

    private void alternatives(Alternatives alternatives) {
        alternatives.imputations().forEach(method -> declared(composite.where(), method));
        alternatives.normalisations().forEach(method -> declared(composite.where(), method));
        goalposts(alternatives);
        alternatives
                .aggregations()
                .forEach(method -> composite
                        .tree()
                        .upward()
                        .filter(node -> !node.isLeaf())
                        .forEach(node -> arithmeticWhereWeightsDiffer(node.withMethods(method, node.weighting()))));
        DoubleStream scales = alternatives.normalisations().isEmpty()
                ? composite.leaves().stream()
                        .mapToDouble(node -> node.leaf().normalisation().worst())
                : alternatives.normalisations().stream().mapToDouble(Normalisation::worst);
        List<Aggregation> aggregations = alternatives.aggregations().isEmpty()
                ? composite
                        .tree()
                        .upward()
                        .filter(node -> !node.isLeaf())
                        .map(Node::aggregation)
                        .toList()
                : alternatives.aggregations();
        boolean varied = !alternatives.normalisations().isEmpty()
                || !alternatives.aggregations().isEmpty();
        if (varied
                && aggregations.stream().anyMatch(Aggregation::needsPositive)
                && scales.anyMatch(worst -> worst <= 0)) {
            add(
                    composite.where(),
                    "robustness varies to a mean that needs scores above zero, over a scale that reaches zero or less",
                    "Let every scale start above 0, for example lower: 1, or leave that mean out");
        }
    }

    /** Goalposts without bounds, as an alternative, are those that each indicator has. */
    private void goalposts(Alternatives alternatives) {
        boolean own = composite.leaves().stream().allMatch(node -> node.leaf().normalisation() instanceof Goalposts);
        boolean without = alternatives.normalisations().stream()
                .anyMatch(method -> method instanceof Goalposts goalposts && !goalposts.isDeclared());
        if (without && !own) {
            add(
                    composite.where(),
                    "robustness varies to goalposts without bounds, and not all indicators have goalposts of their own",
                    "Write lower and upper there, or normalise all indicators by goalposts");
        }
    }

    private void add(String where, String what, String remedy) {
        problems.add(ErrorCode.DEFINITION_INVALID, where, what, remedy);
    }
}
