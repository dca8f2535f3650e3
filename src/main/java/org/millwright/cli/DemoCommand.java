package org.millwright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.millwright.demo.Demonstration;
import org.millwright.demo.Extent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = "Writes demonstration data: the statistics of a country that does not exist, in four formats.",
        footer = {"", "Examples:", "  millwright demo --output landing", "  millwright demo --size small --seed 7 --output /tmp/demo"})
final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--output", paramLabel = "DIR", required = true, description = "Folder to write to.")
    private Path output;

    @Option(names = "--size", defaultValue = "default", description = "small or default.")
    private String size;

    @Option(names = "--seed", defaultValue = "1", description = "Same seed, same data (default: 1).")
    private long seed;

    @Override
    public Integer call() {
        Extent extent = Extent.named(size)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "'" + size + "' is no size. Write small or default"));
        List<Path> files = Demonstration.write(output, seed, extent);
        files.forEach(System.out::println);
        System.err.println("\nThese data are synthetic: the country does not exist.\nNext: ./millwright run --landing " + output);
        return 0;
    }
}
