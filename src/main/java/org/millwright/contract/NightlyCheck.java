package org.millwright.contract;

import java.util.Collection;
import java.util.List;
import org.millwright.contract.Composite.Leaf;
import org.millwright.contract.Composite.Node;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problems;
import org.millwright.stat.imputation.Imputation;
import org.millwright.stat.normalisation.Goalposts;
import org.millwright.yaml.NearestName;

/** Whether a composite of the nightly run names only what is defined, and will not rewrite what was published. */
final class NightlyCheck {
    /** The columns of {@code indicator_values} that name groups of units. */
    private static final List<String> GROUPS = List.of("area", "industry");

    private final Composite composite;
    private final Definitions definitions;
    private final Problems problems;

    NightlyCheck(Composite composite, Definitions definitions, Problems problems) {
        this.composite = composite;
        this.definitions = definitions;
        this.problems = problems;
    }

    void run() {
        if (composite.labelEn().isEmpty() || composite.labelZh().isEmpty()) {
            add(
                    composite.where(),
                    "the composite '" + composite.id() + "' lacks a label",
                    "Add label: {en: ..., zh: ...}");
        }
        composite.leaves().forEach(this::leaf);
        composite.alternatives().stream()
                .flatMap(alternatives -> alternatives.imputations().stream())
                .forEach(method -> group(method, composite.where()));
        if (composite.estimates()
                && !composite.window().isDeclared()
                && !composite.window().eachPeriod()) {
            add(
                    composite.where(),
                    "the composite '" + composite.id() + "' estimates on its data and has no reference window, so that"
                            + " a new year would change published scores",
                    "Add reference-window: {from: ..., to: ...}, or {each-period: true} if scores need not compare over time");
        }
    }

    private void leaf(Node node) {
        Leaf leaf = node.leaf();
        require(definitions.indicators().keySet(), leaf.indicator(), "indicator", node.where());
        if (!leaf.denominator().isEmpty()) {
            require(definitions.indicators().keySet(), leaf.denominator(), "indicator to divide by", node.where());
        }
        group(leaf.imputation(), node.where());
        List<String> industries =
                definitions.scheme().industries().stream().map(Industry::code).toList();
        leaf.normalisation().referenceUnit().ifPresent(unit -> require(industries, unit, "industry", node.where()));
        Indicator defined = definitions.indicators().get(leaf.indicator());
        boolean needsGoalposts = leaf.normalisation() instanceof Goalposts method && !method.isDeclared();
        if (defined != null && needsGoalposts && defined.goalposts().isEmpty()) {
            add(node.where(), "the indicator " + defined.id() + " has no goalposts", "Add them to the indicator");
        }
    }

    private void group(Imputation imputation, String where) {
        if (imputation instanceof Imputation.ByColumn method && !method.by().isEmpty()) {
            require(GROUPS, method.by(), "group of industries", where);
        }
    }

    private void require(Collection<String> known, String name, String kind, String where) {
        if (!known.contains(name)) {
            add(where, "there is no " + kind + " '" + name + "'", NearestName.suggestion(name, known));
        }
    }

    private void add(String where, String what, String remedy) {
        problems.add(ErrorCode.DEFINITION_INVALID, where, what, remedy);
    }
}
