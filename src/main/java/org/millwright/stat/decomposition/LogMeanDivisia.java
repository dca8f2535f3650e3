package org.millwright.stat.decomposition;

import java.util.List;
import java.util.Optional;
import org.millwright.model.Reason;

/**
 * Logarithmic mean Divisia index, LMDI I, additive: why the use of energy, or an emission, changed.
 *
 * <p>With E = sum Q S_i I_i, where Q = activity of all industries, S_i = Q_i/Q and I_i = E_i/Q_i,
 *
 * <p>E_i1 - E_i0 = L_i ln(Q_1/Q_0) + L_i ln(S_i1/S_i0) + L_i ln(I_i1/I_i0), L_i = (E_i1 - E_i0) / ln(E_i1/E_i0)
 *
 * <ul>
 *   <li>{@code activity}: all industries together produce more.
 *   <li>{@code structure}: production moves to the industry.
 *   <li>{@code intensity}: the industry uses more for what it produces.
 * </ul>
 *
 * In the unit of the energy or the emission; of any sign. Neither the unit of activity nor the order of the two periods
 * matters (but for the sign).
 *
 * <p>Zeros, by their analytical limits:
 *
 * <table>
 *   <caption>Where the energy of an industry is zero in a period</caption>
 *   <tr><th>Q_i0, E_i0</th><th>Q_i1, E_i1</th><th>effects</th></tr>
 *   <tr><td>any, 0</td><td>any, 0</td><td>all 0</td></tr>
 *   <tr><td>+, 0</td><td>+, +</td><td>intensity = E_i1, others 0</td></tr>
 *   <tr><td>+, +</td><td>+, 0</td><td>intensity = -E_i0, others 0</td></tr>
 *   <tr><td>0, 0 (the industry appears)</td><td>+, +</td><td>structure = E_i1, others 0</td></tr>
 *   <tr><td>+, +</td><td>0, 0 (the industry vanishes)</td><td>structure = -E_i0, others 0</td></tr>
 * </table>
 *
 * The intensity of an industry that is not there is 0/0. Its limit is taken at any finite value, so that its
 * appearing is one of structure. Undefined where energy is used without activity ({@code DENOMINATOR}), and with a negative figure
 * ({@code SIGN}).
 *
 * <p>Reference: Ang (2005), The LMDI approach to decomposition analysis: a practical guide, Energy Policy 33; Wood and
 * Lenzen (2006), Zero-value problems of the logarithmic mean divisia index decomposition method, Energy Policy 34.
 */
public record LogMeanDivisia() implements Decomposition {
    private static final List<String> EFFECTS = List.of("activity", "structure", "intensity");

    @Override
    public List<String> effects() {
        return EFFECTS;
    }

    @Override
    public Optional<Reason> obstacle(IndustryRatios from, IndustryRatios to, int industry) {
        return obstacle(from, industry).or(() -> obstacle(to, industry));
    }

    private static Optional<Reason> obstacle(IndustryRatios period, int industry) {
        double energy = period.numerators()[industry];
        double activity = period.denominators()[industry];
        if (energy < 0 || activity < 0) {
            return Optional.of(Reason.SIGN);
        }
        return activity == 0 && energy > 0 ? Optional.of(Reason.DENOMINATOR) : Optional.empty();
    }

    @Override
    public double[] effects(IndustryRatios from, IndustryRatios to, int industry) {
        double before = from.numerators()[industry];
        double after = to.numerators()[industry];
        if (before == 0 || after == 0) {
            boolean isInBoth = from.denominators()[industry] > 0 && to.denominators()[industry] > 0;
            return isInBoth ? new double[] {0, 0, after - before} : new double[] {0, after - before, 0};
        }
        double weight = LogarithmicMean.of(after, before);
        double all = LogarithmicMean.logRatio(to.denominator(), from.denominator());
        double own = LogarithmicMean.logRatio(to.denominators()[industry], from.denominators()[industry]);
        double energy = LogarithmicMean.logRatio(after, before);
        return new double[] {weight * all, weight * (own - all), weight * (energy - own)};
    }

    @Override
    public double change(IndustryRatios from, IndustryRatios to) {
        return to.numerator() - from.numerator();
    }
}
