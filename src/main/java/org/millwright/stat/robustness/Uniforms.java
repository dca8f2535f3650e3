package org.millwright.stat.robustness;

import java.util.Arrays;

/**
 * Random numbers between 0 and 1 that depend on nothing but the seed and their place: the row of the sample, the factor that
 * they decide, and the draw, where a factor needs several. Whoever asks, in whatever order and on whatever machine, gets the
 * same numbers, so that a replicate can be repeated alone.
 *
 * <p>The seed is the key and the place the counter of Philox4x32-10; the first two of its four words give u = (b + 1/2) /
 * 2^53, b their upper 53 bits. Neither 0 nor 1 occurs.
 *
 * <p>Reference: Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, SC11.
 */
public record Uniforms(long seed) {
    private static final int ROUNDS = 10;
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final double UNIT = 0x1p-53;

    public double at(long row, int factor, int draw) {
        int[] words = philox(new int[] {(int) row, (int) (row >>> 32), factor, draw}, seed);
        long bits = (Integer.toUnsignedLong(words[0]) << 21) | (words[1] >>> 11);
        return (bits + 0.5) * UNIT;
    }

    /** The first draws of a place, as many as asked for. */
    public double[] draws(long row, int factor, int count) {
        double[] uniforms = new double[count];
        Arrays.setAll(uniforms, draw -> at(row, factor, draw));
        return uniforms;
    }

    /** The four words of a counter of four words; the lower half of the key is its first word. */
    static int[] philox(int[] counter, long key) {
        int[] c = counter.clone();
        int key0 = (int) key;
        int key1 = (int) (key >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = MULTIPLIER_0 * Integer.toUnsignedLong(c[0]);
            long product1 = MULTIPLIER_1 * Integer.toUnsignedLong(c[2]);
            c[0] = (int) (product1 >>> 32) ^ c[1] ^ key0;
            c[2] = (int) (product0 >>> 32) ^ c[3] ^ key1;
            c[1] = (int) product1;
            c[3] = (int) product0;
            key0 += WEYL_0;
            key1 += WEYL_1;
        }
        return c;
    }
}
