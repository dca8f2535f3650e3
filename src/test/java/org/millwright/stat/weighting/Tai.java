package org.millwright.stat.weighting;

import java.util.Arrays;
import java.util.List;
import org.millwright.testing.ReferenceTable;

/** The Technology Achievement Index of the OECD/JRC Handbook (2008): raw values of 23 countries. */
final class Tai {
    private final ReferenceTable raw = ReferenceTable.read("worked/tai/tai_raw_23.csv");

    List<String> indicators() {
        return raw.columns().subList(1, 9);
    }

    List<String> countries() {
        return raw.keys();
    }

    double[][] columns() {
        return indicators().stream().map(raw::column).toArray(double[][]::new);
    }

    /** {@code [country][indicator]}, 0 the worst of the countries and 1 the best. */
    double[][] minMaxUnits() {
        double[][] columns = columns();
        double[][] units = new double[countries().size()][columns.length];
        for (int c = 0; c < columns.length; c++) {
            double minimum = Arrays.stream(columns[c]).min().getAsDouble();
            double maximum = Arrays.stream(columns[c]).max().getAsDouble();
            for (int i = 0; i < units.length; i++) {
                units[i][c] = (columns[c][i] - minimum) / (maximum - minimum);
            }
        }
        return units;
    }
}
