package org.millwright.seasonal;

/**
 * How far the mean season swings from its peak to its trough, as a share of the level of the series.
 *
 * <p>swing = max over months of d(m) - min over months of d(m). d(m) is the mean over years of (x - c) / L, with x a figure of
 * month m, c the centred moving average of one year around it (2 x 12 or 2 x 4 terms) and L the mean of |x|. It needs a
 * year on either side; NaN where a month has no figure left, or all figures are zero.
 */
final class SeasonalSwing {
    private SeasonalSwing() {}

    static double of(double[] x, int perYear) {
        double[] sum = new double[perYear];
        int[] count = new int[perYear];
        double level = 0;
        int half = perYear / 2;
        for (int i = 0; i < x.length; i++) {
            level += Math.abs(x[i]) / x.length;
            if (i >= half && i < x.length - half) {
                sum[i % perYear] += x[i] - centredMean(x, i, half);
                count[i % perYear]++;
            }
        }
        double highest = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        for (int m = 0; m < perYear; m++) {
            if (count[m] == 0 || level == 0) {
                return Double.NaN;
            }
            highest = Math.max(highest, sum[m] / count[m] / level);
            lowest = Math.min(lowest, sum[m] / count[m] / level);
        }
        return highest - lowest;
    }

    private static double centredMean(double[] x, int i, int half) {
        double sum = (x[i - half] + x[i + half]) / 2;
        for (int j = i - half + 1; j < i + half; j++) {
            sum += x[j];
        }
        return sum / (2 * half);
    }
}
