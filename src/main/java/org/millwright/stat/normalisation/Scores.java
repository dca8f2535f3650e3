package org.millwright.stat.normalisation;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** The scores of a column. */
final class Scores {
    private Scores() {}

    /** Each value's score; NaN where the value is missing, or so far off the scale that its score is not finite. */
    static double[] of(double[] values, DoubleUnaryOperator score) {
        return Arrays.stream(values)
                .map(score)
                .map(result -> Double.isFinite(result) ? result : Double.NaN)
                .toArray();
    }

    /** The column turned round where less is better, so that in any case more is better. */
    static double[] directed(double[] values, int direction) {
        return Arrays.stream(values).map(value -> direction * value).toArray();
    }
}
