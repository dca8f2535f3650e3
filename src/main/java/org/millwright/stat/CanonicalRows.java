package org.millwright.stat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Complete rows of a table in an order of their own: ascending by the first column, ties by the second, and so on.
 *
 * <p>A sum over them has the same digits however the rows came, because rows that this order cannot tell apart are equal.
 * Sorting n rows takes time n log n and holds one copy of the table.
 */
public final class CanonicalRows {
    private CanonicalRows() {}

    /** The rows {@code rows[i][c]} that miss (NaN) nothing. */
    public static double[][] of(double[][] rows) {
        return sorted(Arrays.stream(rows));
    }

    /** The same of columns {@code columns[c][i]}: the columns of the complete rows. */
    public static double[][] ofColumns(double[][] columns) {
        int size = columns.length == 0 ? 0 : columns[0].length;
        double[][] rows = sorted(IntStream.range(0, size).mapToObj(i -> row(columns, i)));
        double[][] sorted = new double[columns.length][rows.length];
        for (int c = 0; c < columns.length; c++) {
            for (int i = 0; i < rows.length; i++) {
                sorted[c][i] = rows[i][c];
            }
        }
        return sorted;
    }

    private static double[][] sorted(Stream<double[]> rows) {
        double[][] sorted = rows.filter(row -> Arrays.stream(row).noneMatch(Double::isNaN))
                .map(CanonicalRows::withUnsignedZero)
                .toArray(double[][]::new);
        Arrays.sort(sorted, Arrays::compare);
        return sorted;
    }

    private static double[] row(double[][] columns, int i) {
        double[] row = new double[columns.length];
        for (int c = 0; c < row.length; c++) {
            row[c] = columns[c][i];
        }
        return row;
    }

    /** Zero and minus zero are equal, but would be sorted apart. */
    private static double[] withUnsignedZero(double[] row) {
        return Arrays.stream(row).map(value -> value + 0.0).toArray();
    }
}
