package org.millwright.stat.revision;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;
import org.millwright.model.Reason;
import org.millwright.stat.Moments;

/**
 * How the figures of one series are revised between two releases.
 *
 * <ul>
 *   <li>mean = sum R_t / n, the bias of the first release; mean absolute = sum |R_t| / n, its usual error;
 *   <li>standard deviation with n - 1;
 *   <li>t = mean / sqrt(v), with v the variance of the mean that allows for revisions of neighbouring periods being alike;
 *       p is the probability of a t at least as far from zero, by Student's distribution with n - 1 degrees of freedom, where
 *       the expected revision is zero;
 *   <li>upward share = periods with R_t > 0 / n, a fraction. A figure that was confirmed has R_t = 0 and counts in n.
 * </ul>
 *
 * R_t is the revision of period t: later less earlier release, in % of the earlier one or in percentage points. Means of no
 * revision, and spread and test of fewer than two, are undefined (NaN) with {@link Reason#SHORT}; the test of revisions that
 * are all equal with {@link Reason#CONSTANT}.
 *
 * <p>Reference: McKenzie and Gamba (2008), Interpreting the results of revision analyses: recommended summary statistics,
 * OECD/Eurostat task force on performing revisions analysis for sub-annual economic statistics.
 *
 * @param size n
 * @param reason why something is undefined; empty if all is defined
 */
public record RevisionSummary(
        int size,
        double mean,
        double meanAbsolute,
        double standardDeviation,
        double tStatistic,
        double pValue,
        double upwardShare,
        Optional<Reason> reason) {

    /** @param revisions the revisions in the order of their periods, none of them missing */
    public static RevisionSummary of(double... revisions) {
        Moments moments = Moments.of(revisions);
        double t = tStatistic(revisions, moments);
        return new RevisionSummary(
                revisions.length,
                moments.mean(),
                Moments.of(Arrays.stream(revisions).map(Math::abs).toArray()).mean(),
                moments.standardDeviation(),
                t,
                Double.isNaN(t) ? Double.NaN : pValue(t, revisions.length - 1),
                Arrays.stream(revisions)
                        .map(revision -> revision > 0 ? 1 : 0)
                        .average()
                        .orElse(Double.NaN),
                reason(moments));
    }

    private static double tStatistic(double[] revisions, Moments moments) {
        double variance = MeanVariance.of(revisions);
        return variance > 0 ? moments.mean() / Math.sqrt(variance) : Double.NaN;
    }

    private static double pValue(double t, int degrees) {
        return 2 * new TDistribution(degrees).cumulativeProbability(-Math.abs(t));
    }

    private static Optional<Reason> reason(Moments moments) {
        if (moments.size() < 2) {
            return Optional.of(Reason.SHORT);
        }
        return moments.sumOfSquares() > 0 ? Optional.empty() : Optional.of(Reason.CONSTANT);
    }
}
