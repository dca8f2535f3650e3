package org.millwright.stat.imputation;

/**
 * On the straight line between the known values before and after: x0 + (x1 - x0)(t - t0)/(t1 - t0), t in periods. Gaps
 * before the first and after the last known value stay: nothing is extrapolated (COINr's {@code impute_panel} repeats the
 * nearest value there).
 *
 * <p>Reference: OECD/JRC Handbook (2008), section 3.2.
 */
public record Linear() implements Imputation.AlongTime {
    public static final Linear DEFAULT = new Linear();

    @Override
    public double[] fill(double[] series, int[] position) {
        double[] filled = series.clone();
        int known = -1;
        for (int next = 0; next < series.length; next++) {
            if (!Double.isNaN(series[next])) {
                for (int gap = known + 1; known >= 0 && gap < next; gap++) {
                    double share = (double) (position[gap] - position[known]) / (position[next] - position[known]);
                    filled[gap] = series[known] + (series[next] - series[known]) * share;
                }
                known = next;
            }
        }
        return filled;
    }
}
