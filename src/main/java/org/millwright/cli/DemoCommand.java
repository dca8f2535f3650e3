package org.millwright.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.millwright.demo.Demonstration;
import org.millwright.demo.EnterpriseRegister;
import org.millwright.demo.Extent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = "Writes demonstration data: the statistics of a country that does not exist, in four formats.",
        footer = {
            "",
            "Examples:",
            "  millwright demo --output landing",
            "  millwright demo --size small --seed 7 --output /tmp/demo",
            "  millwright demo --size 100000000 --output /data/benchmark"
        })
final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--output", paramLabel = "DIR", required = true, description = "Folder to write to.")
    private Path output;

    @Option(
            names = "--size",
            defaultValue = "default",
            description = "small (2 regions, 3 years), default (31 regions, 13 years), or a number of enterprises' rows"
                    + " for benchmarks, such as 100000000.")
    private String size;

    @Option(names = "--seed", defaultValue = "1", description = "Same seed, same data (default: 1).")
    private long seed;

    @Override
    public Integer call() {
        boolean isNumber = size.matches("[1-9]\\d{0,17}");
        List<Path> files = isNumber
                ? new EnterpriseRegister(Sessions.open(), seed, Long.parseLong(size)).write(output)
                : Demonstration.write(output, seed, extent());
        files.forEach(System.out::println);
        String next = "./millwright run" + (isNumber ? " --config demo-enterprises" : "") + " --landing " + output;
        System.err.println("\nThese data are synthetic: the country does not exist.\nNext: " + next);
        return 0;
    }

    private Extent extent() {
        return Extent.named(size)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "'" + size + "' is no size. Write small, default or a number of rows"));
    }
}
