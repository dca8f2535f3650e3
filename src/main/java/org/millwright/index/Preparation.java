package org.millwright.index;

import java.util.Map;
import org.millwright.contract.Composite.Leaf;
import org.millwright.contract.Composite.Node;
import org.millwright.index.Parameters.Step;
import org.millwright.stat.treatment.Treatment;

/** Brings the leaves of a period from raw values to the common scale: denominate, screen, impute, treat, normalise. */
final class Preparation {
    private final Layout layout;
    private final Parameters parameters;
    private final Screening screening;
    private final Filling filling;

    Preparation(Layout layout, Parameters parameters) {
        this.layout = layout;
        this.parameters = parameters;
        this.screening = new Screening(layout);
        this.filling = new Filling(layout, parameters);
    }

    Prepared of(CrossSection section) {
        Prepared filled = filled(section);
        int leaves = layout.leaves().size();
        double[][] imputed = new double[leaves][];
        double[][] treated = new double[leaves][];
        double[][] normalised = new double[leaves][];
        for (int q = 0; q < leaves; q++) {
            imputed[q] = filling.fromColumn(q, section, filled.imputed()[q]);
            treated[q] = treated(layout.leaves().get(q), imputed[q]);
            normalised[q] = normalised(layout.leaves().get(q), treated[q], filled);
        }
        return new Prepared(section, filled.screenedOut(), filled.denominated(), imputed, treated, normalised);
    }

    /** As far as no parameter of the leaf's own is needed: denominated, screened, filled from elsewhere. */
    Prepared filled(CrossSection section) {
        double[][] denominated = Denomination.of(layout, section);
        boolean[] out = screening.out(denominated, section.size());
        return new Prepared(section, out, denominated, filling.fromElsewhere(section, denominated), null, null);
    }

    private double[] treated(Node node, double[] values) {
        Treatment treatment = node.leaf().treatment();
        Map<String, Double> decided = parameters.at(node.id(), Step.TREAT);
        double[] treated = new double[values.length];
        for (int i = 0; i < treated.length; i++) {
            treated[i] = treatment.treat(values[i], decided);
        }
        return treated;
    }

    private double[] normalised(Node node, double[] values, Prepared filled) {
        Leaf leaf = node.leaf();
        boolean comparing = leaf.normalisation().comparesUnits();
        double[] scored = values.clone();
        for (int i = 0; i < scored.length; i++) {
            if (filled.screenedOut()[i] || (comparing && !filled.isReference(i))) {
                scored[i] = Double.NaN;
            }
        }
        return leaf.normalisation().normalise(scored, leaf.direction(), parameters.at(node.id(), Step.NORMALISE));
    }
}
