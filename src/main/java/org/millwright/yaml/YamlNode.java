package org.millwright.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problems;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One node of a strictly read YAML document, which knows its line.
 *
 * <p>Accessors never throw: what is missing or of the wrong kind becomes a {@link org.millwright.error.Problem} with
 * file and line, and a harmless value is returned, so that one reading finds all problems. Keys that nobody asked for
 * are reported by {@link #refuseOtherKeys()} with the nearest known one.
 */
public final class YamlNode {
    private final String file;
    private final Node node;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, YamlNode> children = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();

    YamlNode(String file, Node node, Problems problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::addValue);
        }
    }

    private void addValue(NodeTuple tuple) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (values.put(key, tuple.getValueNode()) != null) {
            child(key).problem("the key '" + key + "' stands twice", "Keep one of them");
        }
    }

    /** The node under a key that is there. It is made when it is asked for, since a node may hold itself by an alias. */
    private YamlNode child(String key) {
        return children.computeIfAbsent(key, name -> new YamlNode(file, values.get(name), problems));
    }

    /** {@code file:line}, as editors and terminals understand it. */
    public String where() {
        return node == null ? file : file + ":" + (node.getStartMark().getLine() + 1);
    }

    /** Reports a problem at this node. */
    public void problem(String what, String remedy) {
        problems.add(ErrorCode.DEFINITION_INVALID, where(), what, remedy);
    }

    public Problems problems() {
        return problems;
    }

    /** Whether there is nothing here. */
    public boolean isAbsent() {
        return node == null;
    }

    public boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    /** The keys of this mapping in their order; asking for them all makes every key known. */
    public List<String> keys() {
        asked.addAll(values.keySet());
        return List.copyOf(values.keySet());
    }

    /** The node under a key, or an empty node at the place of this one. */
    public YamlNode at(String key) {
        return has(key) ? child(key) : new YamlNode(where(), null, problems);
    }

    public Optional<YamlNode> optional(String key) {
        return has(key) ? Optional.of(child(key)) : Optional.empty();
    }

    /** The text under a key that must be there. */
    public String text(String key) {
        if (!has(key)) {
            problem("the key '" + key + "' is missing", "Add it");
            return "";
        }
        return child(key).scalar();
    }

    public String text(String key, String byDefault) {
        return has(key) ? text(key) : byDefault;
    }

    public Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    public double number(String key, double byDefault) {
        return has(key) ? child(key).number().orElse(byDefault) : byDefault;
    }

    public boolean flag(String key, boolean byDefault) {
        String text = text(key, Boolean.toString(byDefault));
        if (!text.equals("true") && !text.equals("false")) {
            at(key).problem("'" + text + "' is neither true nor false", "Write true or false");
        }
        return text.equals("true");
    }

    public int integer(String key, int byDefault) {
        double number = number(key, byDefault);
        if (number != Math.rint(number)) {
            at(key).problem("'" + number + "' is not a whole number", "Write a whole number");
        }
        return (int) number;
    }

    /** Whether this is a single text or number. */
    public boolean isScalar() {
        return node instanceof ScalarNode;
    }

    /** The text of this scalar. */
    public String scalar() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        problem("a single value is expected here", "Write one text or number");
        return "";
    }

    /** The number of this scalar; empty, with a problem reported, if it is none. */
    public OptionalDouble number() {
        String text = scalar();
        try {
            double number = Double.parseDouble(text.strip());
            if (Double.isFinite(number)) {
                return OptionalDouble.of(number);
            }
        } catch (NumberFormatException notANumber) {
            // reported below, with the place
        }
        problem("'" + text + "' is not a number", "Write a number");
        return OptionalDouble.empty();
    }

    /** The elements of the list under a key; none if the key is absent. */
    public <T> List<T> list(String key, Function<YamlNode, T> element) {
        List<T> elements = new ArrayList<>();
        optional(key).ifPresent(child -> child.elements().forEach(item -> elements.add(element.apply(item))));
        return List.copyOf(elements);
    }

    /** The entries of the mapping under a key, as texts in their order; none if the key is absent. */
    public Map<String, String> texts(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        optional(key).ifPresent(child -> child.keys().forEach(name -> texts.put(name, child.text(name))));
        return texts;
    }

    /** The value of an enumerated key; a problem naming the choices if it is none of them. */
    public <E extends Enum<E>> E choice(String key, Class<E> type, E byDefault) {
        if (!has(key)) {
            return byDefault;
        }
        String text = text(key);
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (name.equals(text)) {
                return constant;
            }
            names.add(name);
        }
        at(key).problem("'" + text + "' is not known here", "Write one of " + String.join(", ", names));
        return byDefault;
    }

    /** Reports every key that no accessor asked for, and what has no keys; call it when the node has been read. */
    public void refuseOtherKeys() {
        if (node != null && !(node instanceof MappingNode)) {
            problem("keys with values are expected here", "Write key: value");
        }
        values.keySet().forEach(key -> {
            if (!asked.contains(key)) {
                child(key).problem("unknown key '" + key + "'", NearestName.suggestion(key, asked));
            }
        });
    }

    /** The elements of this list. */
    public List<YamlNode> elements() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream()
                    .map(item -> new YamlNode(file, item, problems))
                    .toList();
        }
        problem("a list is expected here", "Write [a, b] or lines that start with '-'");
        return List.of();
    }
}
