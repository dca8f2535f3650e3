package org.millwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Times {@link StructureTable} in cold processes, in seconds beyond {@link Floor}.
 *
 * <p>Arguments: a folder; how many rounds. Each round runs all once, one after the other; the answer shows medians.
 */
public final class StructureScale {
    private static final List<String> TABLES = List.of("structure_statistics", "productivity_decomposition");

    private StructureScale() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        String figures = folder.resolve("figures.parquet").toString();
        if (!Files.exists(Path.of(figures))) {
            ColdProcess.run(List.of(StructureTable.class.getName(), figures));
        }
        Map<String, List<ColdProcess>> runs = new LinkedHashMap<>();
        for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
            // New tables in every round: to replace one takes longer.
            Path lake = Files.createTempDirectory(folder, "round");
            time(runs, "floor", Floor.class.getName(), lake.resolve("floor").toString());
            for (String table : TABLES) {
                String to = lake.resolve(table).toString();
                time(runs, table, StructureTable.class.getName(), figures, to, table);
            }
        }
        double floor = median(runs.get("floor"));
        System.out.printf(Locale.ROOT, "%-28s %9s %14s%n", "command", "seconds", "beyond floor");
        runs.forEach((name, times) ->
                System.out.printf(Locale.ROOT, "%-28s %9.2f %14.2f%n", name, median(times), median(times) - floor));
    }

    private static void time(Map<String, List<ColdProcess>> runs, String name, String... command)
            throws IOException, InterruptedException {
        runs.computeIfAbsent(name, first -> new ArrayList<>()).add(ColdProcess.run(List.of(command)));
    }

    private static double median(List<ColdProcess> runs) {
        return runs.stream().map(ColdProcess::seconds).sorted().toList().get(runs.size() / 2);
    }
}
