package org.millwright.validate;

import java.io.Serializable;

/**
 * How one rule fared: how many cases were checked and failed, and the case that deviates most.
 *
 * @param worst largest deviation of all checked cases, in units of the measure; the measured value of the rule
 * @param worstCase where it is
 */
public record Tally(String source, String rule, long checked, long failed, double worst, String worstCase)
        implements Serializable {

    static Tally none(String source, String rule) {
        return new Tally(source, rule, 0, 0, 0, "");
    }

    Tally add(double deviation, boolean holds, String where) {
        return merge(new Tally(source, rule, 1, holds ? 0 : 1, deviation, where));
    }

    /** The tally of both; the order of merging makes no difference. */
    public Tally merge(Tally other) {
        boolean otherIsWorse = other.checked > 0
                && (checked == 0
                        || other.worst > worst
                        || (other.worst == worst && other.worstCase.compareTo(worstCase) < 0));
        return new Tally(
                source,
                rule,
                checked + other.checked,
                failed + other.failed,
                otherIsWorse ? other.worst : worst,
                otherIsWorse ? other.worstCase : worstCase);
    }
}
