package org.millwright.stat;

import java.io.Serializable;
import java.util.Locale;

/** One method of a sealed family. A record: its components are the options that a definition may set. */
public interface Method extends Serializable {

    /** The name that a definition writes after {@code method:}; {@code MinMax} is {@code min-max}, {@code ZScore} z-score. */
    default String id() {
        return id(getClass());
    }

    static String id(Class<?> method) {
        return method.getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
