package org.millwright.stat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An option of a method, as its record declares it.
 *
 * @param name as a definition writes it: {@code scaleLower} is {@code scale-lower}
 * @param value what the method at hand has set it to; of a method's {@code DEFAULT} the value by default
 */
public record MethodOption(String name, Class<?> type, Object value) {

    /** The options of a method in their order. */
    public static List<MethodOption> of(Method method) {
        List<MethodOption> options = new ArrayList<>();
        for (RecordComponent component : method.getClass().getRecordComponents()) {
            options.add(new MethodOption(name(component), component.getType(), value(component, method)));
        }
        return options;
    }

    private static String name(RecordComponent component) {
        return component.getName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static Object value(RecordComponent component, Method method) {
        try {
            return component.getAccessor().invoke(method);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
