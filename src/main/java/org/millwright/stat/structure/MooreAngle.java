package org.millwright.stat.structure;

/**
 * The angle whose cosine is {@link MooreCosine}, in degrees: from 0, where all shares stayed, to 90.
 *
 * <p>With u and v the vectors of shares at length 1 it is 2 atan2(|u - v|, |u + v|): near 1 a cosine has lost the digits that
 * its angle needs. The same forwards and backwards. Never undefined.
 *
 * <p>Reference: Moore (1978), see {@link MooreCosine}; Kahan (2006), How Futile are Mindless Assessments of Roundoff in
 * Floating-Point Computation?, section 12.
 */
public record MooreAngle() implements Structural.Change {
    public static final MooreAngle DEFAULT = new MooreAngle();

    @Override
    public double of(double[] base, double[] shares) {
        double ofBase = length(base);
        double ofShares = length(shares);
        double difference = 0;
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            double u = base[i] / ofBase;
            double v = shares[i] / ofShares;
            difference += (u - v) * (u - v);
            sum += (u + v) * (u + v);
        }
        return Math.toDegrees(2 * Math.atan2(Math.sqrt(difference), Math.sqrt(sum)));
    }

    private static double length(double[] vector) {
        return Math.sqrt(Hhi.DEFAULT.of(vector));
    }
}
