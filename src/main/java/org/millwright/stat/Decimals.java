package org.millwright.stat;

import java.math.BigDecimal;

/**
 * Sums and differences of published figures.
 *
 * <p>A published figure is a decimal, and the double that holds it is the nearest one. So each double is read as the
 * shortest decimal that it stands for, the decimals are added exactly, and the result is rounded to a double once: 0.3 - 0.1
 * is 0.2, and the order of terms makes no difference. Terms must be finite.
 */
public final class Decimals {
    private Decimals() {}

    /** The sum of the terms; 0 of none. */
    public static double sum(double... terms) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double term : terms) {
            sum = sum.add(BigDecimal.valueOf(term));
        }
        return sum.doubleValue();
    }

    /** a - b. */
    public static double difference(double a, double b) {
        return BigDecimal.valueOf(a).subtract(BigDecimal.valueOf(b)).doubleValue();
    }
}
