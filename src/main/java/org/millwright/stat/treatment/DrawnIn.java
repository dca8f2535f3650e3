package org.millwright.stat.treatment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.millwright.stat.Shape;

/**
 * An ascending series whose ends are drawn in, one distinct value at a time. It stays ascending, so nothing is sorted
 * again.
 */
final class DrawnIn {
    private final double[] values;
    private int low;
    private int high;
    private Shape shape;

    /** @param ascending not all equal; it is not changed */
    DrawnIn(double[] ascending, Shape shape) {
        values = ascending.clone();
        this.shape = shape;
    }

    Shape shape() {
        return shape;
    }

    /** How many values are no longer what they were. */
    int points() {
        return low + high;
    }

    /** Sets the highest values to the next below; does nothing, and says so, if that would make all values equal. */
    boolean drawInHighest() {
        int first = values.length - 1;
        while (values[first - 1] == values[first]) {
            first--;
        }
        double next = values[first - 1];
        if (next == values[0]) {
            return false;
        }
        Arrays.fill(values, first, values.length, next);
        high = values.length - first;
        shape = Shape.of(values);
        return true;
    }

    /** Sets the lowest values to the next above; does nothing, and says so, if that would make all values equal. */
    boolean drawInLowest() {
        int end = 1;
        while (values[end] == values[end - 1]) {
            end++;
        }
        double next = values[end];
        if (next == values[values.length - 1]) {
            return false;
        }
        Arrays.fill(values, 0, end, next);
        low = end;
        shape = Shape.of(values);
        return true;
    }

    /** What was done, by name; nothing if no value was drawn in. */
    Map<String, Double> parameters() {
        Map<String, Double> parameters = new HashMap<>();
        if (points() > 0) {
            parameters.put("points", (double) points());
            parameters.putAll(shape.parameters("_after"));
        }
        if (high > 0) {
            parameters.put("upper", values[values.length - 1]);
        }
        if (low > 0) {
            parameters.put("lower", values[0]);
        }
        return parameters;
    }
}
