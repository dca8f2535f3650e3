package org.millwright.stat.normalisation;

/**
 * The straight line on which one value is the worst (0) and another the best (1).
 *
 * @param worst the value that stands at 0
 * @param best the value that stands at 1; above the worst for direction +1, below it for -1
 * @param direction +1 where more is better, -1 where less is
 */
record Line(double worst, double best, int direction) {

    /** The line between two values, the better of which the direction tells. */
    static Line between(double low, double high, int direction) {
        return direction > 0 ? new Line(low, high, direction) : new Line(high, low, direction);
    }

    /** Where a value stands on the line: (x - worst)/(best - worst); NaN unless the best is better than the worst. */
    double fraction(double value) {
        double length = ahead(best);
        return length > 0 ? ahead(value) / length : Double.NaN;
    }

    // Subtracts the right way round instead of changing signs, so that the worst is 0 and never -0.
    private double ahead(double value) {
        return direction > 0 ? value - worst : worst - value;
    }
}
