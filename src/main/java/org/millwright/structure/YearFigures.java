package org.millwright.structure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.millwright.model.Reason;

/**
 * The figures of one measure of an area in one year, by the place of the industry in the scheme.
 *
 * @param values NaN where there is no figure
 * @param gaps why there is none
 * @param classifications by whose codes the figure is made; null where there is none
 * @param breaks whether the series breaks with the figure
 */
record YearFigures(double[] values, Reason[] gaps, String[] classifications, boolean[] breaks) {
    static YearFigures none(int industries) {
        double[] values = new double[industries];
        Arrays.fill(values, Double.NaN);
        Reason[] gaps = new Reason[industries];
        Arrays.fill(gaps, Reason.MISSING);
        return new YearFigures(values, gaps, new String[industries], new boolean[industries]);
    }

    /** Adds a row of {@code industry_measures}. */
    void add(int industry, Row figure) {
        Double value = figure.getAs("value");
        String reason = figure.getAs("reason");
        if (value != null) {
            values[industry] = value;
            classifications[industry] = figure.getAs("classification");
            breaks[industry] = figure.getAs("series_break");
        } else if (reason != null) {
            gaps[industry] = Reason.valueOf(reason);
        }
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

    /** Why some of the industries have no figure; {@code MISSING} if all have one. */
    Reason gap(IntStream industries) {
        return industries
                .filter(industry -> !has(industry))
                .mapToObj(industry -> gaps[industry])
                .max(Reason::compareTo)
                .orElse(Reason.MISSING);
    }
}
