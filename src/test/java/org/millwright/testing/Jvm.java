package org.millwright.testing;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** Java processes beside that of the tests, on the same class path and with the same options. */
public final class Jvm {
    private Jvm() {}

    public static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** A process to start, with more options of its own. */
    public static ProcessBuilder with(List<String> options, String... mainAndArguments) {
        List<String> line = new ArrayList<>();
        line.add(ProcessHandle.current().info().command().orElseThrow());
        line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        line.addAll(options);
        line.addAll(List.of(mainAndArguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("CLASSPATH", classPath());
        return builder;
    }
}
