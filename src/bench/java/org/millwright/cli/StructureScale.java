package org.millwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Times {@link StructureTable} in cold processes, in seconds beyond {@link Floor}.
 *
 * <p>Arguments: a folder; how many rounds. Each round runs both once, one after the other; the table shows medians.
 */
public final class StructureScale {
    private StructureScale() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        String figures = folder.resolve("figures.parquet").toString();
        if (!Files.exists(Path.of(figures))) {
            ColdProcess.run(List.of(StructureTable.class.getName(), figures));
        }
        List<ColdProcess> floors = new ArrayList<>();
        List<ColdProcess> tables = new ArrayList<>();
        for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
            // New tables in every round: to replace one takes longer.
            Path lake = Files.createTempDirectory(folder, "round");
            floors.add(ColdProcess.run(
                    List.of(Floor.class.getName(), lake.resolve("floor").toString())));
            tables.add(ColdProcess.run(List.of(
                    StructureTable.class.getName(),
                    figures,
                    lake.resolve("lake").toString())));
        }
        double floor = median(floors);
        System.out.printf(Locale.ROOT, "%-20s %9s %14s%n", "command", "seconds", "beyond floor");
        System.out.printf(Locale.ROOT, "%-20s %9.2f %14.2f%n", "floor", floor, 0.0);
        System.out.printf(Locale.ROOT, "%-20s %9.2f %14.2f%n", "structure", median(tables), median(tables) - floor);
    }

    private static double median(List<ColdProcess> runs) {
        return runs.stream().map(ColdProcess::seconds).sorted().toList().get(runs.size() / 2);
    }
}
