package org.millwright.stat.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.millwright.stat.aggregation.Arithmetic;
import org.millwright.stat.aggregation.Geometric;
import org.millwright.stat.aggregation.Harmonic;
import org.millwright.stat.aggregation.MazziottaPareto;
import org.millwright.stat.aggregation.MazziottaPareto.Penalty;
import org.millwright.stat.aggregation.Power;
import org.millwright.stat.aggregation.UnitScore;
import org.millwright.stat.change.NodeChange.State;

/** What must hold for every method, on random children of which some do not change, some hardly, some come or go. */
class NodeChangeLawsTest {
    private static final int TRIALS = 2_000;
    private static final int CHILDREN = 6;
    private static final double TOLERANCE = 1e-12;

    static Stream<UnitScore> methods() {
        return Stream.of(
                Arithmetic.DEFAULT,
                Geometric.DEFAULT,
                Harmonic.DEFAULT,
                new Power(0.5),
                new Power(3),
                new Power(-2),
                new Power(200),
                new Power(1e-6),
                new MazziottaPareto(Penalty.NEGATIVE),
                new MazziottaPareto(Penalty.POSITIVE),
                new WeightedSum());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void partsSumToTheChange(UnitScore method) {
        Random random = new Random(7);
        for (int trial = 0; trial < TRIALS; trial++) {
            State from = state(random);
            State to = later(from, random);
            NodeChange change = NodeChange.of(method, from, to);
            double before = method.score(from.children(), from.weights());
            double after = method.score(to.children(), to.weights());
            double sum = change.weights() + change.coverage();
            double size = Math.abs(before) + Math.abs(after);
            for (int c = 0; c < CHILDREN; c++) {
                if (!Double.isNaN(change.slopes()[c])) {
                    double part = change.slopes()[c] * (to.children()[c] - from.children()[c]);
                    sum += part;
                    size += Math.abs(part);
                }
            }
            assertThat(sum).isCloseTo(after - before, within(TOLERANCE * size));
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void goingBackChangesTheSign(UnitScore method) {
        Random random = new Random(8);
        for (int trial = 0; trial < TRIALS; trial++) {
            State from = state(random);
            State to = later(from, random);
            NodeChange there = NodeChange.of(method, from, to);
            NodeChange back = NodeChange.of(method, to, from);
            double size = Math.abs(method.score(from.children(), from.weights()))
                    + Math.abs(method.score(to.children(), to.weights()));
            assertThat(back.coverage()).isCloseTo(-there.coverage(), within(TOLERANCE * size));
            assertThat(back.weights()).isCloseTo(-there.weights(), within(TOLERANCE * size));
            for (int c = 0; c < CHILDREN; c++) {
                double slope = there.slopes()[c];
                assertThat(Double.isNaN(back.slopes()[c])).isEqualTo(Double.isNaN(slope));
                if (!Double.isNaN(slope)) {
                    assertThat(back.slopes()[c]).isCloseTo(slope, within(TOLERANCE * (1 + Math.abs(slope))));
                }
            }
        }
    }

    private static State state(Random random) {
        double[] children = new double[CHILDREN];
        double[] weights = new double[CHILDREN];
        for (int c = 0; c < CHILDREN; c++) {
            children[c] = c > 0 && random.nextInt(6) == 0 ? Double.NaN : 1 + 99 * random.nextDouble();
            weights[c] = random.nextInt(8) == 0 && c > 0 ? 0 : random.nextDouble();
        }
        return new State(children, weights);
    }

    private static State later(State from, Random random) {
        State other = state(random);
        double[] children = other.children();
        for (int c = 0; c < CHILDREN; c++) {
            switch (random.nextInt(4)) {
                case 0 -> children[c] = from.children()[c];
                case 1 -> children[c] = Math.max(1, from.children()[c] * (1 + 1e-13 * random.nextInt(5)));
                default -> children[c] += 0;
            }
        }
        return new State(children, random.nextBoolean() ? from.weights() : other.weights());
    }
}
