package org.millwright.stat.weighting;

import java.util.Arrays;
import java.util.Optional;
import org.millwright.stat.Correlation;

/**
 * Weights by principal components of the children's standardised scores.
 *
 * <ul>
 *   <li>FIRST: in proportion to the coefficients a_c of the first component, which carries most of the variance. Undefined where
 *       two of them have opposite signs, since an indicator would count against its declared direction, and where a second
 *       component carries as much, since the first is then any mixture of both.
 *   <li>ROTATED: the components with an eigenvalue of at least 1, or a given number of them, are rotated by varimax. A child belongs to the
 *       component f on which its loading is farthest from zero; its squared loading, as a share of the variance E_f that f
 *       explains, is its weight in an intermediate composite, which itself weighs E_f / sum E. Hence w_c is in proportion to max_f l_cf^2.
 * </ul>
 *
 * Rows that miss a child are left out. Undefined with a constant child or fewer than two rows. A change of a child's unit or
 * origin changes no weight.
 *
 * <p>Reference: FIRST as {@code get_PCA} of COINr; ROTATED as OECD/JRC Handbook (2008), section 6.1, after Nicoletti, Scarpetta
 * and Boylaud (2000).
 *
 * @param factors how many components ROTATED retains; 0 for those with an eigenvalue of at least 1
 */
public record PrincipalComponents(Variant variant, int factors) implements Weighting.Common {
    public static final PrincipalComponents DEFAULT = new PrincipalComponents(Variant.FIRST, 0);

    private static final double ROUNDING = 1e-9;

    /** What is made of the components. */
    public enum Variant {
        FIRST,
        ROTATED
    }

    public PrincipalComponents {
        if (factors < 0) {
            throw new IllegalArgumentException("the number of factors must not be negative");
        }
        if (factors > 0 && variant == Variant.FIRST) {
            throw new IllegalArgumentException("factors are retained by the variant rotated only");
        }
    }

    @Override
    public Optional<String> misfit(int children) {
        return factors <= children ? Optional.empty() : Optional.of(factors + " factors are retained");
    }

    @Override
    public double[] weights(double[][] children, double[] given) {
        double[][] correlations = Correlation.matrix(children);
        boolean undefined =
                Arrays.stream(correlations).flatMapToDouble(Arrays::stream).anyMatch(Double::isNaN);
        if (undefined || misfit(children.length).isPresent()) {
            return Shares.of(Shares.none(children.length));
        }
        Components components = new Components(correlations);
        return switch (variant) {
            case FIRST -> first(components);
            case ROTATED -> rotated(components);
        };
    }

    private static double[] first(Components components) {
        double[] eigenvalues = components.eigenvalues();
        boolean ambiguous = eigenvalues.length > 1 && eigenvalues[0] - eigenvalues[1] < ROUNDING;
        double[] coefficients = components.vector(0);
        boolean opposed = Arrays.stream(coefficients).anyMatch(a -> a < -ROUNDING);
        return Shares.of(
                ambiguous || opposed
                        ? Shares.none(coefficients.length)
                        : Arrays.stream(coefficients).map(a -> Math.max(0, a)).toArray());
    }

    private double[] rotated(Components components) {
        int retained = factors > 0
                ? factors
                : (int) Arrays.stream(components.eigenvalues())
                        .filter(eigenvalue -> eigenvalue >= 1 - ROUNDING)
                        .count();
        return Shares.of(Arrays.stream(components.rotatedLoadings(retained))
                .mapToDouble(loadings ->
                        Arrays.stream(loadings).map(l -> l * l).max().orElse(Double.NaN))
                .toArray());
    }
}
