package org.millwright.seasonal;

import java.util.Optional;
import java.util.stream.IntStream;
import org.millwright.model.Reason;

/**
 * A series as it was published, in the order of time, with what is missing in it.
 *
 * @param perYear 12 or 4
 * @param position places of the periods, as {@link org.millwright.model.Periods#position} counts
 * @param months how many months each figure covers
 * @param value the figures; NaN where there is none
 */
record Observed(int perYear, int[] position, int[] months, double[] value) {
    static final int FEWEST = 36;

    /** Index of the first figure; the number of periods if there is none. */
    int first() {
        int first = 0;
        while (first < value.length && Double.isNaN(value[first])) {
            first++;
        }
        return first;
    }

    /** Index behind the last figure. */
    int end() {
        int end = value.length;
        while (end > 0 && Double.isNaN(value[end - 1])) {
            end--;
        }
        return end;
    }

    /** The figures without what is missing before the first and behind the last one. */
    Series trimmed() {
        int first = first();
        return new Series(
                perYear,
                position[first],
                IntStream.range(first, end()).mapToDouble(i -> value[i]).toArray());
    }

    /**
     * Why the series cannot be adjusted; empty if it can.
     *
     * <ul>
     *   <li>{@code MISSING}: there is no figure at all.
     *   <li>{@code NO_JANUARY}: Januaries lie within the series, and none of them has a figure.
     *   <li>{@code LENGTH}: the figures cover different numbers of months.
     *   <li>{@code HOLE}: a figure is missing between others.
     *   <li>{@code SHORT}: there are fewer than {@value #FEWEST} figures.
     *   <li>{@code CONSTANT}: all figures are the same.
     * </ul>
     */
    Optional<Reason> unfit() {
        int[] there = IntStream.range(0, value.length)
                .filter(i -> !Double.isNaN(value[i]))
                .toArray();
        if (there.length == 0) {
            return Optional.of(Reason.MISSING);
        }
        int last = there[there.length - 1];
        if (neverJanuary(there)) {
            return Optional.of(Reason.NO_JANUARY);
        }
        if (IntStream.of(there).map(i -> months[i]).distinct().count() > 1) {
            return Optional.of(Reason.LENGTH);
        }
        if (there.length <= position[last] - position[there[0]]) {
            return Optional.of(Reason.HOLE);
        }
        if (there.length < FEWEST) {
            return Optional.of(Reason.SHORT);
        }
        boolean constant = IntStream.of(there).allMatch(i -> value[i] == value[last]);
        return constant ? Optional.of(Reason.CONSTANT) : Optional.empty();
    }

    private boolean neverJanuary(int[] there) {
        int from = position[there[0]];
        int to = position[there[there.length - 1]];
        boolean within = perYear == 12 && to / perYear * perYear > from;
        return within && IntStream.of(there).noneMatch(i -> position[i] % perYear == 0);
    }
}
