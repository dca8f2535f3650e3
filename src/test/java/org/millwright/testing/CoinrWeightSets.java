package org.millwright.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The 20 sets of weights between which the replicates of {@code coinr/sensitivity} choose.
 *
 * <p>The reference files name the sets by number only. They are what COINr gives after {@code set.seed(11)} by {@code
 * get_noisy_weights(w, data.frame(Level = c(2, 3), NoiseFactor = c(0.25, 0.25)), Nrep = 20)}: per set one uniform for each
 * pillar and then one for each sub-index, in the order of the metadata, w (1 + 0.25 (2u - 1)). This was found by solving the
 * weights from published replicates and trying seeds; that all replicates come out to the last digits is its proof.
 */
public final class CoinrWeightSets {
    private static final int SEED = 11;
    private static final int SETS = 20;
    private static final double NOISE = 0.25;

    private final List<Map<String, Double>> sets = new ArrayList<>();

    public CoinrWeightSets(AsemTree tree) {
        RUniform uniforms = new RUniform(SEED);
        List<String> noisy =
                tree.nodes().stream().filter(node -> !node.equals("Index")).toList();
        for (int set = 0; set < SETS; set++) {
            Map<String, Double> weights = new HashMap<>(tree.weights());
            for (String node : noisy) {
                double noise = NOISE * (2 * uniforms.next() - 1);
                weights.computeIfPresent(node, (any, weight) -> weight * (1 + noise));
            }
            sets.add(weights);
        }
    }

    /** The weight of every indicator and node. */
    public Map<String, Double> set(int number) {
        return sets.get(number - 1);
    }
}
