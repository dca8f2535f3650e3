package org.millwright.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.millwright.contract.Composite;
import org.millwright.error.Problems;
import org.millwright.testing.ReferenceTable;

/** COINr's ASEM example: 51 countries and 49 indicators of one year. */
final class Asem {
    private static final Path DEFINITION = Path.of("src/test/resources/composites/asem-robustness.yaml");

    private Asem() {}

    static Composite composite() {
        return composite(1_000, 500);
    }

    static Composite composite(int replicates, int sensitivity) {
        try {
            Problems problems = new Problems();
            String text = Files.readString(DEFINITION, StandardCharsets.UTF_8)
                    .replace("replicates: 1000", "replicates: " + replicates)
                    .replace("sensitivity: 500", "sensitivity: " + sensitivity);
            Composite composite =
                    Composite.read(DEFINITION.toString(), text, problems).orElseThrow();
            problems.throwIfAny();
            return composite.withDirections(1);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Countries in the order of the file. */
    static CrossSection section(Layout layout) {
        ReferenceTable data = ReferenceTable.read("coinr/inputs/iData.csv");
        String[] units = data.texts("uCode");
        String[] peers = new String[units.length];
        boolean[] compared = new boolean[units.length];
        Arrays.fill(peers, "");
        Arrays.fill(compared, true);
        return new CrossSection(
                "",
                peers,
                units,
                compared,
                layout.columns().stream().map(data::column).toArray(double[][]::new),
                null,
                layout.labels().stream().map(data::texts).toArray(String[][]::new),
                null);
    }
}
