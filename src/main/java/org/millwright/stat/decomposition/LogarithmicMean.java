package org.millwright.stat.decomposition;

/**
 * The logarithmic mean of two positive numbers: L(a, b) = (a - b) / (ln a - ln b), and a where they are equal. It lies
 * between their geometric and their arithmetic mean. The limit where one of them is zero is 0.
 */
final class LogarithmicMean {
    private LogarithmicMean() {}

    static double of(double a, double b) {
        return a == b ? a : (a - b) / logRatio(a, b);
    }

    /** ln(a/b), to full precision also where a and b are nearly equal, and where their ratio is no double. */
    static double logRatio(double a, double b) {
        double ratio = a / b;
        if (ratio > 0.5 && ratio < 2) {
            return Math.log1p((a - b) / b);
        }
        boolean isDouble = ratio >= Double.MIN_NORMAL && ratio <= Double.MAX_VALUE;
        return isDouble ? Math.log(ratio) : Math.log(a) - Math.log(b);
    }
}
