package org.millwright.index;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.millwright.contract.Alternatives;
import org.millwright.contract.Composite.Node;
import org.millwright.stat.robustness.SobolDesign;

/**
 * All replicates of a composite, numbered one after the other: those of the uncertainty analysis, those of the sensitivity
 * analysis, and one for every node that is left out.
 */
final class Trials {
    private final Draws draws;
    private final int replicates;
    private final Optional<SobolDesign> design;
    private final List<String> removable;

    /** What a replicate is for. */
    enum Analysis {
        UNCERTAINTY,
        SOBOL,
        LEAVE_ONE_OUT;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param number from 0, within the analysis */
    record Trial(Analysis analysis, int number) {}

    /** @param parameters of the composite as it is defined */
    Trials(Layout layout, Parameters parameters) {
        Alternatives alternatives = layout.composite().robustness();
        draws = new Draws(layout, parameters);
        replicates = alternatives.replicates();
        int factors = draws.factors().size();
        design = alternatives.sensitivity() == 0 || factors == 0
                ? Optional.empty()
                : Optional.of(new SobolDesign(alternatives.sensitivity(), factors));
        removable = alternatives.leaveOneOut()
                ? layout.nodes().stream()
                        .map(Node::id)
                        .filter(id -> new Variation(layout, Choices.without(id)).isPossible())
                        .toList()
                : List.of();
    }

    int size() {
        return replicates + sobol() + removable.size();
    }

    private int sobol() {
        return design.map(SobolDesign::replicates).orElse(0);
    }

    Trial trial(int index) {
        if (index < replicates) {
            return new Trial(Analysis.UNCERTAINTY, index);
        }
        return index < replicates + sobol()
                ? new Trial(Analysis.SOBOL, index - replicates)
                : new Trial(Analysis.LEAVE_ONE_OUT, index - replicates - sobol());
    }

    Choices choices(int index) {
        Trial trial = trial(index);
        return switch (trial.analysis()) {
            case UNCERTAINTY -> draws.choices(factor -> trial.number());
            case SOBOL -> draws.choices(factor -> design.orElseThrow().row(trial.number(), factor));
            case LEAVE_ONE_OUT -> Choices.without(removable.get(trial.number()));
        };
    }

    /** The outcomes of one analysis, out of those of all replicates. */
    double[] of(Analysis analysis, double[] outcomes) {
        return IntStream.range(0, outcomes.length)
                .filter(index -> trial(index).analysis() == analysis)
                .mapToDouble(index -> outcomes[index])
                .toArray();
    }

    List<Factor> factors() {
        return draws.factors();
    }

    /** How the replicates of the sensitivity analysis are laid out; empty where none is asked for. */
    Optional<SobolDesign> design() {
        return design;
    }

    /** The nodes that are left out one by one: indicators, then what stands above them. */
    List<String> removable() {
        return removable;
    }

    int replicates() {
        return replicates;
    }
}
