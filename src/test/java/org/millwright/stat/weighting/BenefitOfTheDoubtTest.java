package org.millwright.stat.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.millwright.stat.weighting.BenefitOfTheDoubt.ShareOf;
import org.millwright.testing.ReferenceTable;

class BenefitOfTheDoubtTest {
    private static final double NAN = Double.NaN;
    private static final BenefitOfTheDoubt ONE = new BenefitOfTheDoubt(0, 1, ShareOf.WEIGHTS, 1);
    private static final BenefitOfTheDoubt HANDBOOK = new BenefitOfTheDoubt(0.10, 0.15, ShareOf.WEIGHTS, 1);

    private final Random random = new Random(23);

    private static double[] scores(BenefitOfTheDoubt method, double[][] units, double[][] peers) {
        double[][] weights = method.weights(units, peers);
        double[] scores = new double[units.length];
        Arrays.setAll(scores, i -> BenefitOfTheDoubt.score(units[i], weights[i]));
        return scores;
    }

    private double[][] units(int units, int children) {
        return Stream.generate(() -> random.doubles(children, 1, 100).toArray())
                .limit(units)
                .toArray(double[][]::new);
    }

    /** Min-max scores of the Technology Achievement Index, each weight between 10 and 15 per cent of their sum. */
    @Test
    void boundedScoresOfTheHandbook() {
        double[] scores = scores(HANDBOOK, new Tai().minMaxUnits(), new Tai().minMaxUnits());
        ReferenceTable recomputed = ReferenceTable.read("worked/tai/recomputed_bod.csv");
        ReferenceTable printed = ReferenceTable.read("worked/tai/table19_bod_scores.csv");
        List<String> countries = new Tai().countries();
        for (int i = 0; i < scores.length; i++) {
            String country = countries.get(i);
            assertThat(scores[i])
                    .as(country)
                    .isCloseTo(recomputed.number(country, "bod_bounded_10_15"), within(1e-9))
                    .isCloseTo(printed.number(country, "bod_score"), within(0.007));
        }
    }

    @Test
    void unboundedScoresOfTheHandbooksDataAsRecomputed() {
        double[] scores = scores(ONE, new Tai().minMaxUnits(), new Tai().minMaxUnits());
        ReferenceTable recomputed = ReferenceTable.read("worked/tai/recomputed_bod.csv");
        List<String> countries = new Tai().countries();
        for (int i = 0; i < scores.length; i++) {
            assertThat(scores[i])
                    .as(countries.get(i))
                    .isCloseTo(recomputed.number(countries.get(i), "bod_unbounded"), within(1e-9));
        }
    }

    /** Peers (4, 0), (0, 2), (3, 1) bound w by w1 <= 1/4, w2 <= 1/2, 3 w1 + w2 <= 1; (2, 1) is best at w = (1/6, 1/2). */
    @Test
    void handComputedProgramme() {
        double[][] peers = {{4, 0}, {0, 2}, {3, 1}};
        assertThat(ONE.weights(new double[][] {{2, 1}}, peers)[0])
                .containsExactly(new double[] {1 / 6.0, 1 / 2.0}, within(1e-12));
        assertThat(scores(BenefitOfTheDoubt.DEFAULT, new double[][] {{2, 1}, {4, 0}, {6, 2}}, peers))
                .containsExactly(new double[] {500 / 6.0, 100, 200}, within(1e-9));
    }

    @Test
    void noPeerIsAboveTheBestUnderTheWeightsOfAnyUnitAndSharesKeepTheirBounds() {
        BenefitOfTheDoubt method = new BenefitOfTheDoubt(0.05, 0.4, ShareOf.SCORE, 100);
        double[][] units = units(60, 5);
        double[][] weights = method.weights(units, units);
        for (int i = 0; i < units.length; i++) {
            double score = BenefitOfTheDoubt.score(units[i], weights[i]);
            for (double[] peer : units) {
                assertThat(BenefitOfTheDoubt.score(peer, weights[i])).isLessThanOrEqualTo(100 + 1e-9);
            }
            for (double part : BenefitOfTheDoubt.contributions(units[i], weights[i])) {
                assertThat(part / score).isBetween(0.05 - 1e-9, 0.4 + 1e-9);
            }
        }
    }

    @Test
    void weightsKeepTheirBoundsWhateverTheScaleOfAChild() {
        BenefitOfTheDoubt method = new BenefitOfTheDoubt(0.2, 0.4, ShareOf.WEIGHTS, 100);
        double[][] units = units(40, 4);
        for (double[] unit : units) {
            unit[2] *= 20;
        }
        for (double[] weights : method.weights(units, units)) {
            double sum = Arrays.stream(weights).sum();
            for (double weight : weights) {
                assertThat(weight / sum).isBetween(0.2 - 1e-9, 0.4 + 1e-9);
            }
        }
    }

    @Test
    void orderOfUnitsAndPeersChangesNoBit() {
        BenefitOfTheDoubt method = new BenefitOfTheDoubt(0.1, 0.5, ShareOf.SCORE, 100);
        double[][] units = units(40, 4);
        double[][] shuffled = units.clone();
        Collections.shuffle(Arrays.asList(shuffled), random);
        assertThat(method.weights(units, shuffled)).isDeepEqualTo(method.weights(units, units));
    }

    @Test
    void unitsOfMeasurementChangeNoScore() {
        double[][] units = units(30, 3);
        double[][] rescaled = Arrays.stream(units)
                .map(unit -> new double[] {unit[0] * 1e6, unit[1] / 7, unit[2]})
                .toArray(double[][]::new);
        assertThat(scores(BenefitOfTheDoubt.DEFAULT, rescaled, rescaled))
                .containsExactly(scores(BenefitOfTheDoubt.DEFAULT, units, units), within(1e-9));
    }

    @Test
    void higherScoreOfAChildNeverLowersTheScoreOfAUnit() {
        double[][] units = units(30, 4);
        double[][] raised = Arrays.stream(units)
                .map(unit -> new double[] {unit[0], unit[1] + 10, unit[2], unit[3]})
                .toArray(double[][]::new);
        double[] before = scores(ONE, units, units);
        double[] after = scores(ONE, raised, units);
        IntStream.range(0, before.length).forEach(i -> assertThat(after[i]).isGreaterThanOrEqualTo(before[i] - 1e-12));
    }

    @Test
    void missingChildWeighsNothingAndTheBoundsOfTheOthersGrow() {
        double[][] peers = {{4, 1, 1}, {1, 4, 9}};
        double[][] weights =
                new BenefitOfTheDoubt(0.3, 0.4, ShareOf.SCORE, 1).weights(new double[][] {{2, 2, NAN}}, peers);
        assertThat(weights[0][2]).isZero();
        double[] parts = BenefitOfTheDoubt.contributions(new double[] {2, 2, NAN}, weights[0]);
        double score = BenefitOfTheDoubt.score(new double[] {2, 2, NAN}, weights[0]);
        assertThat(parts[0] / score).isBetween(0.45 - 1e-12, 0.6 + 1e-12);
        assertThat(parts[1] / score).isBetween(0.45 - 1e-12, 0.6 + 1e-12);
        assertThat(parts[2]).isNaN();
    }

    @Test
    void peerThatMissesAChildSetsNoFrontier() {
        double[][] peers = {{4, 2}, {NAN, 100}, {3, -1}};
        assertThat(scores(ONE, new double[][] {{4, 2}, {NAN, 100}}, peers))
                .containsExactly(new double[] {1, 50}, within(1e-12));
    }

    @Test
    void unitsThatCannotBeWeighedHaveNoWeights() {
        double[][] peers = {{4, 0}, {2, 0}};
        double[][] weights = ONE.weights(new double[][] {{-1, 2}, {NAN, 3}, {NAN, NAN}}, peers);
        for (double[] ofUnit : weights) {
            assertThat(ofUnit).containsOnly(NAN);
        }
        assertThat(ONE.weights(peers, new double[0][])[0]).containsOnly(NAN);
        assertThat(scores(ONE, new double[][] {{-1, 2}}, peers)).containsOnly(NAN);
    }

    @Test
    void zeroWhereEachChildMustContributeScoresZero() {
        double[][] units = {{4, 2}, {4, 0}, {0, 0}};
        assertThat(scores(new BenefitOfTheDoubt(0.1, 1, ShareOf.SCORE, 1), units, units))
                .containsExactly(new double[] {1, 0, 0}, within(1e-12));
    }

    @Test
    void bestOfThousandsOfPeersIsAtTheFrontierAndNoneAtZero() {
        double[][] units = units(2_000, 6);
        double[] scores = scores(ONE, units, units);
        assertThat(Arrays.stream(scores).min().getAsDouble()).isPositive();
        assertThat(Arrays.stream(scores).max().getAsDouble()).isCloseTo(1, within(1e-9));
    }

    @Test
    void boundsThatCannotHoldAreRefused() {
        assertThatThrownBy(() -> new BenefitOfTheDoubt(0.5, 0.4, ShareOf.SCORE, 100))
                .hasMessageContaining("minimum-share");
        assertThatThrownBy(() -> new BenefitOfTheDoubt(0, 1, ShareOf.SCORE, 0)).hasMessageContaining("best");
        assertThat(HANDBOOK.misfit(8)).isEmpty();
        assertThat(HANDBOOK.misfit(6)).isPresent();
        assertThat(HANDBOOK.misfit(11)).isPresent();
    }
}
