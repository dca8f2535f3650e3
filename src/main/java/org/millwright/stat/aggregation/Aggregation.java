package org.millwright.stat.aggregation;

import org.millwright.model.Reason;
import org.millwright.stat.Method;

/**
 * Makes the score of a node from those of its children.
 *
 * <p>A missing child is NaN; it is dropped and the weights of the others are scaled up. With no child the score is NaN.
 * Whether enough of the weight is present is not decided here.
 *
 * <p>Reference: OECD/JRC Handbook (2008), section 6.
 */
public sealed interface Aggregation extends Method permits Aggregation.OfUnit, Aggregation.AmongUnits {

    /** A unit's score depends on its own children only. */
    sealed interface OfUnit extends Aggregation, UnitScore
            permits Arithmetic, Geometric, Harmonic, Power, MazziottaPareto {
        /** What each child adds: they sum to the score; NaN for a missing child. */
        double[] contributions(double[] children, double[] weights);
    }

    /** A unit's score depends on the other units of its period. */
    sealed interface AmongUnits extends Aggregation permits Topsis, Copeland {
        /**
         * The scores of all units; NaN where undefined. An IllegalArgumentException says that there are too many.
         *
         * @param units {@code units[i][c]} of unit i and child c
         */
        double[] scores(double[][] units, double[] weights);

        /** What each child adds to each unit's score: they sum to it; NaN for a missing child. */
        double[][] contributions(double[][] units, double[] weights);
    }

    /** Why a node whose children are there may have no score; unless said otherwise, because they have no weight. */
    default Reason undefined() {
        return Reason.COVERAGE;
    }

    /**
     * The least score that a node can have.
     *
     * @param ofChildren the least score that any of its children can have; NaN where that is not known
     */
    default double worst(double ofChildren) {
        return needsPositive() ? Double.NaN : ofChildren;
    }

    /** Whether children must be above zero. */
    default boolean needsPositive() {
        return false;
    }
}
