package org.millwright.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.millwright.lake.Lake;
import org.millwright.lake.LakeLock;
import org.millwright.lake.Ledger;
import org.millwright.lake.Releases;
import org.millwright.lake.RunInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "status",
        description = "The last runs of a lake, who holds its lock, and how fresh every source is.",
        footer = {"", "Examples:", "  millwright status", "  millwright status --last --lake /data/lake"})
final class StatusCommand implements Callable<Integer> {
    private static final int SHOWN = 10;

    @Mixin
    private LakeOption option;

    @Option(names = "--last", description = "The last run alone, with its problems.")
    private boolean last;

    @Override
    public Integer call() {
        Lake lake = option.lake();
        PrintStream out = System.out;
        out.println("lake      " + lake.root());
        out.println("release   " + new Releases(lake).current().orElse("none yet"));
        out.println(
                "lock      " + LakeLock.holder(lake).map(LakeLock.Holder::text).orElse("free"));
        List<RunInfo> runs = RunInfo.all(lake);
        int shown = last ? 1 : SHOWN;
        out.println("\nrun                   outcome      exit  figures   rejected");
        runs.stream().skip(Math.max(0, runs.size() - shown)).forEach(run -> print(run, out));
        if (!runs.isEmpty()) {
            out.print(InputLines.of(runs.get(runs.size() - 1)));
        }
        if (!last) {
            freshness(lake, out);
        }
        return 0;
    }

    private void print(RunInfo run, PrintStream out) {
        long accepted =
                run.sources().stream().mapToLong(RunInfo.Source::accepted).sum();
        long rejected =
                run.sources().stream().mapToLong(RunInfo.Source::rejected).sum();
        out.printf(
                Locale.ROOT,
                "%-21s %-12s %4d %,9d %,9d%n",
                run.run(),
                run.outcome(),
                run.exitCode(),
                accepted,
                rejected);
        if (last) {
            run.problems().forEach(problem -> out.println("  " + problem));
            run.warnings().forEach(warning -> out.println("  warning: " + warning));
        }
    }

    private static void freshness(Lake lake, PrintStream out) {
        Map<String, String> newest = new TreeMap<>();
        Ledger.read(lake)
                .files()
                .forEach(entry -> newest.merge(
                        entry.file().source(),
                        entry.file().vintage() + "  " + entry.file().name(),
                        (a, b) -> a.compareTo(b) > 0 ? a : b));
        out.println("\nsource                      newest data");
        newest.forEach((source, file) -> out.printf("%-27s %s%n", source, file));
    }
}
