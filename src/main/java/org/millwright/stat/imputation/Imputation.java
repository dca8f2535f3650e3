package org.millwright.stat.imputation;

import org.millwright.stat.Method;
import org.millwright.stat.Reference;

/**
 * Fills missing values (NaN); a value that is present is never changed.
 *
 * <p>Reference: OECD/JRC Handbook (2008), section 3.
 */
public sealed interface Imputation extends Method
        permits NoImputation, Imputation.ByColumn, Imputation.ByRow, Imputation.AlongTime {

    /** Whether everything is declared that has no default: the value of a constant. */
    default boolean isDeclared() {
        return true;
    }

    /** Whether parameters are estimated on the reference window. */
    default boolean estimates() {
        return this instanceof ByColumn || this instanceof ByRow;
    }

    /** Fills with one value for the whole indicator, or for each group of units. */
    sealed interface ByColumn extends Imputation permits Mean, Median, Constant {
        /** The value to fill with, from the reference values of the indicator (or of the group); NaN if there is none. */
        double fill(Reference reference);

        /** The column that names the group of each unit; empty if all units are one group. */
        default String by() {
            return "";
        }
    }

    /** Fills from the other indicators of the same unit, period and node. */
    sealed interface ByRow extends Imputation permits RowMean, RowMedian {
        /**
         * The value to fill with, on the scale to which the row was brought; NaN if all is missing.
         *
         * @param row the indicators of the node, each brought to one scale and direction by its {@link RowScale}
         */
        double fill(double[] row);
    }

    /** Fills from earlier or later periods of the same unit; what lies beyond a break in the series is not given to it. */
    sealed interface AlongTime extends Imputation permits CarryForward, Linear {
        /**
         * The series with its gaps filled, as far as the method goes.
         *
         * @param series values of one indicator and unit, in the order of time
         * @param position the place of each value in time, counted in periods, ascending
         */
        double[] fill(double[] series, int[] position);
    }
}
