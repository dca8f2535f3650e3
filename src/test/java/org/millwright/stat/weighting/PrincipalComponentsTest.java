package org.millwright.stat.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.millwright.stat.Correlation;
import org.millwright.stat.Moments;
import org.millwright.stat.weighting.PrincipalComponents.Variant;
import org.millwright.testing.ReferenceTable;

class PrincipalComponentsTest {
    private static final int TURNS_OF_R = 12;
    private static final PrincipalComponents HANDBOOK = new PrincipalComponents(Variant.ROTATED, 4);

    private static double[] weights(PrincipalComponents method, double[]... children) {
        return method.weights(children, new double[children.length]);
    }

    private static Components tai() {
        return new Components(Correlation.matrix(new Tai().columns()));
    }

    /** The indicators below each pillar of COINr's ASEM data. */
    private static Map<String, List<String>> pillars() {
        ReferenceTable metadata = ReferenceTable.read("coinr/inputs/iMeta.csv");
        String[] codes = metadata.texts("iCode");
        String[] parents = metadata.texts("Parent");
        String[] types = metadata.texts("Type");
        Map<String, List<String>> pillars = new TreeMap<>();
        IntStream.range(0, codes.length)
                .filter(i -> types[i].equals("Indicator"))
                .forEach(i -> pillars.merge(parents[i], List.of(codes[i]), (a, b) -> {
                    List<String> both = new ArrayList<>(a);
                    both.addAll(b);
                    return both;
                }));
        return pillars;
    }

    /** Up to sign, which COINr leaves to chance. */
    @Test
    void coefficientsAndEigenvaluesOfCoinr() {
        ReferenceTable normalised = ReferenceTable.read("coinr/default/normalised.csv");
        ReferenceTable expected = ReferenceTable.read("coinr/weights/pca_weights_level1.csv");
        pillars().forEach((pillar, indicators) -> {
            double[][] columns = indicators.stream().map(normalised::column).toArray(double[][]::new);
            Components components = new Components(Correlation.matrix(columns));
            assertEigenvalues(pillar, components.eigenvalues());
            double[] coefficients = components.vector(0);
            double sign = Math.signum(coefficients[0] * expected.number(indicators.get(0), "Weight"));
            for (int c = 0; c < coefficients.length; c++) {
                assertThat(sign * coefficients[c])
                        .as(indicators.get(c))
                        .isCloseTo(expected.number(indicators.get(c), "Weight"), within(1e-9));
            }
            boolean opposed = Arrays.stream(coefficients).anyMatch(a -> a < 0);
            assertThat(Double.isNaN(weights(PrincipalComponents.DEFAULT, columns)[0]))
                    .as(pillar)
                    .isEqualTo(opposed);
        });
    }

    private static void assertEigenvalues(String pillar, double[] eigenvalues) {
        ReferenceTable expected = ReferenceTable.read("coinr/weights/pca_eigenvalues_level1.csv");
        List<String> groups = expected.keys();
        double[] all = expected.column("eigenvalue");
        assertThat(eigenvalues)
                .as(pillar)
                .containsExactly(
                        IntStream.range(0, all.length)
                                .filter(i -> groups.get(i).equals(pillar))
                                .mapToDouble(i -> all[i])
                                .toArray(),
                        within(1e-9));
    }

    @Test
    void eigenvaluesAndLoadingsOfTheHandbooksDataAsRecomputed() {
        ReferenceTable eigenvalues = ReferenceTable.read("worked/tai/recomputed_eigenvalues.csv");
        ReferenceTable expected = ReferenceTable.read("worked/tai/recomputed_component_loadings.csv");
        assertThat(tai().eigenvalues()).containsExactly(eigenvalues.column("eigenvalue"), within(1e-9));
        double[][] loadings = tai().loadings(8);
        for (int f = 0; f < 8; f++) {
            double[] published = expected.column("" + (f + 1));
            double sign = Math.signum(published[0] * loadings[0][f]);
            for (int c = 0; c < 8; c++) {
                assertThat(sign * loadings[c][f]).isCloseTo(published[c], within(1e-9));
            }
        }
    }

    /** R stops when the criterion grows by less than 1e-5 of itself, which here is after {@link #TURNS_OF_R} turns. */
    @Test
    void rotatedLoadingsOfRAreTheOnesAtWhichItStops() {
        assertNear(rotatedByR(), tai().rotatedLoadings(4, TURNS_OF_R), 1e-9);
        assertNear(printed(), tai().rotatedLoadings(4, TURNS_OF_R), 0.0125);
    }

    /** R stops a little before the top, which moves loadings by less than 5e-4. */
    @Test
    void rotationGoesOnToTheTopOfTheCriterion() {
        double[][] rotated = tai().rotatedLoadings(4);
        assertNear(rotatedByR(), rotated, 5e-4);
        assertThat(criterion(rotated)).isGreaterThan(criterion(rotatedByR()));
        double[][] turned = new double[8][];
        Random random = new Random(5);
        for (int trial = 0; trial < 50; trial++) {
            int f = random.nextInt(4);
            int k = (f + 1 + random.nextInt(3)) % 4;
            double angle = random.nextDouble() * Math.PI;
            Arrays.setAll(turned, c -> turned(rotated[c], f, k, angle));
            assertThat(criterion(turned)).isLessThanOrEqualTo(criterion(rotated) + 1e-12);
        }
    }

    private static double[] turned(double[] loadings, int f, int k, double angle) {
        double[] turned = loadings.clone();
        turned[f] = Math.cos(angle) * loadings[f] + Math.sin(angle) * loadings[k];
        turned[k] = Math.cos(angle) * loadings[k] - Math.sin(angle) * loadings[f];
        return turned;
    }

    /** The sum over factors of the variance of squared loadings, after Kaiser's normalisation. */
    private static double criterion(double[][] loadings) {
        double criterion = 0;
        for (int f = 0; f < 4; f++) {
            int factor = f;
            double[] squares = Arrays.stream(loadings)
                    .mapToDouble(row -> row[factor]
                            * row[factor]
                            / Arrays.stream(row).map(a -> a * a).sum())
                    .toArray();
            criterion += Moments.of(squares).sumOfSquares();
        }
        return criterion;
    }

    private static double[][] rotatedByR() {
        return factors(ReferenceTable.read("worked/tai/recomputed_varimax_and_pc_weights.csv"), "X");
    }

    private static double[][] printed() {
        return factors(ReferenceTable.read("worked/tai/table09_rotated_loadings_pc_varimax.csv"), "F");
    }

    private static double[][] factors(ReferenceTable table, String prefix) {
        return new Tai()
                .indicators().stream()
                        .map(indicator -> IntStream.rangeClosed(1, 4)
                                .mapToDouble(f -> table.number(indicator, prefix + f))
                                .toArray())
                        .toArray(double[][]::new);
    }

    /** Factors come in any order and sign: each expected one is matched with the nearest. */
    private static void assertNear(double[][] expected, double[][] loadings, double tolerance) {
        for (int f = 0; f < 4; f++) {
            int factor = f;
            double[] column =
                    Arrays.stream(expected).mapToDouble(row -> row[factor]).toArray();
            double nearest = IntStream.range(0, 4)
                    .mapToDouble(k -> Math.min(distance(column, loadings, k, 1), distance(column, loadings, k, -1)))
                    .min()
                    .getAsDouble();
            assertThat(nearest).as("factor " + f).isLessThan(tolerance);
        }
    }

    private static double distance(double[] printed, double[][] loadings, int factor, int sign) {
        return IntStream.range(0, printed.length)
                .mapToDouble(c -> Math.abs(sign * loadings[c][factor] - printed[c]))
                .max()
                .getAsDouble();
    }

    /** R's stop moves its weights by up to 7e-5. One of the printed weights is a unit of the last digit off what the printed data give (verification.csv). */
    @Test
    void rotatedWeightsOfTheHandbook() {
        double[] weights = weights(HANDBOOK, new Tai().columns());
        assertThat(weights)
                .containsExactly(
                        ReferenceTable.read("worked/tai/recomputed_varimax_and_pc_weights.csv")
                                .column("weight_rescaled"),
                        within(7e-5));
        assertThat(weights)
                .containsExactly(
                        ReferenceTable.read("worked/tai/table18_weights_ml_pc.csv")
                                .column("PC"),
                        within(0.00513));
    }

    /** Of the eigenvalues 3.35, 1.75, 0.98, ... two are at least 1. */
    @Test
    void factorsAreThoseWithAnEigenvalueOfAtLeastOneUnlessTheirNumberIsGiven() {
        double[][] columns = new Tai().columns();
        assertThat(weights(new PrincipalComponents(Variant.ROTATED, 0), columns))
                .containsExactly(weights(new PrincipalComponents(Variant.ROTATED, 2), columns));
    }

    @Test
    void rotationKeepsTheCommunalities() {
        double[][] plain = tai().loadings(4);
        double[][] rotated = tai().rotatedLoadings(4);
        for (int c = 0; c < plain.length; c++) {
            double communality = Arrays.stream(plain[c]).map(a -> a * a).sum();
            assertThat(Arrays.stream(rotated[c]).map(a -> a * a).sum()).isCloseTo(communality, within(1e-12));
        }
    }

    @Test
    void twoChildrenThatAgreeShareTheFirstComponentAndTwoThatDisagreeHaveNone() {
        double[] child = {1, 2, 3, 5};
        assertThat(weights(PrincipalComponents.DEFAULT, child, new double[] {1, 4, 3, 9}))
                .containsExactly(new double[] {0.5, 0.5}, within(1e-15));
        assertThat(weights(PrincipalComponents.DEFAULT, child, new double[] {9, 3, 4, 1}))
                .containsOnly(Double.NaN);
    }

    @Test
    void uncorrelatedChildrenHaveNoFirstComponent() {
        assertThat(weights(PrincipalComponents.DEFAULT, new double[] {-1, -1, 1, 1}, new double[] {-1, 1, -1, 1}))
                .containsOnly(Double.NaN);
    }

    @Test
    void constantChildGivesNoWeights() {
        assertThat(weights(HANDBOOK, new double[] {1, 2, 3}, new double[] {4, 4, 4}))
                .containsOnly(Double.NaN);
    }

    @Test
    void numberOfFactorsIsChecked() {
        assertThatThrownBy(() -> new PrincipalComponents(Variant.ROTATED, -1)).hasMessageContaining("negative");
        assertThatThrownBy(() -> new PrincipalComponents(Variant.FIRST, 2)).hasMessageContaining("rotated");
        assertThat(HANDBOOK.misfit(3)).isPresent();
        assertThat(HANDBOOK.misfit(4)).isEmpty();
    }
}
