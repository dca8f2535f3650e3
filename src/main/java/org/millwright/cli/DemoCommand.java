package org.millwright.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.millwright.demo.Demonstration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Writes demonstration data: the statistics of a country that does not exist, in four formats.",
        footer = {"", "Examples:", "  millwright demo --output landing", "  millwright demo --size small --seed 7 --output /tmp/demo"})
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--output", paramLabel = "DIR", required = true, description = "Folder to write to.")
    private Path output;

    @Option(names = "--size", defaultValue = "default", description = "small, default or full.")
    private String size;

    @Option(names = "--seed", defaultValue = "1", description = "Same seed, same data (default: 1).")
    private long seed;

    @Override
    public Integer call() {
        Demonstration.write(output, seed, size).forEach(System.out::println);
        return 0;
    }
}
