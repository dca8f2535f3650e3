package org.millwright.stat.diagnostic;

import org.millwright.stat.Reference;
import org.millwright.stat.Shape;

/**
 * What can be said of one indicator alone.
 *
 * @param rows how many units there are
 * @param present how many of them have a value
 * @param zeros how many of the values are 0
 * @param unique how many different values there are
 * @param shape skewness and kurtosis of the values
 */
public record Profile(int rows, int present, int zeros, int unique, Shape shape) {

    /** Of a column of which some values are missing (NaN); the order of the rows changes nothing. */
    public static Profile of(double[] column) {
        double[] values = Reference.presentAscending(column);
        int zeros = 0;
        int unique = 0;
        for (int i = 0; i < values.length; i++) {
            zeros += values[i] == 0 ? 1 : 0;
            unique += i == 0 || values[i] != values[i - 1] ? 1 : 0;
        }
        return new Profile(column.length, values.length, zeros, unique, Shape.of(values));
    }

    /** The share of the units that have a value; NaN without units. */
    public double availability() {
        return (double) present / rows;
    }

    /** The share of the values that are 0; NaN without values. */
    public double zerosShare() {
        return (double) zeros / present;
    }

    /** Different values per value; NaN without values. */
    public double uniqueShare() {
        return (double) unique / present;
    }

    /** Whether outliers must be feared: |skewness| above 2 and kurtosis above 3.5. */
    public boolean hasOutliers() {
        return Math.abs(shape.skewness()) > Flag.SKEWNESS && shape.kurtosis() > Flag.KURTOSIS;
    }
}
