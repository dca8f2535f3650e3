package org.millwright.stat.decomposition;

import java.util.List;
import java.util.Optional;
import org.millwright.model.Reason;

/**
 * The classical shift-share of a region: how much of its growth comes from the nation, from the industries that it has, and
 * from its own advantage in them.
 *
 * <p>r_i1 - r_i0 = r_i0 g + r_i0 (g_i - g) + (r_i1 - r_i0 (1 + g_i))
 *
 * <ul>
 *   <li>r_i = figure of industry i in the region (the numerator), n_i in the nation (the denominator); g_i = n_i1/n_i0 - 1, and g
 *       the growth of all industries of the nation.
 *   <li>{@code national}: growth as in the nation as a whole.
 *   <li>{@code industry_mix}: the region has industries that grow faster in the nation than others.
 *   <li>{@code competitive}: the industry grows faster in the region than in the nation.
 * </ul>
 *
 * In the unit of the figure, employment for example; of any sign. Undefined with a negative figure ({@code SIGN}), and where
 * the nation had nothing of an industry at first that it or the region has later ({@code DENOMINATOR}).
 *
 * <p>Reference: Dunn (1960), A statistical and analytical technique for regional analysis, Papers in Regional Science 6; Krumme
 * (University of Washington), Shift and share analysis, for the worked table.
 */
public record RegionalShiftShare() implements Decomposition {
    private static final List<String> EFFECTS = List.of("national", "industry_mix", "competitive");

    @Override
    public List<String> effects() {
        return EFFECTS;
    }

    @Override
    public Optional<Reason> obstacle(IndustryRatios from, IndustryRatios to, int industry) {
        double least = Math.min(
                Math.min(from.numerators()[industry], to.numerators()[industry]),
                Math.min(from.denominators()[industry], to.denominators()[industry]));
        if (least < 0) {
            return Optional.of(Reason.SIGN);
        }
        return from.denominators()[industry] > 0 ? Optional.empty() : Optional.of(Reason.DENOMINATOR);
    }

    @Override
    public double[] effects(IndustryRatios from, IndustryRatios to, int industry) {
        double region = from.numerators()[industry];
        double growth = (to.denominator() - from.denominator()) / from.denominator();
        double ofIndustry =
                (to.denominators()[industry] - from.denominators()[industry]) / from.denominators()[industry];
        double own = to.numerators()[industry] - region;
        return new double[] {region * growth, region * (ofIndustry - growth), own - region * ofIndustry};
    }

    @Override
    public double change(IndustryRatios from, IndustryRatios to) {
        return to.numerator() - from.numerator();
    }
}
