package org.millwright.stat.robustness;

import java.util.Arrays;

/**
 * Weights that are not certain: w (1 + s (2u - 1)), scaled to sum to 1 again, with u uniform between 0 and 1.
 *
 * <p>Each weight is moved on its own by at most the share s of itself; none becomes negative.
 *
 * <p>Reference: {@code get_noisy_weights} of COINr, which leaves the scaling to the aggregation.
 *
 * @param share s, from 0 (nothing moves) to 1
 */
public record NoisyWeights(double share) {
    public NoisyWeights {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("the noise of weights is a share between 0 and 1");
        }
    }

    /** The moved weights of the children of one node, with one uniform for each. */
    public double[] of(double[] weights, double[] uniforms) {
        double[] moved = new double[weights.length];
        Arrays.setAll(moved, c -> weights[c] * (1 + share * (2 * uniforms[c] - 1)));
        double sum = Arrays.stream(moved).sum();
        return Arrays.stream(moved).map(weight -> weight / sum).toArray();
    }
}
