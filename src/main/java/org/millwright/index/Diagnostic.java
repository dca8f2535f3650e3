package org.millwright.index;

import java.util.Optional;
import org.millwright.model.Reason;
import org.millwright.stat.diagnostic.Flag;

/**
 * One statistic of a node.
 *
 * @param other what the statistic relates the node to: another node, or the number of a component; null for none
 * @param value NaN where it is undefined
 * @param flag why it deserves a second look; empty if it does not
 * @param reason why it is undefined; null where it is not
 */
record Diagnostic(String node, String other, Statistic statistic, double value, Optional<Flag> flag, Reason reason) {

    /** What is said of indicators and nodes. */
    enum Statistic {
        AVAILABILITY,
        ZEROS_SHARE,
        UNIQUE_SHARE,
        SKEWNESS,
        KURTOSIS,
        SKEWNESS_TREATED,
        KURTOSIS_TREATED,
        TREATED_POINTS,
        CORRELATION_WITHIN,
        CORRELATION_ACROSS,
        CRONBACH_ALPHA,
        ALPHA_WITHOUT,
        CORRELATION_WITH_OTHERS,
        EIGENVALUE,
        EXPLAINED_VARIANCE
    }

    /**
     * A statistic of enough values is undefined because they do not differ.
     *
     * @param values how many values there are
     * @param needed how many the statistic needs
     */
    static Reason undefined(double value, int values, int needed) {
        if (!Double.isNaN(value)) {
            return null;
        }
        return values < needed ? Reason.MISSING : Reason.CONSTANT;
    }
}
