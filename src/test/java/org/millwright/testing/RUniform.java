package org.millwright.testing;

/**
 * The numbers of R's {@code runif} after {@code set.seed}: the Mersenne Twister of Matsumoto and Nishimura (1998), with R's own
 * scrambling of the seed (R's RNG.c), so that a published R run can be repeated.
 */
public final class RUniform {
    private static final int WORDS = 624;
    private static final int SHIFT = 397;
    private static final double UNIT = 2.3283064365386963e-10;

    private final int[] state = new int[WORDS];
    private int next = WORDS;

    public RUniform(int seed) {
        int word = seed;
        for (int i = 0; i < 50; i++) {
            word = scrambled(word);
        }
        // The first word is R's position in the state, which it sets to the end.
        word = scrambled(word);
        for (int i = 0; i < WORDS; i++) {
            word = scrambled(word);
            state[i] = word;
        }
    }

    private static int scrambled(int word) {
        return 69069 * word + 1;
    }

    public double next() {
        if (next == WORDS) {
            renew();
        }
        int word = state[next++];
        word ^= word >>> 11;
        word ^= (word << 7) & 0x9D2C5680;
        word ^= (word << 15) & 0xEFC60000;
        word ^= word >>> 18;
        return Integer.toUnsignedLong(word) * UNIT;
    }

    public double[] next(int count) {
        double[] uniforms = new double[count];
        for (int i = 0; i < count; i++) {
            uniforms[i] = next();
        }
        return uniforms;
    }

    private void renew() {
        for (int i = 0; i < WORDS; i++) {
            int joined = (state[i] & 0x80000000) | (state[(i + 1) % WORDS] & 0x7FFFFFFF);
            state[i] = state[(i + SHIFT) % WORDS] ^ (joined >>> 1) ^ ((joined & 1) == 0 ? 0 : 0x9908B0DF);
        }
        next = 0;
    }
}
