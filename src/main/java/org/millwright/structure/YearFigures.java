package org.millwright.structure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.millwright.model.Reason;

/**
 * The figures of one measure of an area in one year, by the place of the industry in the scheme.
 *
 * @param values NaN where there is no figure
 * @param gaps why there is none
 */
record YearFigures(double[] values, Reason[] gaps) {
    static YearFigures none(int industries) {
        double[] values = new double[industries];
        Arrays.fill(values, Double.NaN);
        Reason[] gaps = new Reason[industries];
        Arrays.fill(gaps, Reason.MISSING);
        return new YearFigures(values, gaps);
    }

    boolean has(int industry) {
        return !Double.isNaN(values[industry]);
    }

    boolean hasAll(int[] industries) {
        return IntStream.of(industries).allMatch(this::has);
    }

    double[] of(int[] industries) {
        return IntStream.of(industries)
                .mapToDouble(industry -> values[industry])
                .toArray();
    }

    /** Whether one of the industries has no figure because it is withheld. */
    boolean withholds(IntStream industries) {
        return industries.anyMatch(industry -> !has(industry) && gaps[industry] == Reason.SUPPRESSED);
    }
}
