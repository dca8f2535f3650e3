package org.millwright.stat.diagnostic;

import java.util.Optional;

/**
 * What deserves a second look in an index.
 *
 * <p>Reference: the defaults of {@code get_stats}, {@code get_corr_flags} and {@code plot_corr} of COINr; 0.7 for alpha: Nunnally
 * (1978), as OECD/JRC Handbook (2008), section 4.2, has it.
 */
public enum Flag {
    /** Fewer than 65 % of the units have a value. */
    LOW_AVAILABILITY,
    /** More than half of the values are 0. */
    MANY_ZEROS,
    /** Fewer than half as many different values as values. */
    FEW_UNIQUE,
    /** |skewness| above 2 and kurtosis above 3.5. */
    OUTLIERS,
    /** A correlation above 0.9: the two may count the same thing twice. */
    REDUNDANT,
    /** A correlation below -0.4: the one pulls against the other. */
    CONFLICTING,
    /** A correlation between -0.4 and 0.3 of two that should go together. */
    WEAK,
    /** An alpha below 0.7. */
    INCONSISTENT;

    static final double SKEWNESS = 2;
    static final double KURTOSIS = 3.5;

    /** Of two that should go together: of one node, or a node and what is in it. */
    public static Optional<Flag> ofRelated(double correlation) {
        return correlation < 0.3 && correlation >= -0.4 ? Optional.of(WEAK) : ofUnrelated(correlation);
    }

    /** Of two in different parts of the index. */
    public static Optional<Flag> ofUnrelated(double correlation) {
        if (correlation > 0.9) {
            return Optional.of(REDUNDANT);
        }
        return correlation < -0.4 ? Optional.of(CONFLICTING) : Optional.empty();
    }

    public static Optional<Flag> ofAvailability(double share) {
        return share < 0.65 ? Optional.of(LOW_AVAILABILITY) : Optional.empty();
    }

    public static Optional<Flag> ofZeros(double share) {
        return share > 0.5 ? Optional.of(MANY_ZEROS) : Optional.empty();
    }

    public static Optional<Flag> ofUnique(double share) {
        return share < 0.5 ? Optional.of(FEW_UNIQUE) : Optional.empty();
    }

    public static Optional<Flag> ofAlpha(double alpha) {
        return alpha < 0.7 ? Optional.of(INCONSISTENT) : Optional.empty();
    }
}
