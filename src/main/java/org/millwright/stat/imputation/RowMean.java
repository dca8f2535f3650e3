package org.millwright.stat.imputation;

import org.millwright.stat.Reference;

/**
 * The mean of the unit's other indicators in the node, on the scale of {@link RowScale}; NaN if all are missing.
 *
 * <p>Reference: OECD/JRC Handbook (2008), section 3.2; {@code i_mean} of COINr with {@code impute_by = "row"}.
 */
public record RowMean() implements Imputation.ByRow {
    public static final RowMean DEFAULT = new RowMean();

    @Override
    public double fill(double[] row) {
        return Mean.DEFAULT.fill(Reference.of(row));
    }
}
