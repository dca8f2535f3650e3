package org.millwright.stat.weighting;

import java.util.Optional;
import org.millwright.stat.Method;

/**
 * The weights of a node's children; never negative.
 *
 * <p>Reference: OECD/JRC Handbook (2008), section 6.
 */
public sealed interface Weighting extends Method permits Weighting.Common, BenefitOfTheDoubt {

    /** What keeps the options from going with so many children; empty where they do. */
    default Optional<String> misfit(int children) {
        return Optional.empty();
    }

    /** Weights that all units share, estimated once on the reference window; they sum to 1. */
    sealed interface Common extends Weighting
            permits Given, Equal, Entropy, Critic, PrincipalComponents, AnalyticHierarchy, Optimised {
        /**
         * The weights; all NaN where the data give none.
         *
         * @param children scores of the children on the reference window: {@code children[c][i]} of child c and row i, NaN
         *     where missing; the order of the rows does not matter, but it is the same for every run
         * @param given the weights of the definition, not negative, on any scale
         */
        double[] weights(double[][] children, double[] given);

        /** Whether the data decide, so that the children's scores on the reference window are needed. */
        default boolean estimates() {
            return true;
        }
    }
}
