package org.millwright.stat.price;

import java.util.Arrays;

/**
 * Index numbers on consecutive periods.
 *
 * <p>NaN is undefined. An index number is positive: zero and negative ones count as undefined. No function changes a growth
 * rate I(t) / I(t-1) that both of its periods define.
 *
 * <p>Reference: IMF, Producer Price Index Manual, 2004, chapter 9.
 */
public final class IndexNumbers {
    private IndexNumbers() {}

    /**
     * The chain of an index in % of the period before.
     *
     * <p>I(base) = 1; I(t) = I(t-1) * link(t) / 100 after the base, and I(t) = I(t+1) / (link(t+1) / 100) before it. Beyond a
     * link that is undefined, seen from the base, the chain is undefined. The link of the first period is not used.
     *
     * @param links previous period = 100
     * @param base position of the period that becomes 1
     */
    public static double[] chain(double[] links, int base) {
        double[] index = undefined(links.length);
        index[base] = 1;
        for (int t = base + 1; t < links.length; t++) {
            index[t] = index[t - 1] * positive(links[t]) / 100;
        }
        for (int t = base - 1; t >= 0; t--) {
            index[t] = index[t + 1] / (positive(links[t + 1]) / 100);
        }
        return index;
    }

    /** The index in units of its base: I(t) / I(base); undefined everywhere if it is undefined at the base. */
    public static double[] rebase(double[] index, int base) {
        double reference = positive(index[base]);
        return Arrays.stream(index).map(value -> positive(value) / reference).toArray();
    }

    /**
     * Two segments with different references as one series on the reference of the newer.
     *
     * <p>They are linked in the first period k that both define: the newer one from k on, and before it the older one
     * times newer(k) / older(k). Without such a period there is no link, and what is before the newer one is undefined.
     */
    public static double[] link(double[] older, double[] newer) {
        int common = 0;
        while (common < newer.length && !(older[common] > 0 && newer[common] > 0)) {
            common++;
        }
        double[] linked = new double[newer.length];
        for (int t = 0; t < newer.length; t++) {
            linked[t] = common == newer.length || t >= common
                    ? positive(newer[t])
                    : positive(older[t]) * (newer[common] / older[common]);
        }
        return linked;
    }

    /** Whether a period lies between the first and the last that the index defines, both included. */
    static boolean spans(double[] index, int period) {
        return anyIn(index, 0, period) && anyIn(index, period, index.length - 1);
    }

    /** Whether the index defines any period. */
    static boolean exists(double[] index) {
        return anyIn(index, 0, index.length - 1);
    }

    private static boolean anyIn(double[] index, int from, int to) {
        for (int t = from; t <= to; t++) {
            if (index[t] > 0) {
                return true;
            }
        }
        return false;
    }

    private static double positive(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY ? value : Double.NaN;
    }

    static double[] undefined(int length) {
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
