package org.millwright.stat.structure;

import org.millwright.model.Reason;
import org.millwright.stat.Method;

/**
 * A statistic of how a total is distributed over groups that do not overlap and leave nothing out.
 *
 * <p>It sees shares, as {@link Distribution} makes them: none is negative, they sum to 1, and stand in the order of the
 * groups. So it knows no units, and another order of the groups changes at most the last digit. NaN is undefined.
 */
public sealed interface Structural extends Method permits Structural.Level, Structural.OfTwo, LocationQuotient {

    /** Its name in the tables: {@code MooreCosine} is {@code moore_cosine}. */
    @Override
    default String id() {
        return Method.id(getClass()).replace('-', '_');
    }

    /** Why it is undefined where there are shares. */
    default Reason undefined() {
        return Reason.DENOMINATOR;
    }

    /** Of one distribution. */
    sealed interface Level extends Structural permits Hhi, Shannon {
        double of(double[] shares);
    }

    /** Of two distributions over the same groups. */
    sealed interface OfTwo extends Structural permits Change, Distance {
        double of(double[] base, double[] shares);
    }

    /** Of the distributions of one total in two periods, the base being the earlier. */
    sealed interface Change extends OfTwo permits StructuralChange, MooreCosine, MooreAngle, Lilien {}

    /** Of two distributions in one period, the base being what the other is compared with. */
    sealed interface Distance extends OfTwo permits Theil, Krugman {}
}
