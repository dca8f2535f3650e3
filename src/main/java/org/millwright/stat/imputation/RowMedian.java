package org.millwright.stat.imputation;

import org.millwright.stat.Reference;

/**
 * The median of the unit's other indicators in the node, on the scale of {@link RowScale}; NaN if all are missing.
 *
 * <p>Reference: OECD/JRC Handbook (2008), section 3.2; {@code i_median} of COINr with {@code impute_by = "row"}.
 */
public record RowMedian() implements Imputation.ByRow {
    public static final RowMedian DEFAULT = new RowMedian();

    @Override
    public double fill(double[] row) {
        return Median.DEFAULT.fill(Reference.of(row));
    }
}
