package org.millwright.stat.structure;

/** How far two distributions are apart: sum |s_i - b_i|, from 0 to 2. */
final class AbsoluteDifferences {
    private static final double MOST = 2;

    private AbsoluteDifferences() {}

    static double sum(double[] base, double[] shares) {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += Math.abs(shares[i] - base[i]);
        }
        return Math.min(MOST, sum);
    }
}
