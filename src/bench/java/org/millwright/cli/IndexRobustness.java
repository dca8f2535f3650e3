package org.millwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Times {@code index --robustness} on 51 units and 49 indicators, each time in a cold process, in seconds beyond {@link Floor}.
 *
 * <p>Arguments: a folder; how many rounds. Indicators are log-normal, one value in twenty is missing; 7 pillars of 7 indicators.
 * The uncertainty analysis has 1,000 replicates that vary imputation, treatment, normalisation, aggregation, weights and the set of
 * indicators; the sensitivity analysis 500 (d + 2) more, with d = 8 factors: the five methods and the weights of three levels.
 */
public final class IndexRobustness {
    private static final int UNITS = 51;
    private static final int PILLARS = 7;
    private static final int INDICATORS = 49;

    private IndexRobustness() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path data = folder.resolve("units.csv");
        Files.write(data, data());
        Path uncertainty = Files.writeString(folder.resolve("uncertainty.yaml"), definition(0));
        Path sensitivity = Files.writeString(folder.resolve("sensitivity.yaml"), definition(500));
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
            Map<String, List<String>> commands = new LinkedHashMap<>();
            // A new table in every round: to replace one takes longer.
            Path table = Files.createTempDirectory(folder, "floor").resolve("table");
            commands.put("floor", List.of(Floor.class.getName(), table.toString()));
            commands.put("index", index(data, uncertainty));
            commands.put("1,000 replicates", withRobustness(index(data, uncertainty)));
            commands.put("and Sobol, N = 500", withRobustness(index(data, sensitivity)));
            for (Map.Entry<String, List<String>> command : commands.entrySet()) {
                seconds.computeIfAbsent(command.getKey(), name -> new ArrayList<>())
                        .add(ColdProcess.run(command.getValue()).seconds());
            }
        }
        System.out.printf(Locale.ROOT, "%-20s %9s %14s%n", "command", "seconds", "beyond floor");
        double floor = median(seconds.get("floor"));
        seconds.forEach((name, taken) ->
                System.out.printf(Locale.ROOT, "%-20s %9.2f %14.2f%n", name, median(taken), median(taken) - floor));
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().toList().get(seconds.size() / 2);
    }

    private static List<String> index(Path data, Path definition) {
        return List.of(
                Millwright.class.getName(),
                "index",
                "--data",
                data.toString(),
                "--definition",
                definition.toString(),
                "--output",
                data.resolveSibling("scores.csv").toString());
    }

    private static List<String> withRobustness(List<String> command) {
        return Stream.concat(command.stream(), Stream.of("--robustness")).toList();
    }

    private static List<String> data() {
        SplittableRandom random = new SplittableRandom(1);
        List<String> lines = new ArrayList<>();
        lines.add("unit,"
                + String.join(
                        ",",
                        IntStream.range(0, INDICATORS).mapToObj(q -> "i" + q).toList()));
        for (int unit = 0; unit < UNITS; unit++) {
            List<String> cells = new ArrayList<>(List.of("u" + unit));
            for (int q = 0; q < INDICATORS; q++) {
                cells.add(random.nextInt(20) == 0 ? "" : Double.toString(Math.exp(random.nextGaussian())));
            }
            lines.add(String.join(",", cells));
        }
        return lines;
    }

    private static String definition(int sensitivity) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, """
                id: robustness
                version: 1
                unit: unit
                impute: mean
                treat: winsorise
                normalise: {method: min-max, lower: 1}
                robustness:
                  replicates: 1000
                  sensitivity: %d
                  vary:
                    impute: [mean, median]
                    treat: [{maximum-points: 3}, {maximum-points: 5}]
                    normalise: [{method: min-max, lower: 1}, {method: z-score, mean: 10, standard-deviation: 2}]
                    aggregate: [arithmetic, geometric]
                    weights: {noise: 0.25}
                    leave-one-out: true
                tree:
                  id: top
                  children:
                    - id: most
                      weight: 6
                      children:
                """, sensitivity));
        for (int pillar = 0; pillar < PILLARS; pillar++) {
            String indent = pillar < PILLARS - 1 ? "        " : "    ";
            text.append(indent).append("- {id: p").append(pillar).append(", weight: 1, children: [");
            for (int q = 0; q < INDICATORS / PILLARS; q++) {
                text.append(q == 0 ? "" : ", ")
                        .append("{indicator: i")
                        .append(pillar * INDICATORS / PILLARS + q)
                        .append(", weight: 1, direction: 1}");
            }
            text.append("]}\n");
        }
        return text.toString();
    }
}
