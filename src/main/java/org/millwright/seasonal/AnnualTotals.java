package org.millwright.seasonal;

/**
 * Takes away what rounding has left between the annual totals of an adjusted and of the raw series.
 *
 * <p>Cholette's method makes them equal, but its Kalman smoother loses digits in long series (5e-8 in one of 80 years). The
 * remainder of each complete year is spread evenly over its periods. Incomplete years have no total.
 */
final class AnnualTotals {
    private AnnualTotals() {}

    static void restore(Series raw, double[] adjusted) {
        int perYear = raw.perYear();
        int firstOfYear = Math.floorMod(-raw.start(), perYear);
        for (int from = firstOfYear; from + perYear <= adjusted.length; from += perYear) {
            double remainder = 0;
            for (int i = from; i < from + perYear; i++) {
                remainder += raw.values()[i] - adjusted[i];
            }
            for (int i = from; i < from + perYear; i++) {
                adjusted[i] += remainder / perYear;
            }
        }
    }
}
