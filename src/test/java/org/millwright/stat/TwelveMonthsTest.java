package org.millwright.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TwelveMonthsTest {
    private static final int FIRST = 2015 * 12;

    private static int[] ones(int length) {
        return IntStream.generate(() -> 1).limit(length).toArray();
    }

    private static int[] from(int position, int length) {
        return IntStream.range(position, position + length).toArray();
    }

    /** Months of 1, 2, 3, ...: 1 + ... + 12 = 78, and 12 more with every further month. */
    @Test
    void sumsBeginWithTheTwelfthMonth() {
        double[] values = IntStream.rangeClosed(1, 14).asDoubleStream().toArray();
        double[] sums = TwelveMonths.sums(from(FIRST, 14), ones(14), values);
        assertThat(sums).startsWith(Double.NaN).endsWith(78, 90, 102);
        assertThat(sums).hasSize(14).satisfies(all -> assertThat(all[10]).isNaN());
    }

    /** Two years without a January; February has 20 for both months, every other month 10: a year is 120. */
    @Test
    void februaryCountsForJanuaryToo() {
        int[] last = IntStream.range(FIRST, FIRST + 24)
                .filter(month -> month % 12 != 0)
                .toArray();
        int[] months = IntStream.of(last).map(month -> month % 12 == 1 ? 2 : 1).toArray();
        double[] values =
                IntStream.of(months).mapToDouble(covered -> 10 * covered).toArray();
        double[] sums = TwelveMonths.sums(last, months, values);
        // To December 2015; to February 2016 from March; to March 2016 from April.
        assertThat(sums[10]).isEqualTo(120);
        assertThat(sums[11]).isEqualTo(120);
        assertThat(sums[12]).isEqualTo(120);
        // Eleven figures of the first year reach back to the middle of none.
        assertThat(sums[9]).isNaN();
    }

    @Test
    void nothingIsSummedOverAGapOrAHole() {
        double[] values = IntStream.rangeClosed(1, 25).asDoubleStream().toArray();
        values[12] = Double.NaN;
        double[] hole = TwelveMonths.sums(from(FIRST, 25), ones(25), values);
        assertThat(hole[11]).isEqualTo(78);
        assertThat(IntStream.range(12, 24).mapToDouble(month -> hole[month]).toArray())
                .containsOnly(Double.NaN);
        assertThat(hole[24]).isEqualTo(14 + 25 + IntStream.rangeClosed(15, 24).sum());
        int[] skips = IntStream.range(FIRST, FIRST + 13)
                .filter(month -> month != FIRST + 5)
                .toArray();
        assertThat(TwelveMonths.sums(skips, ones(12), new double[12])).containsOnly(Double.NaN);
    }

    /** In binary 0.1 ten times is not 1, and 0.3 - 0.1 is not 0.2. */
    @Test
    void decimalsAreAddedAsTheyAreWritten() {
        double[] tenths = new double[10];
        Arrays.fill(tenths, 0.1);
        assertThat(Decimals.sum(tenths)).isEqualTo(1.0);
        assertThat(Decimals.difference(0.3, 0.1)).isEqualTo(0.2);
        assertThat(Decimals.sum()).isZero();
        assertThat(Decimals.sum(1e16, 1, -1e16)).isEqualTo(1);
    }
}
