package org.millwright.index;

import org.millwright.contract.Composite.Leaf;

/** Divides an indicator by another column: x / denominator * scale; undefined where the denominator is not positive. */
final class Denomination {
    private Denomination() {}

    /** {@code [leaf][unit]}; a leaf without denominator is as it came. */
    static double[][] of(Layout layout, CrossSection section) {
        double[][] denominated = new double[layout.leaves().size()][];
        for (int q = 0; q < denominated.length; q++) {
            Leaf leaf = layout.leaves().get(q).leaf();
            double[] values = section.values()[q];
            denominated[q] = leaf.denominator().isEmpty()
                    ? values
                    : ratios(values, section.values()[layout.column(leaf.denominator())], leaf.scale());
        }
        return denominated;
    }

    private static double[] ratios(double[] values, double[] denominators, double scale) {
        double[] ratios = new double[values.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = denominators[i] > 0 ? values[i] / denominators[i] * scale : Double.NaN;
        }
        return ratios;
    }
}
