package org.millwright.stat.decomposition;

import java.util.Optional;
import org.millwright.model.Reason;

/**
 * A change between two periods and the effects that it is made of.
 *
 * @param effects {@code effects[e][i]}: effect e of industry i; none if there is no split
 * @param total the change, to which all effects of all industries sum; NaN if there is no split
 * @param reason why there is no split; empty if there is one
 */
public record Split(double[][] effects, double total, Optional<Reason> reason) {

    public static Split none(Reason reason) {
        return new Split(new double[0][], Double.NaN, Optional.of(reason));
    }
}
