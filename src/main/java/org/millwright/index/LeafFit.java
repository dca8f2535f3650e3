package org.millwright.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.millwright.contract.Composite.Leaf;
import org.millwright.contract.Composite.Node;
import org.millwright.index.Parameters.Parameter;
import org.millwright.index.Parameters.Step;
import org.millwright.stat.Reference;
import org.millwright.stat.imputation.Imputation;

/**
 * Estimates what one leaf needs on the values of the reference window: what to fill gaps with, how outliers are drawn in, and
 * the scale. Each step is estimated on what the step before made of the reference values.
 */
final class LeafFit {
    /** The group of all units, where imputation does not go by groups. */
    static final String ALL = "all";

    private static final double[] NONE = {};

    private LeafFit() {}

    static List<Parameter> of(Node node, Sample sample) {
        Leaf leaf = node.leaf();
        double[] values = sample.columns()[0];
        List<Parameter> parameters = new ArrayList<>();
        Map<String, Double> fills = fills(leaf, values, sample.groups());
        Parameters.of(node.id(), Step.IMPUTE, fills).forEach(parameters::add);
        double[] filled = values.clone();
        for (int i = 0; i < filled.length; i++) {
            if (Double.isNaN(filled[i])) {
                filled[i] = fills.getOrDefault(sample.groups() == null ? ALL : sample.groups()[i], Double.NaN);
            }
        }
        // Treatment keeps the order of values, so that they need to be sorted once only.
        double[] ascending = Reference.presentAscending(filled);
        Map<String, Double> treatment = leaf.treatment().estimate(new Reference(ascending, NONE));
        Parameters.of(node.id(), Step.TREAT, treatment).forEach(parameters::add);
        Reference treated = new Reference(
                treated(leaf, ascending, treatment),
                Reference.presentAscending(treated(leaf, ofUnit(filled, sample.ofUnit()), treatment)));
        Parameters.of(node.id(), Step.NORMALISE, leaf.normalisation().estimate(treated, leaf.direction()))
                .forEach(parameters::add);
        return parameters;
    }

    /** What the definition alone says: declared goalposts, for example. */
    static List<Parameter> declared(Node node) {
        return of(node, sample());
    }

    /** Whether anything else would be estimated on other values. */
    static boolean needsData(Node node) {
        return !declared(node).equals(of(node, sample(1, 2, 4)));
    }

    private static Sample sample(double... values) {
        return new Sample(new double[][] {values}, null, null);
    }

    private static Map<String, Double> fills(Leaf leaf, double[] values, String[] groups) {
        if (!(leaf.imputation() instanceof Imputation.ByColumn method)) {
            return Map.of();
        }
        Map<String, Double> fills = new TreeMap<>();
        if (groups == null) {
            fills.put(ALL, method.fill(Reference.of(values)));
        } else {
            IntStream.range(0, values.length)
                    .mapToObj(i -> groups[i])
                    .distinct()
                    .forEach(group -> fills.put(
                            group,
                            method.fill(Reference.of(IntStream.range(0, values.length)
                                    .filter(i -> groups[i].equals(group))
                                    .mapToDouble(i -> values[i])
                                    .toArray()))));
        }
        fills.values().removeIf(fill -> Double.isNaN(fill));
        return fills;
    }

    private static double[] treated(Leaf leaf, double[] values, Map<String, Double> treatment) {
        double[] treated = new double[values.length];
        for (int i = 0; i < treated.length; i++) {
            treated[i] = leaf.treatment().treat(values[i], treatment);
        }
        return treated;
    }

    private static double[] ofUnit(double[] values, boolean[] ofUnit) {
        return ofUnit == null
                ? NONE
                : IntStream.range(0, values.length)
                        .filter(i -> ofUnit[i])
                        .mapToDouble(i -> values[i])
                        .toArray();
    }
}
