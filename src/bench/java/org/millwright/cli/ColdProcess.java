package org.millwright.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a command took in a process of its own, from a cold start.
 *
 * @param megabytes the highest resident memory; 0 where the system does not tell
 */
record ColdProcess(double seconds, double megabytes) {
    private static final Path STATUS = Path.of("/proc");

    /** Runs a main class with its arguments, on the options and the class path of this process; it must end with 0. */
    static ColdProcess run(List<String> command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(ProcessHandle.current().info().command().orElseThrow());
        line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        line.addAll(List.of("-cp", System.getProperty("java.class.path")));
        line.addAll(command);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        double megabytes = 0;
        while (process.isAlive()) {
            megabytes = Math.max(megabytes, residentMegabytes(process.pid()));
            Thread.sleep(20);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command + " ended with exit code " + process.exitValue());
        }
        return new ColdProcess(seconds, megabytes);
    }

    /** The highest resident memory so far; 0 where the system does not tell. */
    private static double residentMegabytes(long process) {
        try (Stream<String> lines = Files.lines(STATUS.resolve(process + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | RuntimeException gone) {
            return 0;
        }
    }
}
