package org.millwright.structure;

import org.millwright.model.Reason;
import org.millwright.stat.structure.Distribution;
import org.millwright.stat.structure.LocationQuotient;
import org.millwright.stat.structure.Structural;

/**
 * What became of a statistic.
 *
 * @param value NaN where it is undefined
 * @param reason why it is; null where it is not
 */
record Outcome(double value, Reason reason) {
    static Outcome of(Structural.Level statistic, Distribution of) {
        return of.isDefined() ? of(statistic, statistic.of(of.shares())) : undefined(of);
    }

    static Outcome of(Structural.OfTwo statistic, Distribution base, Distribution of) {
        return of.isDefined() && base.isDefined()
                ? of(statistic, statistic.of(base.shares(), of.shares()))
                : undefined(of, base);
    }

    static Outcome of(LocationQuotient statistic, Distribution base, Distribution of, int group) {
        return of.isDefined() && base.isDefined()
                ? of(statistic, statistic.of(base.shares()[group], of.shares()[group]))
                : undefined(of, base);
    }

    private static Outcome of(Structural statistic, double value) {
        return new Outcome(value, Double.isNaN(value) ? statistic.undefined() : null);
    }

    /** The reason of the first that is undefined. */
    private static Outcome undefined(Distribution... distributions) {
        for (Distribution distribution : distributions) {
            if (!distribution.isDefined()) {
                return new Outcome(Double.NaN, distribution.undefined());
            }
        }
        throw new IllegalArgumentException("all distributions are defined");
    }
}
