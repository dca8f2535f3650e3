package org.millwright.stat.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class IndexNumbersTest {
    private static final double NONE = Double.NaN;
    private static final double ROUNDING = 1e-12;
    private static final int YEARS = 25;

    private final Random random = new Random(11);

    private double[] randomLinks() {
        return random.doubles(YEARS, 70, 140).toArray();
    }

    private static double growth(double[] index, int t) {
        return index[t] / index[t - 1];
    }

    /** Prices rise by 10 %, fall by 20 % and rise by 25 %: 1, 1.1, 0.88, 1.1; in units of the third year 1/0.88, ... */
    @Test
    void chainMultipliesWhatEachYearAdds() {
        double[] links = {NONE, 110, 80, 125};
        assertThat(IndexNumbers.chain(links, 0)).containsExactly(new double[] {1, 1.1, 0.88, 1.1}, within(ROUNDING));
        assertThat(IndexNumbers.chain(links, 2))
                .containsExactly(new double[] {1 / 0.88, 1.25, 1, 1.25}, within(ROUNDING));
    }

    @Test
    void chainedGrowthIsTheGrowthOfTheChain() {
        double[] links = randomLinks();
        for (int base = 0; base < YEARS; base++) {
            double[] chain = IndexNumbers.chain(links, base);
            assertThat(chain[base]).isEqualTo(1);
            for (int t = 1; t < YEARS; t++) {
                assertThat(100 * growth(chain, t)).isCloseTo(links[t], within(links[t] * ROUNDING));
            }
        }
    }

    @Test
    void nothingIsKnownBeyondAnUndefinedLink() {
        double[] undefined = {NONE, 0, -5, Double.POSITIVE_INFINITY};
        for (double link : undefined) {
            double[] links = {NONE, 110, link, 125, 100};
            assertThat(IndexNumbers.chain(links, 3)).containsExactly(NONE, NONE, 1 / 1.25, 1, 1);
            assertThat(IndexNumbers.chain(links, 0)[1]).isEqualTo(1.1);
            assertThat(IndexNumbers.chain(links, 0)[2]).isNaN();
            assertThat(IndexNumbers.chain(links, 0)[4]).isNaN();
        }
    }

    @Test
    void rebasingChangesNoGrowthRate() {
        double[] index = IndexNumbers.chain(randomLinks(), 3);
        for (int base = 0; base < YEARS; base++) {
            double[] rebased = IndexNumbers.rebase(index, base);
            assertThat(rebased[base]).isEqualTo(1);
            for (int t = 1; t < YEARS; t++) {
                assertThat(growth(rebased, t)).isCloseTo(growth(index, t), within(ROUNDING * 2));
            }
        }
    }

    @Test
    void anIndexWithoutItsBaseIsUndefined() {
        assertThat(IndexNumbers.rebase(new double[] {100, 0, 120}, 1)).containsOnly(NONE);
        assertThat(IndexNumbers.rebase(new double[] {100, -3, 120}, 2)).containsExactly(100.0 / 120, NONE, 1);
    }

    /** 2010 = 100 until 2013, 2012 = 100 from there: 100 105 110 121 and 100 108 120; linked in 2012, 110 -> 100. */
    @Test
    void segmentsAreLinkedInTheFirstCommonYear() {
        double[] older = {100, 105, 110, 121, NONE};
        double[] newer = {NONE, NONE, 100, 108, 120};
        assertThat(IndexNumbers.link(older, newer))
                .containsExactly(new double[] {100 / 1.1, 105 / 1.1, 100, 108, 120}, within(ROUNDING * 100));
    }

    @Test
    void linkingPreservesGrowthOnBothSides() {
        for (int k = 1; k < YEARS - 1; k++) {
            double[] older = IndexNumbers.chain(randomLinks(), 0);
            double[] newer = IndexNumbers.chain(randomLinks(), YEARS - 1);
            for (int t = 0; t < k; t++) {
                newer[t] = NONE;
            }
            double[] linked = IndexNumbers.link(older, newer);
            for (int t = 1; t < YEARS; t++) {
                double expected = t <= k ? growth(older, t) : growth(newer, t);
                assertThat(growth(linked, t)).isCloseTo(expected, within(ROUNDING * 2));
            }
        }
    }

    @Test
    void segmentsWithoutACommonYearAreNotLinked() {
        double[] older = {100, 105, NONE, NONE};
        double[] newer = {NONE, NONE, 100, 108};
        assertThat(IndexNumbers.link(older, newer)).containsExactly(NONE, NONE, 100, 108);
    }
}
