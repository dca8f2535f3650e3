package org.millwright.stat.weighting;

import java.util.Arrays;
import org.millwright.stat.Reference;

/**
 * Weights by information: a child whose scores differ more between the rows weighs more.
 *
 * <p>p_i = z_i / sum z over the N rows of the reference window that have the child, all periods pooled;
 * e = -sum p ln p / ln N with 0 ln 0 = 0; w_c = (1 - e_c) / sum (1 - e). A constant child weighs 0.
 *
 * <p>Undefined where a child has a negative score, no score above zero or fewer than two, and where all are constant. It
 * depends on where zero is: z and z + 1 have different weights.
 *
 * <p>Reference: Shannon (1948); Hwang and Yoon (1981), Multiple Attribute Decision Making, section 3.2.
 */
public record Entropy() implements Weighting.Common {
    public static final Entropy DEFAULT = new Entropy();

    @Override
    public double[] weights(double[][] children, double[] given) {
        return Shares.of(
                Arrays.stream(children).mapToDouble(Entropy::divergence).toArray());
    }

    /** 1 - e of one child, at least 0; NaN where undefined. */
    static double divergence(double[] child) {
        double[] scores = Reference.presentAscending(child);
        double sum = Arrays.stream(scores).sum();
        if (scores.length < 2 || scores[0] < 0 || sum == 0) {
            return Double.NaN;
        }
        if (scores[0] == scores[scores.length - 1]) {
            return 0;
        }
        double entropy = 0;
        for (double score : scores) {
            double p = score / sum;
            entropy -= p == 0 ? 0 : p * Math.log(p);
        }
        return Math.max(0, 1 - entropy / Math.log(scores.length));
    }
}
