package org.millwright.index;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.millwright.contract.Composite;
import org.millwright.contract.Composite.Node;
import org.millwright.index.Parameters.Parameter;

/** A composite with the parameters estimated for it: it scores any period, and never the same period differently. */
final class CompositeModel implements Serializable {
    private final Layout layout;
    private final Parameters parameters;

    CompositeModel(Layout layout, Parameters parameters) {
        this.layout = layout;
        this.parameters = parameters;
    }

    /** Estimates on the periods of the reference window that are in the panel. */
    static CompositeModel estimate(Layout layout, List<CrossSection> panel) {
        Composite.Window window = layout.composite().window();
        List<CrossSection> reference =
                panel.stream().filter(section -> window.holds(section.period())).toList();
        return new CompositeModel(layout, window.eachPeriod() ? Parameters.NONE : parameters(layout, reference));
    }

    private static Parameters parameters(Layout layout, List<CrossSection> reference) {
        Parameters known = Parameters.NONE;
        if (reference.isEmpty()) {
            return known;
        }
        for (Round round : Round.of(layout)) {
            Parameters before = known;
            known = known.with(estimated(
                    round,
                    reference.stream()
                            .map(section -> round.samples(section, before))
                            .toList()));
        }
        return known;
    }

    private static List<Parameter> estimated(Round round, List<List<Sample>> bySection) {
        List<Parameter> estimated = new ArrayList<>();
        List<Node> nodes = round.nodes();
        for (int n = 0; n < nodes.size(); n++) {
            int node = n;
            Sample joined = Sample.joined(
                    bySection.stream().map(samples -> samples.get(node)).toList());
            estimated.addAll(round.estimate(nodes.get(n), joined));
        }
        return estimated;
    }

    /** Whether the data decide any weight. */
    static boolean estimatesWeights(Layout layout) {
        return Round.of(layout).stream().anyMatch(Round.OfWeights.class::isInstance);
    }

    /** The weights that the data decide, where the leaves of the reference window are prepared already. */
    static Parameters weights(Layout layout, List<Prepared> reference) {
        Parameters known = Parameters.NONE;
        for (Round round : reference.isEmpty() ? List.<Round>of() : Round.of(layout)) {
            if (round instanceof Round.OfWeights weights) {
                Parameters before = known;
                known = known.with(estimated(
                        round,
                        reference.stream()
                                .map(prepared -> weights.samples(prepared, before))
                                .toList()));
            }
        }
        return known;
    }

    Layout layout() {
        return layout;
    }

    Parameters parameters() {
        return parameters;
    }

    /** What was estimated or declared, and every weight. */
    List<Parameter> published() {
        return parameters.with(EffectiveWeights.of(layout, parameters)).all();
    }

    /** What a period is scored with. */
    Parameters parameters(CrossSection section) {
        return layout.composite().window().eachPeriod() ? parameters(layout, List.of(section)) : parameters;
    }

    /** The leaves and nodes of the units of one period. */
    NodeScores score(CrossSection section) {
        Parameters used = parameters(section);
        return NodeScores.of(layout, new Preparation(layout, used).of(section), used);
    }
}
