package org.millwright.stat.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.millwright.stat.weighting.PrincipalComponents.Variant;
import org.millwright.stat.weighting.Weighting.Common;

/** What weights promise, on seeded random children with gaps, all above zero and correlated with each other. */
class WeightingLawsTest {
    private static final int CHILDREN = 5;
    private static final int ROWS = 300;

    private final Random random = new Random(29);
    private final double[] given = {1, 2, 1, 3, 2};
    private final double[][] children = children();

    private double[][] children() {
        double[] shared = random.doubles(ROWS, 0, 50).toArray();
        return IntStream.range(0, CHILDREN)
                .mapToObj(c -> Arrays.stream(shared)
                        .map(x -> random.nextInt(12) == 0 ? Double.NaN : x + (c + 1) * 20 * random.nextDouble())
                        .toArray())
                .toArray(double[][]::new);
    }

    /** Those whose weights do not depend on where a child's zero stands. */
    static List<Common> invariant() {
        return List.of(
                Given.DEFAULT,
                Equal.DEFAULT,
                Critic.DEFAULT,
                PrincipalComponents.DEFAULT,
                new PrincipalComponents(Variant.ROTATED, 0),
                new PrincipalComponents(Variant.ROTATED, 3));
    }

    static List<Common> all() {
        return Stream.concat(invariant().stream(), Stream.of(Entropy.DEFAULT, Optimised.DEFAULT))
                .toList();
    }

    private double[][] changed(DoubleUnaryOperator change) {
        return Arrays.stream(children)
                .map(child -> Arrays.stream(child).map(change).toArray())
                .toArray(double[][]::new);
    }

    @ParameterizedTest
    @MethodSource("all")
    void weightsAreNotNegativeAndSumToOne(Common method) {
        double[] weights = method.weights(children, given);
        assertThat(weights).hasSize(CHILDREN);
        assertThat(Arrays.stream(weights).min().getAsDouble()).isNotNegative();
        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-14));
    }

    @ParameterizedTest
    @MethodSource("all")
    void orderOfRowsChangesNoBit(Common method) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, ROWS).boxed().toList());
        Collections.shuffle(order, random);
        double[][] shuffled = Arrays.stream(children)
                .map(child -> order.stream().mapToDouble(i -> child[i]).toArray())
                .toArray(double[][]::new);
        assertThat(method.weights(shuffled, given)).containsExactly(method.weights(children, given));
    }

    @ParameterizedTest
    @MethodSource("all")
    void oneFactorForAllChildrenChangesNoWeight(Common method) {
        assertThat(method.weights(changed(x -> 3.7 * x), given))
                .containsExactly(method.weights(children, given), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("invariant")
    void unitAndOriginOfAChildChangeNoWeight(Common method) {
        double[][] changed = children.clone();
        changed[1] = Arrays.stream(children[1]).map(x -> 250 * x - 40).toArray();
        assertThat(method.weights(changed, given)).containsExactly(method.weights(children, given), within(1e-10));
    }

    @Test
    void unitOfAChildChangesNoEntropyWeight() {
        double[][] changed = children.clone();
        changed[1] = Arrays.stream(children[1]).map(x -> 250 * x).toArray();
        assertThat(Entropy.DEFAULT.weights(changed, given))
                .containsExactly(Entropy.DEFAULT.weights(children, given), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("all")
    void scaleOfTheGivenWeightsDoesNotMatter(Common method) {
        double[] doubled = Arrays.stream(given).map(w -> 2 * w).toArray();
        assertThat(method.weights(children, doubled)).containsExactly(method.weights(children, given));
    }

    @ParameterizedTest
    @MethodSource("all")
    void loneChildHasAllTheWeight(Common method) {
        if (method.misfit(1).isEmpty()) {
            assertThat(method.weights(new double[][] {children[0]}, new double[] {2}))
                    .containsExactly(1);
            assertThat(method.weights(new double[][] {{4, 4}}, new double[] {2}))
                    .containsExactly(1);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void noRowsGiveNoWeightsWhereTheDataDecide(Common method) {
        double[] weights = method.weights(new double[CHILDREN][0], given);
        assertThat(weights).hasSize(CHILDREN);
        for (double weight : weights) {
            assertThat(Double.isNaN(weight)).isEqualTo(method.estimates());
        }
    }
}
