package org.millwright.demo;

import java.util.SplittableRandom;

/**
 * Random numbers that depend on the seed, a name and a place alone, so that every figure is the same whatever was drawn
 * before it. {@link StrictMath} keeps them equal on every machine.
 */
record Noise(long seed) {
    private static final int MANY = 30;

    /** A draw from the standard normal distribution. */
    double normal(String name, int... place) {
        return at(name, place).nextGaussian();
    }

    /** A factor around one: exp(spread z), with z standard normal. */
    double factor(double spread, String name, int... place) {
        return StrictMath.exp(spread * normal(name, place));
    }

    /** A whole number from 0 to below the bound. */
    int below(int bound, String name, int... place) {
        return at(name, place).nextInt(bound);
    }

    /** A count of rare events: Poisson, for large means rounded normal. */
    long events(double mean, String name, int... place) {
        SplittableRandom random = at(name, place);
        if (mean > MANY) {
            return Math.max(0, Math.round(mean + StrictMath.sqrt(mean) * random.nextGaussian()));
        }
        double limit = StrictMath.exp(-mean);
        long events = -1;
        for (double product = 1; product > limit; product *= random.nextDouble()) {
            events++;
        }
        return events;
    }

    private SplittableRandom at(String name, int... place) {
        long key = seed * 0x9E3779B97F4A7C15L + name.hashCode();
        for (int part : place) {
            key = new SplittableRandom(key ^ part).nextLong();
        }
        return new SplittableRandom(key);
    }
}
