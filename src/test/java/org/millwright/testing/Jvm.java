package org.millwright.testing;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Java processes beside that of the tests, on the same class path and with the same options. */
public final class Jvm {
    private Jvm() {}

    public static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /** A process to start, with more options of its own. */
    public static ProcessBuilder with(List<String> options, String... mainAndArguments) {
        return on(classPath(), options, mainAndArguments);
    }

    /**
     * The same without the classes of the tests, and with an archive of the classes that it loads: the first process that ends by
     * itself makes it, and later ones start in half of the time. Where the classes are not in a jar yet there is no archive.
     */
    public static ProcessBuilder archived(Path archive, List<String> options, String... mainAndArguments) {
        List<Path> entries = Stream.of(classPath().split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .map(Path::of)
                .toList();
        List<String> more = new ArrayList<>();
        if (entries.stream().noneMatch(Files::isDirectory)) {
            more.add((Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + archive);
            more.add("-Xlog:disable");
        }
        more.addAll(options);
        return on(
                entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                more,
                mainAndArguments);
    }

    private static ProcessBuilder on(String classPath, List<String> options, String... mainAndArguments) {
        List<String> line = new ArrayList<>();
        line.add(ProcessHandle.current().info().command().orElseThrow());
        line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        line.addAll(options);
        line.addAll(List.of(mainAndArguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("CLASSPATH", classPath);
        return builder;
    }
}
