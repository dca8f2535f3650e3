package org.millwright.stat.decomposition;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.millwright.model.Reason;

/**
 * Splits the change of a total between two periods into effects of every industry.
 *
 * <ul>
 *   <li>All effects of all industries together are the change.
 *   <li>A split is whole or there is none: without one industry the effects of the others would not sum to the change.
 *   <li>Neither the order of industries matters, nor whether one is told as two that are halves of it.
 *   <li>An industry whose figures are zero in both periods has no effect.
 * </ul>
 */
public sealed interface Decomposition extends Serializable permits ShiftShare, LogMeanDivisia, RegionalShiftShare {

    /** The names of the effects. */
    List<String> effects();

    /** Why an industry that is there in a period has no split; empty if it has. */
    Optional<Reason> obstacle(IndustryRatios from, IndustryRatios to, int industry);

    /** The effects of an industry that has a split, in the order of {@link #effects()}. */
    double[] effects(IndustryRatios from, IndustryRatios to, int industry);

    /** The change that is split. */
    double change(IndustryRatios from, IndustryRatios to);

    /**
     * The split of the change between two periods, with the same industries in the same order.
     *
     * <p>There is none if a figure is missing ({@code MISSING}), if an industry has an obstacle, or if the denominators of a
     * period do not sum to a positive ({@code DENOMINATOR}).
     */
    default Split split(IndustryRatios from, IndustryRatios to) {
        if (!from.isWhole() || !to.isWhole()) {
            return Split.none(Reason.MISSING);
        }
        double[][] effects = new double[effects().size()][from.size()];
        for (int i = 0; i < from.size(); i++) {
            if (from.isAbsent(i) && to.isAbsent(i)) {
                continue;
            }
            Optional<Reason> obstacle = obstacle(from, to, i);
            if (obstacle.isPresent()) {
                return Split.none(obstacle.get());
            }
            double[] ofIndustry = effects(from, to, i);
            for (int e = 0; e < effects.length; e++) {
                effects[e][i] = ofIndustry[e];
            }
        }
        boolean hasTotals = from.denominator() > 0 && to.denominator() > 0;
        return hasTotals ? new Split(effects, change(from, to), Optional.empty()) : Split.none(Reason.DENOMINATOR);
    }
}
