package org.millwright.stat.normalisation;

import java.util.Map;
import java.util.Optional;
import org.millwright.model.Reason;
import org.millwright.stat.Method;
import org.millwright.stat.Reference;

/**
 * Brings an indicator to a scale that it shares with others, on which more is better.
 *
 * <p>What a method needs of the data is estimated once on a reference window and given back to it with every later
 * period. Missing values are NaN and stay so; where the method is undefined the result is NaN as well.
 *
 * <p>Reference: OECD/JRC, Handbook on Constructing Composite Indicators (2008), section 5.
 */
public sealed interface Normalisation extends Method
        permits MinMax,
                Goalposts,
                Scaled,
                ZScore,
                Rank,
                Borda,
                PercentileRank,
                DistanceToTarget,
                DistanceToReference,
                DistanceToMaximum,
                FractionOfMaximum {

    /** What is estimated on the reference window, by name and in the indicator's own unit; nothing by default. */
    default Map<String, Double> estimate(Reference reference, int direction) {
        return Map.of();
    }

    /**
     * The normalised values.
     *
     * @param values of one indicator, of the units of one period; NaN where missing
     * @param direction +1 where more is better, -1 where less is
     * @param parameters what {@link #estimate} gave for the reference window
     */
    double[] normalise(double[] values, int direction, Map<String, Double> parameters);

    /** Whether everything is declared that has no default: goalposts, a target, a reference unit. */
    default boolean isDeclared() {
        return true;
    }

    /** The unit whose values must be given as {@link Reference#ofUnit}; empty where the method needs none. */
    default Optional<String> referenceUnit() {
        return Optional.empty();
    }

    /** Whether the score of a unit depends on the other units of its period, so that these must come together. */
    default boolean comparesUnits() {
        return false;
    }

    /** Whether the data decide any parameter, or the definition says it all. */
    default boolean estimates() {
        return !estimate(Reference.of(), 1).equals(estimate(Reference.of(1, 2, 4), 1));
    }

    /** The score of the worst value of the reference window; NaN where the method does not fix it. */
    default double worst() {
        return 0;
    }

    /** Why a value that is present may have no normalised value. */
    default Reason undefined() {
        return Reason.CONSTANT;
    }
}
