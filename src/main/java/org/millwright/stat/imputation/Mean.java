package org.millwright.stat.imputation;

import java.util.Arrays;
import org.millwright.stat.Reference;

/**
 * The arithmetic mean of the reference values of the indicator, or of the unit's group; NaN if there are none.
 *
 * <p>Reference: OECD/JRC Handbook (2008), section 3.2; {@code i_mean} and {@code i_mean_grp} of COINr.
 *
 * @param by the column that names the group of each unit; empty if all units are one group
 */
public record Mean(String by) implements Imputation.ByColumn {
    public static final Mean DEFAULT = new Mean("");

    @Override
    public double fill(Reference reference) {
        return Arrays.stream(reference.values()).average().orElse(Double.NaN);
    }
}
