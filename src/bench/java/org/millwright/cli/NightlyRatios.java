package org.millwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Times whole commands, each in a cold process of its own, against the floor: {@link Floor}, started the same way.
 *
 * <p>Arguments: how many rounds; optionally the folder of the agencies' files. Every round runs each command once, one
 * after the other, so that a machine whose speed drifts slows them all. The table shows the median of the seconds, the
 * median and the range of the ratio to the floor of the same round, and the highest resident memory.
 */
public final class NightlyRatios {
    private NightlyRatios() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("millwright-bench");
        Map<String, List<ColdProcess>> runs = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, List<String>> command :
                    commands(folder.resolve("round-" + round), arguments).entrySet()) {
                runs.computeIfAbsent(command.getKey(), name -> new ArrayList<>())
                        .add(ColdProcess.run(command.getValue()));
            }
        }
        print(runs);
        delete(folder);
    }

    /** Name to main class and arguments; the first is the floor. */
    private static Map<String, List<String>> commands(Path folder, String[] arguments) throws IOException {
        Files.createDirectories(folder);
        String program = Millwright.class.getName();
        String lake = folder.resolve("lake").toString();
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put(
                "floor", List.of(Floor.class.getName(), folder.resolve("floor").toString()));
        commands.put("run, demonstration", List.of(program, "run", "--lake", lake));
        commands.put("run, all of it again", List.of(program, "run", "--force", "--lake", lake));
        commands.put("run, nothing new", List.of(program, "run", "--lake", lake));
        commands.put("query", List.of(program, "query", "--lake", lake, "SELECT count(*) FROM industry_measures"));
        if (arguments.length > 1) {
            String sources = folder.resolve("sources").toString();
            commands.put(
                    "run, public sources",
                    List.of(
                            program,
                            "run",
                            "--config",
                            "public-sources",
                            "--landing",
                            arguments[1],
                            "--lake",
                            sources));
        }
        return commands;
    }

    private static void print(Map<String, List<ColdProcess>> runs) {
        List<ColdProcess> floor = runs.values().iterator().next();
        System.out.printf(Locale.ROOT, "%-22s %9s %9s %15s %9s%n", "command", "seconds", "x floor", "range", "peak MB");
        runs.forEach((name, timed) -> {
            double[] ratios = new double[timed.size()];
            Arrays.setAll(ratios, i -> timed.get(i).seconds() / floor.get(i).seconds());
            Arrays.sort(ratios);
            double[] seconds =
                    timed.stream().mapToDouble(ColdProcess::seconds).sorted().toArray();
            double peak =
                    timed.stream().mapToDouble(ColdProcess::megabytes).max().orElse(0);
            String range = String.format(Locale.ROOT, "%.2f..%.2f", ratios[0], ratios[ratios.length - 1]);
            System.out.printf(
                    Locale.ROOT,
                    "%-22s %9.2f %9.2f %15s %9.0f%n",
                    name,
                    seconds[seconds.length / 2],
                    ratios[ratios.length / 2],
                    range,
                    peak);
        });
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path path : below.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
