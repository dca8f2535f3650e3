package org.millwright.stat.imputation;

/**
 * Brings an indicator to the scale on which the indicators of a row are comparable, and back: (x - min)/(max - min), or
 * (max - x)/(max - min) where less is better, so that 1 is the better end. Undefined (NaN) if min = max.
 *
 * <p>Reference: {@code Impute} of COINr with {@code impute_by = "row"}.
 *
 * @param min least value of the reference window
 * @param max greatest value of the reference window
 * @param direction +1 where more is better, -1 where less is
 */
public record RowScale(double min, double max, int direction) {

    public double scaled(double value) {
        return min < max ? (direction > 0 ? value - min : max - value) / (max - min) : Double.NaN;
    }

    /** The value in the indicator's own unit; that of a constant indicator is its constant. */
    public double unscaled(double scaled) {
        return direction > 0 ? min + scaled * (max - min) : max - scaled * (max - min);
    }
}
