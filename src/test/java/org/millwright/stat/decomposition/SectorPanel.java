package org.millwright.stat.decomposition;

import java.util.stream.IntStream;
import org.millwright.testing.ReferenceTable;

/** The synthetic economy of eight sectors for which reference values were computed with 50 digits. */
final class SectorPanel {
    private static final ReferenceTable INPUT = ReferenceTable.read("worked/computed/structure_input.csv");

    private SectorPanel() {}

    static IndustryRatios productivity(String year) {
        return IndustryRatios.of(column(year, "value_added"), column(year, "employment"));
    }

    static IndustryRatios intensity(String year) {
        return IndustryRatios.of(column(year, "energy"), column(year, "value_added"));
    }

    private static double[] column(String year, String name) {
        String[] years = INPUT.texts("year");
        double[] values = INPUT.column(name);
        return IntStream.range(0, values.length)
                .filter(row -> years[row].equals(year))
                .mapToDouble(row -> values[row])
                .toArray();
    }
}
