package org.millwright.stat.structure;

/**
 * The Herfindahl-Hirschman index of concentration: H = sum s_i^2.
 *
 * <p>From 1/n, where all n groups are equal, to 1, where one has everything. It depends on how finely the groups are cut: a
 * group cut into two equal halves takes s^2 / 2 away. Never undefined.
 *
 * <p>Reference: Hirschman (1964), The Paternity of an Index, American Economic Review 54, 761.
 */
public record Hhi() implements Structural.Level {
    public static final Hhi DEFAULT = new Hhi();

    @Override
    public double of(double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share * share;
        }
        return sum;
    }
}
