package org.millwright.contract;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.millwright.stat.Method;
import org.millwright.stat.MethodOption;
import org.millwright.stat.Methods;
import org.millwright.yaml.NearestName;
import org.millwright.yaml.YamlNode;

/**
 * Reads a method of a sealed family: {@code {method: min-max, lower: 1}}, or its name alone.
 *
 * <p>The family lists its own records, and a record's components are its options, so that a new method needs no line here.
 * An option that is not written has the value of the record's {@code DEFAULT}.
 */
final class MethodReader {
    private MethodReader() {}

    /** The method under a key; the given one if the key is absent or what is written there is wrong. */
    static <M extends Method> M read(YamlNode parent, String key, Class<M> family, M byDefault) {
        return parent.optional(key)
                .map(node -> read(node, family, byDefault, byDefault.id()))
                .orElse(byDefault);
    }

    /**
     * The method that a node describes.
     *
     * @param unnamed the method that is meant where options stand without a {@code method:}
     */
    static <M extends Method> M read(YamlNode node, Class<M> family, M byDefault, String unnamed) {
        Map<String, M> methods = Methods.of(family);
        String name = node.isScalar() ? node.scalar() : node.text("method", unnamed);
        M method = methods.get(name);
        if (method == null) {
            node.problem(
                    "there is no method '" + name + "' here",
                    NearestName.suggestion(name, methods.keySet()) + ". Known: " + String.join(", ", methods.keySet()));
            node.keys();
            return byDefault;
        }
        M read = family.cast(withOptions(node, method));
        if (!node.isScalar()) {
            node.refuseOtherKeys();
        }
        return read;
    }

    private static Method withOptions(YamlNode node, Method method) {
        List<MethodOption> options = MethodOption.of(method);
        Class<?>[] types = options.stream().map(MethodOption::type).toArray(Class<?>[]::new);
        Object[] values = options.stream().map(option -> value(node, option)).toArray();
        try {
            return method.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException refused) {
            node.problem(method.id() + ": " + refused.getCause().getMessage(), "Correct the option");
            return method;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a node says of an option; its value by default where it says nothing. */
    private static Object value(YamlNode node, MethodOption option) {
        String key = option.name();
        Class<?> type = option.type();
        if (type == double.class) {
            return node.number(key, (double) option.value());
        }
        if (type == int.class) {
            return node.integer(key, (int) option.value());
        }
        if (type == boolean.class) {
            return node.flag(key, (boolean) option.value());
        }
        if (type == String.class) {
            return node.text(key, (String) option.value());
        }
        if (type.isEnum()) {
            return choice(node, key, type, option.value());
        }
        return node.has(key) ? matrix(node.at(key)) : option.value();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object choice(YamlNode node, String key, Class<?> type, Object byDefault) {
        return node.choice(key, (Class<Enum>) type, (Enum) byDefault);
    }

    /** Rows of numbers; {@code 1/3} is a number too, as papers print comparisons. */
    private static List<List<Double>> matrix(YamlNode node) {
        List<List<Double>> rows = new ArrayList<>();
        node.elements()
                .forEach(row -> rows.add(
                        row.elements().stream().map(MethodReader::ratio).toList()));
        return List.copyOf(rows);
    }

    private static double ratio(YamlNode node) {
        String[] parts = node.scalar().split("/", 2);
        try {
            double numerator = Double.parseDouble(parts[0].strip());
            return parts.length == 1 ? numerator : numerator / Double.parseDouble(parts[1].strip());
        } catch (NumberFormatException notANumber) {
            node.problem("'" + node.scalar() + "' is no number", "Write a number or a ratio like 1/3");
            return 1;
        }
    }
}
