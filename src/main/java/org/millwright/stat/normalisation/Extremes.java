package org.millwright.stat.normalisation;

import java.util.Map;
import org.millwright.stat.Reference;

/** The smallest and the largest value of the reference window; NaN where it has none. */
record Extremes(double min, double max) {

    static Map<String, Double> estimate(Reference reference) {
        double[] values = reference.values();
        return values.length == 0 ? Map.of() : Map.of("min", values[0], "max", values[values.length - 1]);
    }

    static Extremes of(Map<String, Double> parameters) {
        return new Extremes(parameters.getOrDefault("min", Double.NaN), parameters.getOrDefault("max", Double.NaN));
    }

    /** The line from the worst to the best value of the window. */
    Line line(int direction) {
        return Line.between(min, max, direction);
    }

    /** The line from the worst value of the window to a value that is set from outside. */
    Line lineTo(double best, int direction) {
        return new Line(direction > 0 ? min : max, best, direction);
    }
}
