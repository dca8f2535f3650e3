package org.millwright.stat;

import java.util.Arrays;

/**
 * Sums of a flow over the twelve months up to each month.
 *
 * <p>S_t = x_{t-11} + ... + x_t. A figure that covers two months (January and February) counts as both, so that twelve months
 * may have eleven figures. Undefined (NaN) where one of the twelve months has no figure, or where they would begin in the
 * middle of a figure. Sums are exact in decimals ({@link Decimals}).
 */
public final class TwelveMonths {
    private static final int YEAR = 12;

    private TwelveMonths() {}

    /**
     * The sums, one for each figure.
     *
     * @param last position of the last month of each figure, rising; neighbouring months differ by 1
     * @param months how many months each figure covers
     * @param values the figures; NaN where there is none
     */
    public static double[] sums(int[] last, int[] months, double[] values) {
        double[] sums = new double[values.length];
        for (int i = 0; i < sums.length; i++) {
            int from = first(last, months, values, i);
            sums[i] = from < 0 ? Double.NaN : Decimals.sum(Arrays.copyOfRange(values, from, i + 1));
        }
        return sums;
    }

    /** Where the twelve months up to a figure begin; -1 if they are not all there. */
    private static int first(int[] last, int[] months, double[] values, int to) {
        int covered = 0;
        for (int i = to; i >= 0 && covered < YEAR; i--) {
            boolean adjoins = last[i] == last[to] - covered;
            if (!adjoins || Double.isNaN(values[i])) {
                return -1;
            }
            covered += months[i];
            if (covered == YEAR) {
                return i;
            }
        }
        return -1;
    }
}
