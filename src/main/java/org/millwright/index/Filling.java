package org.millwright.index;

import java.util.Map;
import org.millwright.contract.Composite.Node;
import org.millwright.index.Parameters.Step;
import org.millwright.stat.imputation.Imputation;
import org.millwright.stat.imputation.RowScale;

/** Fills the gaps of a period as each leaf's imputation says. Values that are present stay as they are. */
final class Filling {
    private static final String MINIMUM = "min";
    private static final String MAXIMUM = "max";

    private final Layout layout;
    private final Parameters parameters;

    Filling(Layout layout, Parameters parameters) {
        this.layout = layout;
        this.parameters = parameters;
    }

    /** Filled from other periods and from other indicators, so that only the indicator's own column is left to go by. */
    double[][] fromElsewhere(CrossSection section, double[][] denominated) {
        double[][] filled = denominated.clone();
        layout.inner().forEach(node -> byRow(node, denominated, filled));
        if (section.carried() != null) {
            for (int q = 0; q < filled.length; q++) {
                filled[q] = orElse(filled[q], section.carried()[q]);
            }
        }
        return filled;
    }

    /** Filled from the indicator's own reference values, in all or in the unit's group. */
    double[] fromColumn(int leaf, CrossSection section, double[] values) {
        if (!(layout.leaves().get(leaf).leaf().imputation() instanceof Imputation.ByColumn method)) {
            return values;
        }
        Map<String, Double> fills = parameters.at(layout.leaves().get(leaf).id(), Step.IMPUTE);
        String[] groups =
                method.by().isEmpty() ? null : section.labels()[layout.labels().indexOf(method.by())];
        double[] filled = values.clone();
        for (int i = 0; i < filled.length; i++) {
            if (Double.isNaN(filled[i])) {
                filled[i] = fills.getOrDefault(groups == null ? LeafFit.ALL : groups[i], Double.NaN);
            }
        }
        return filled;
    }

    /** Fills the leaves of a node that go by their row, on the scale of min-max of the reference window, and back. */
    private void byRow(Node node, double[][] values, double[][] filled) {
        int[] children = layout.children(node);
        for (int c = 0; c < children.length; c++) {
            Node child = node.children().get(c);
            if (child.isLeaf() && child.leaf().imputation() instanceof Imputation.ByRow method) {
                filled[children[c]] = byRow(method, children[c], children, values);
            }
        }
    }

    private double[] byRow(Imputation.ByRow method, int leaf, int[] siblings, double[][] values) {
        double[] filled = values[leaf].clone();
        RowScale own = scale(leaf);
        double[] row = new double[siblings.length];
        for (int i = 0; i < filled.length; i++) {
            if (Double.isNaN(filled[i])) {
                for (int c = 0; c < siblings.length; c++) {
                    row[c] = siblings[c] < values.length
                            ? scale(siblings[c]).scaled(values[siblings[c]][i])
                            : Double.NaN;
                }
                filled[i] = own.unscaled(method.fill(row));
            }
        }
        return filled;
    }

    private RowScale scale(int leaf) {
        Node node = layout.leaves().get(leaf);
        Map<String, Double> ends = parameters.at(node.id(), Step.SCALE);
        return new RowScale(
                ends.getOrDefault(MINIMUM, Double.NaN),
                ends.getOrDefault(MAXIMUM, Double.NaN),
                node.leaf().direction());
    }

    /** The ends of the reference values, by which rows are brought to one scale. */
    static Map<String, Double> scale(double[] ascending) {
        return ascending.length == 0
                ? Map.of()
                : Map.of(MINIMUM, ascending[0], MAXIMUM, ascending[ascending.length - 1]);
    }

    private static double[] orElse(double[] values, double[] others) {
        double[] filled = values.clone();
        for (int i = 0; i < filled.length; i++) {
            filled[i] = Double.isNaN(values[i]) ? others[i] : values[i];
        }
        return filled;
    }
}
