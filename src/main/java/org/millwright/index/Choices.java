package org.millwright.index;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.millwright.contract.Alternatives;
import org.millwright.index.Factor.Kind;

/**
 * What one replicate does differently from the definition.
 *
 * @param alternatives for each kind of method the number of the alternative, from 0; as the definition says where absent
 * @param leftOut the node that is left out with all below it; empty for none
 * @param weights by child, its weight among its siblings, on any scale; a node with none of its children here keeps its own
 */
record Choices(Map<Kind, Integer> alternatives, String leftOut, Map<String, Double> weights) implements Serializable {
    static final Choices NOMINAL = new Choices(Map.of(), "", Map.of());

    static Choices without(String node) {
        return new Choices(Map.of(), node, Map.of());
    }

    /** The alternatives that decide the normalised indicators. */
    Map<Kind, Integer> ofLeaves() {
        Map<Kind, Integer> leaves = new EnumMap<>(Kind.class);
        leaves.putAll(alternatives);
        leaves.remove(Kind.AGGREGATE);
        return leaves;
    }

    /** Every combination of alternatives that gives the indicators other normalised values. */
    static List<Choices> combinations(Alternatives alternatives) {
        List<Map<Kind, Integer>> combinations = List.of(Map.of());
        combinations = with(Kind.IMPUTE, alternatives.imputations().size(), combinations);
        combinations = with(Kind.TREAT, alternatives.treatments().size(), combinations);
        combinations = with(Kind.NORMALISE, alternatives.normalisations().size(), combinations);
        return combinations.stream()
                .map(numbers -> new Choices(numbers, "", Map.of()))
                .toList();
    }

    private static List<Map<Kind, Integer>> with(Kind kind, int size, List<Map<Kind, Integer>> combinations) {
        List<Map<Kind, Integer>> more = new ArrayList<>();
        for (Map<Kind, Integer> combination : combinations) {
            for (int number = 0; number < size; number++) {
                Map<Kind, Integer> extended = new EnumMap<>(Kind.class);
                extended.putAll(combination);
                extended.put(kind, number);
                more.add(extended);
            }
        }
        return size == 0 ? combinations : more;
    }
}
