package org.millwright.seasonal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.millwright.model.Periods;
import org.millwright.model.Reason;

/** Series that cannot be adjusted, and why. */
class ObservedTest {
    private static final int MONTHS = 12;
    private static final int FOUR_YEARS = 48;
    private static final double NONE = Double.NaN;

    /** January 2015 onwards: 1, 2, 3 ... of one month each. */
    private static Observed rising(int months) {
        return new Observed(
                MONTHS,
                IntStream.range(0, months)
                        .map(i -> Periods.position("2015-01") + i)
                        .toArray(),
                IntStream.range(0, months).map(i -> 1).toArray(),
                IntStream.range(0, months).mapToDouble(i -> i + 1).toArray());
    }

    @Test
    void completeSeriesIsFit() {
        assertThat(rising(FOUR_YEARS).unfit()).isEmpty();
        assertThat(rising(36).unfit()).isEmpty();
    }

    @Test
    void thirtyFiveFiguresAreTooFew() {
        assertThat(rising(35).unfit()).contains(Reason.SHORT);
    }

    @Test
    void seriesWithoutAnyFigureIsMissing() {
        Observed empty = rising(FOUR_YEARS);
        Arrays.fill(empty.value(), NONE);
        assertThat(empty.unfit()).contains(Reason.MISSING);
    }

    @Test
    void equalFiguresAreConstant() {
        Observed constant = rising(FOUR_YEARS);
        Arrays.fill(constant.value(), 7);
        assertThat(constant.unfit()).contains(Reason.CONSTANT);
    }

    @Test
    void missingFigureBetweenOthersIsAHole() {
        Observed withHole = rising(FOUR_YEARS);
        withHole.value()[20] = NONE;
        assertThat(withHole.unfit()).contains(Reason.HOLE);
    }

    /** The row of one month is absent, and not only its figure. */
    @Test
    void absentPeriodIsAHole() {
        Observed whole = rising(FOUR_YEARS);
        int[] kept = IntStream.range(0, FOUR_YEARS).filter(i -> i != 20).toArray();
        Observed withHole = new Observed(
                MONTHS,
                IntStream.of(kept).map(i -> whole.position()[i]).toArray(),
                IntStream.of(kept).map(i -> 1).toArray(),
                IntStream.of(kept).mapToDouble(i -> whole.value()[i]).toArray());
        assertThat(withHole.unfit()).contains(Reason.HOLE);
    }

    @Test
    void gapsAtTheEndsAreCutOff() {
        Observed gaps = rising(FOUR_YEARS);
        gaps.value()[0] = NONE;
        gaps.value()[1] = NONE;
        gaps.value()[FOUR_YEARS - 1] = NONE;
        assertThat(gaps.unfit()).isEmpty();
        Series trimmed = gaps.trimmed();
        assertThat(trimmed.period(0)).isEqualTo("2015-03");
        assertThat(trimmed.lastPeriod()).isEqualTo("2018-11");
        assertThat(trimmed.values()).hasSize(45).startsWith(3).endsWith(47);
        assertThat(trimmed.lastCompleteYear()).isEqualTo(2017);
    }

    /** As China publishes them: the first figure of a year is that of January and February together. */
    @Test
    void januaryThatIsNeverPublishedAlone() {
        Observed cumulated = rising(FOUR_YEARS);
        for (int january = 0; january < FOUR_YEARS; january += MONTHS) {
            cumulated.value()[january] = NONE;
            cumulated.months()[january + 1] = 2;
        }
        assertThat(cumulated.unfit()).contains(Reason.NO_JANUARY);
    }

    @Test
    void figuresOfDifferentLengthsDoNotMix() {
        Observed mixed = rising(FOUR_YEARS);
        mixed.months()[13] = 2;
        assertThat(mixed.unfit()).contains(Reason.LENGTH);
    }

    @Test
    void quartersHaveNoJanuary() {
        int quarters = 40;
        Observed quarterly = new Observed(
                4,
                IntStream.range(0, quarters)
                        .map(i -> Periods.position("2010-Q1") + i)
                        .toArray(),
                IntStream.range(0, quarters).map(i -> 3).toArray(),
                IntStream.range(0, quarters).mapToDouble(i -> i + 1).toArray());
        assertThat(quarterly.unfit()).isEmpty();
        assertThat(quarterly.trimmed().lastPeriod()).isEqualTo("2019-Q4");
    }
}
