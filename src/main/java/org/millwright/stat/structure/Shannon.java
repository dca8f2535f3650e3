package org.millwright.stat.structure;

/**
 * Shannon's entropy as a measure of diversity: H = -sum s_i ln s_i, with 0 ln 0 = 0.
 *
 * <p>From 0, where one group has everything, to ln n, where all n groups are equal. A group cut into two equal halves adds
 * s ln 2. Never undefined.
 *
 * <p>Reference: Shannon (1948), A Mathematical Theory of Communication, Bell System Technical Journal 27, 379-423.
 */
public record Shannon() implements Structural.Level {
    public static final Shannon DEFAULT = new Shannon();

    @Override
    public double of(double[] shares) {
        double entropy = 0;
        for (double share : shares) {
            entropy -= share == 0 ? 0 : share * Math.log(share);
        }
        // Zero is not minus zero.
        return entropy + 0.0;
    }
}
