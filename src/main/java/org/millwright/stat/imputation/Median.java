package org.millwright.stat.imputation;

import org.millwright.stat.Reference;

/**
 * The median of the reference values of the indicator, or of the unit's group: the middle value, or the mean of the two
 * in the middle; NaN if there are none.
 *
 * <p>Reference: OECD/JRC Handbook (2008), section 3.2; {@code i_median} and {@code i_median_grp} of COINr.
 *
 * @param by the column that names the group of each unit; empty if all units are one group
 */
public record Median(String by) implements Imputation.ByColumn {
    public static final Median DEFAULT = new Median("");

    @Override
    public double fill(Reference reference) {
        double[] values = reference.values();
        int middle = values.length / 2;
        if (values.length % 2 == 1) {
            return values[middle];
        }
        return values.length == 0 ? Double.NaN : (values[middle - 1] + values[middle]) / 2;
    }
}
