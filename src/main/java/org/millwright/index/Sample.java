package org.millwright.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Values of the reference window on which the parameters of one node are estimated.
 *
 * @param columns {@code [column][row]}; one column for a leaf, one for each child of an inner node
 * @param groups the group of each row; null where no method asks
 * @param ofUnit which rows are of the reference unit; null where no method asks
 */
record Sample(double[][] columns, String[] groups, boolean[] ofUnit) {

    int rows() {
        return columns[0].length;
    }

    /** Samples of the same node, one after the other. */
    static Sample joined(List<Sample> samples) {
        Sample first = samples.get(0);
        int rows = samples.stream().mapToInt(Sample::rows).sum();
        double[][] columns = new double[first.columns.length][rows];
        List<String> groups = new ArrayList<>();
        boolean[] ofUnit = first.ofUnit == null ? null : new boolean[rows];
        int start = 0;
        for (Sample sample : samples) {
            for (int c = 0; c < columns.length; c++) {
                System.arraycopy(sample.columns[c], 0, columns[c], start, sample.rows());
            }
            if (ofUnit != null) {
                System.arraycopy(sample.ofUnit, 0, ofUnit, start, sample.rows());
            }
            groups.addAll(sample.groups == null ? List.of() : Arrays.asList(sample.groups));
            start += sample.rows();
        }
        return new Sample(columns, first.groups == null ? null : groups.toArray(String[]::new), ofUnit);
    }
}
