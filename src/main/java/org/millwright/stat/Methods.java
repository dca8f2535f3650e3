package org.millwright.stat;

import java.util.Map;
import java.util.TreeMap;

/**
 * The methods of a sealed family. The family lists its own records, so that a new method is known wherever methods are named
 * as soon as the family permits it.
 */
public final class Methods {
    private Methods() {}

    /** The methods of a family, or of a part of one, by their names, with their default options. */
    public static <M extends Method> Map<String, M> of(Class<M> family) {
        Map<String, M> methods = new TreeMap<>();
        for (Class<?> member : family.getPermittedSubclasses()) {
            if (member.isRecord()) {
                M method = family.cast(byDefault(member));
                methods.put(method.id(), method);
            } else {
                of(member.asSubclass(Method.class)).forEach((name, method) -> methods.put(name, family.cast(method)));
            }
        }
        return methods;
    }

    private static Object byDefault(Class<?> member) {
        try {
            return member.getField("DEFAULT").get(null);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(member + " has no DEFAULT", missing);
        }
    }
}
