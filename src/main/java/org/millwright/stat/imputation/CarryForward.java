package org.millwright.stat.imputation;

/**
 * The last known value, for at most so many periods; later gaps, and gaps before the first value, stay.
 *
 * <p>Reference: OECD/JRC Handbook (2008), section 3.2; {@code impute_panel} of COINr with {@code imp_type = "latest"},
 * whose limit counts the periods that the data have.
 *
 * @param limit how many periods a value is carried
 */
public record CarryForward(int limit) implements Imputation.AlongTime {
    public static final CarryForward DEFAULT = new CarryForward(1);

    public CarryForward {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is below 1");
        }
    }

    @Override
    public double[] fill(double[] series, int[] position) {
        double[] filled = series.clone();
        int known = -1;
        for (int i = 0; i < series.length; i++) {
            if (!Double.isNaN(series[i])) {
                known = i;
            } else if (known >= 0 && position[i] - position[known] <= limit) {
                filled[i] = series[known];
            }
        }
        return filled;
    }
}
