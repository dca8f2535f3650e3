package org.millwright.stat.structure;

/**
 * Theil's index of how far output is from where labour is, which Chinese work calls the rationalisation of the structure:
 *
 * <p>TL = sum y_i ln(y_i / l_i), with y_i the share of group i in output and l_i, the base, its share in employment.
 *
 * <p>Since y_i / l_i is the productivity of the group over that of the whole, it is 0 where all groups are equally productive, and
 * grows with their differences. At least 0, without upper bound; the same for groups cut into parts that are equally productive. A
 * group without output contributes 0. Undefined ({@code DENOMINATOR}) where a group has output and no labour.
 *
 * <p>Reference: Theil (1967), Economics and Information Theory, chapter 4; Gan, Zheng and Yu (2011), An Empirical Study on the
 * Effects of Industrial Structure on Economic Growth and Fluctuations in China, Economic Research Journal 46(5), 4-16.
 */
public record Theil() implements Structural.Distance {
    public static final Theil DEFAULT = new Theil();

    @Override
    public double of(double[] base, double[] shares) {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                if (base[i] == 0) {
                    return Double.NaN;
                }
                sum += shares[i] * Math.log(shares[i] / base[i]);
            }
        }
        return Math.max(0, sum);
    }
}
