package org.millwright.stat.decomposition;

import java.util.List;
import java.util.Optional;
import org.millwright.model.Reason;

/**
 * Shift-share of labour productivity: how much of its growth comes from within industries, and how much from workers who
 * moved to others.
 *
 * <p>P1 - P0 = sum theta_i0 (y_i1 - y_i0) + sum y_i0 (theta_i1 - theta_i0) + sum (theta_i1 - theta_i0) (y_i1 - y_i0)
 *
 * <ul>
 *   <li>y_i = value added / employment of industry i, P = the same of all industries, theta_i = share of i in employment.
 *   <li>{@code within}: productivity of the industry grows while workers stay where they were.
 *   <li>{@code static}: workers move to industries whose productivity was high at first.
 *   <li>{@code dynamic}: workers move to industries whose productivity grows.
 * </ul>
 *
 * All in value added per person; of any sign and size. Value added may be negative. In prices that do not add up over
 * industries (chained indices) the split is exact for their sum only.
 *
 * <p>Undefined with a negative number of persons ({@code SIGN}), and where an industry has no persons in a period unless it is
 * absent from both ({@code DENOMINATOR}): what an industry that appears or vanishes adds is known, but its productivity before it
 * appeared is not, so that static and dynamic effect cannot be told apart.
 *
 * <p>Reference: Fabricant (1942), Employment in Manufacturing 1899-1939; Timmer and Szirmai (2000), Productivity growth in
 * Asian manufacturing: the structural bonus hypothesis examined, Structural Change and Economic Dynamics 11. Static and
 * dynamic together are the structural term of McMillan and Rodrik (2011), NBER working paper 17143.
 */
public record ShiftShare() implements Decomposition {
    private static final List<String> EFFECTS = List.of("within", "static", "dynamic");

    @Override
    public List<String> effects() {
        return EFFECTS;
    }

    @Override
    public Optional<Reason> obstacle(IndustryRatios from, IndustryRatios to, int industry) {
        double before = from.denominators()[industry];
        double after = to.denominators()[industry];
        if (before < 0 || after < 0) {
            return Optional.of(Reason.SIGN);
        }
        return before > 0 && after > 0 ? Optional.empty() : Optional.of(Reason.DENOMINATOR);
    }

    @Override
    public double[] effects(IndustryRatios from, IndustryRatios to, int industry) {
        double growth = to.ratio(industry) - from.ratio(industry);
        double movement = to.share(industry) - from.share(industry);
        return new double[] {from.share(industry) * growth, from.ratio(industry) * movement, movement * growth};
    }

    @Override
    public double change(IndustryRatios from, IndustryRatios to) {
        return to.ratio() - from.ratio();
    }
}
