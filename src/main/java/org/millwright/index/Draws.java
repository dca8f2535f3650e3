package org.millwright.index;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;
import org.millwright.contract.Alternatives;
import org.millwright.contract.Composite.Node;
import org.millwright.index.Factor.Kind;
import org.millwright.stat.robustness.NoisyWeights;
import org.millwright.stat.robustness.Uniforms;
import org.millwright.stat.weighting.Weighting;

/**
 * Draws the choices of replicates. A choice depends on the seed, the row of the sample and the factor only, so that any task
 * can draw any replicate.
 *
 * <p>Alternatives have the same chance. So have all indicators, and none of them, to be left out. Weights are moved around
 * those of the definition, or around what the data gave for it; those that differ from unit to unit, or from period to
 * period, stay as they are.
 */
final class Draws {
    private final Parameters parameters;
    private final Alternatives alternatives;
    private final Uniforms uniforms;
    private final List<Factor> factors = new ArrayList<>();
    private final List<String> removable;
    private final SortedMap<Integer, List<Siblings>> moved = new TreeMap<>();

    /** The children of a node, whose weights are moved together. */
    private record Siblings(Node parent, double[] weights) {}

    /** @param parameters of the composite as it is defined */
    Draws(Layout layout, Parameters parameters) {
        this.parameters = parameters;
        alternatives = layout.composite().robustness();
        uniforms = new Uniforms(alternatives.seed());
        removable = layout.leaves().stream()
                .map(Node::id)
                .filter(id -> new Variation(layout, Choices.without(id)).isPossible())
                .toList();
        for (Kind kind : Kind.values()) {
            if (choices(kind) > 0) {
                factors.add(Factor.of(kind));
            }
        }
        layout.inner().forEach(this::addMoved);
        moved.keySet().forEach(level -> factors.add(new Factor(Kind.WEIGHTS, level)));
    }

    private void addMoved(Node node) {
        double[] weights = EffectiveWeights.weights(node, parameters);
        if (alternatives.weightNoise() > 0
                && node.children().size() > 1
                && node.weighting() instanceof Weighting.Common
                && DoubleStream.of(weights).noneMatch(Double::isNaN)) {
            moved.computeIfAbsent(node.level(), level -> new ArrayList<>()).add(new Siblings(node, weights));
        }
    }

    /** Between how much a factor chooses. */
    private int choices(Kind kind) {
        return switch (kind) {
            case IMPUTE -> alternatives.imputations().size();
            case TREAT -> alternatives.treatments().size();
            case NORMALISE -> alternatives.normalisations().size();
            case AGGREGATE -> alternatives.aggregations().size();
            case LEAVE_ONE_OUT -> alternatives.leaveOneOut() && !removable.isEmpty() ? removable.size() + 1 : 0;
            case WEIGHTS -> 0;
        };
    }

    List<Factor> factors() {
        return factors;
    }

    /** @param rowOf the row of the sample that decides a factor, by the factor's number in {@link #factors} */
    Choices choices(IntUnaryOperator rowOf) {
        Map<Kind, Integer> chosen = new EnumMap<>(Kind.class);
        Map<String, Double> weights = new HashMap<>();
        for (int f = 0; f < factors.size(); f++) {
            Factor factor = factors.get(f);
            int row = rowOf.applyAsInt(f);
            if (factor.kind() == Kind.WEIGHTS) {
                weights.putAll(moved(factor, row));
            } else {
                chosen.put(factor.kind(), choice(factor, row));
            }
        }
        Integer left = chosen.remove(Kind.LEAVE_ONE_OUT);
        boolean whole = left == null || left == removable.size();
        return new Choices(chosen, whole ? "" : removable.get(left), weights);
    }

    private int choice(Factor factor, int row) {
        return (int) (uniforms.at(row, factor.place(), 0) * choices(factor.kind()));
    }

    private Map<String, Double> moved(Factor factor, int row) {
        NoisyWeights noise = new NoisyWeights(alternatives.weightNoise());
        Map<String, Double> weightOf = new HashMap<>();
        int draw = 0;
        for (Siblings siblings : moved.get(factor.level())) {
            double[] drawn = new double[siblings.weights().length];
            for (int c = 0; c < drawn.length; c++) {
                drawn[c] = uniforms.at(row, factor.place(), draw++);
            }
            double[] weights = noise.of(siblings.weights(), drawn);
            for (int c = 0; c < drawn.length; c++) {
                weightOf.put(siblings.parent().children().get(c).id(), weights[c]);
            }
        }
        return weightOf;
    }
}
