package org.millwright.index;

import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What was estimated on the reference window, for every node and step. It is what {@code index_parameters} holds, and all
 * that scoring a later period needs beside the definition.
 */
final class Parameters implements Serializable {
    static final Parameters NONE = new Parameters(List.of());

    private final Map<String, Map<String, Double>> values = new TreeMap<>();
    private final List<Parameter> all;

    /** The step that a parameter belongs to. */
    enum Step {
        SCALE,
        IMPUTE,
        TREAT,
        NORMALISE,
        WEIGHT,
        EFFECTIVE_WEIGHT
    }

    /** One estimated number. */
    record Parameter(String node, Step step, String name, double value) implements Serializable {}

    Parameters(Collection<Parameter> parameters) {
        all = parameters.stream()
                .sorted(Comparator.comparing(Parameter::node)
                        .thenComparing(Parameter::step)
                        .thenComparing(Parameter::name))
                .toList();
        all.forEach(parameter -> values.computeIfAbsent(key(parameter.node(), parameter.step()), key -> new HashMap<>())
                .put(parameter.name(), parameter.value()));
    }

    static Stream<Parameter> of(String node, Step step, Map<String, Double> values) {
        return values.entrySet().stream().map(entry -> new Parameter(node, step, entry.getKey(), entry.getValue()));
    }

    /** What the definition says without any data. */
    static Parameters declared(Layout layout) {
        return new Parameters(layout.leaves().stream()
                .filter(leaf -> !LeafFit.needsData(leaf))
                .flatMap(leaf -> LeafFit.declared(leaf).stream())
                .toList());
    }

    Parameters with(Collection<Parameter> more) {
        Map<String, Parameter> latest = new TreeMap<>();
        Stream.concat(all.stream(), more.stream())
                .forEach(parameter ->
                        latest.put(key(parameter.node(), parameter.step()) + " " + parameter.name(), parameter));
        return new Parameters(latest.values());
    }

    /** The parameters of one step at one node, by name; none if nothing was estimated. */
    Map<String, Double> at(String node, Step step) {
        return values.getOrDefault(key(node, step), Map.of());
    }

    List<Parameter> all() {
        return all;
    }

    private static String key(String node, Step step) {
        return step + " " + node;
    }
}
