package org.millwright.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.millwright.contract.Composite.Window;
import org.millwright.index.Factor.Kind;

/**
 * Computes replicates of a composite: the scores of its nodes under other choices.
 *
 * <p>The normalised indicators depend on how gaps are filled, outliers treated and scales made, of which there are few
 * combinations. Each is computed once; a replicate then costs its tree only. Leaving out a node takes it out of the tree; which
 * units are screened out, and what their gaps are filled with, stays as it is.
 */
final class Replicates {
    private final Layout layout;
    private final List<CrossSection> panel;
    private final Predicate<String> analysed;
    private final boolean estimatesWeights;
    private final Map<Map<Kind, Integer>, Leaves> known = new HashMap<>();

    /**
     * @param panel the reference window and the periods to analyse
     * @param analysed which periods are scored
     */
    Replicates(Layout layout, List<CrossSection> panel, Predicate<String> analysed) {
        this.layout = layout;
        this.panel = panel;
        this.analysed = analysed;
        this.estimatesWeights = CompositeModel.estimatesWeights(layout);
    }

    /** The leaves under one combination of choices, in the periods that are scored and in those that weights need. */
    private record Leaves(List<Prepared> analysed, List<Prepared> reference) {}

    /** The nodes of every analysed period, in the order of periods; units stand as in the panel. */
    List<NodeScores> nodes(Choices choices) {
        Leaves leaves = known.computeIfAbsent(choices.ofLeaves(), any -> leaves(choices));
        Layout variant = new Variation(layout, choices).layout();
        Function<Prepared, Parameters> weights = weights(variant, leaves);
        return of(variant, leaves.analysed()).stream()
                .map(prepared -> NodeScores.of(variant, prepared, weights.apply(prepared)))
                .toList();
    }

    /** The weights that the data decide, for each period. */
    private Function<Prepared, Parameters> weights(Layout variant, Leaves leaves) {
        if (estimatesWeights && window().eachPeriod()) {
            return prepared -> CompositeModel.weights(variant, List.of(prepared));
        }
        Parameters shared =
                estimatesWeights ? CompositeModel.weights(variant, of(variant, leaves.reference())) : Parameters.NONE;
        return prepared -> shared;
    }

    private Leaves leaves(Choices choices) {
        Layout variant = new Variation(layout, choices).ofLeaves();
        List<CrossSection> carried = new AlongTime(variant).carry(panel);
        CompositeModel model = CompositeModel.estimate(variant, carried);
        boolean weights = estimatesWeights && !window().eachPeriod();
        SortedMap<String, Prepared> byPeriod = new TreeMap<>();
        for (CrossSection section : carried) {
            if (analysed.test(section.period()) || (weights && window().holds(section.period()))) {
                byPeriod.put(
                        section.period(), normalised(new Preparation(variant, model.parameters(section)).of(section)));
            }
        }
        return new Leaves(
                chosen(byPeriod, analysed), weights ? chosen(byPeriod, window()::holds) : List.<Prepared>of());
    }

    private static List<Prepared> chosen(SortedMap<String, Prepared> byPeriod, Predicate<String> periods) {
        return byPeriod.entrySet().stream()
                .filter(entry -> periods.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private Window window() {
        return layout.composite().window();
    }

    /** Without the steps on the way, which the tree does not need. */
    private static Prepared normalised(Prepared prepared) {
        return new Prepared(prepared.section(), prepared.screenedOut(), null, null, null, prepared.normalised());
    }

    /** The leaves that a variant has, in its order. */
    private List<Prepared> of(Layout variant, List<Prepared> periods) {
        int[] places = variant.leaves().stream().mapToInt(layout::place).toArray();
        return periods.stream()
                .map(all -> new Prepared(
                        all.section(),
                        all.screenedOut(),
                        null,
                        null,
                        null,
                        Arrays.stream(places)
                                .mapToObj(leaf -> all.normalised()[leaf])
                                .toArray(double[][]::new)))
                .toList();
    }
}
