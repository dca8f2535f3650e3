package org.millwright.stat;

import java.util.Arrays;

/**
 * The values of one indicator on the reference window, on which parameters are estimated.
 *
 * <p>Values stand in ascending order, so that every sum over them has the same digits however the rows came.
 *
 * @param values the values that are present, ascending
 * @param ofUnit the values of the declared reference unit, ascending; empty where a method needs none
 */
public record Reference(double[] values, double[] ofUnit) {

    /** The reference of a column of which some values are missing (NaN). */
    public static Reference of(double... column) {
        return new Reference(presentAscending(column), new double[0]);
    }

    public static double[] presentAscending(double[] column) {
        return Arrays.stream(column)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    public int size() {
        return values.length;
    }
}
