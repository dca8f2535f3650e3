package org.millwright.structure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.millwright.model.Reason;
import org.millwright.stat.structure.Distribution;

/**
 * The figures of some measures of one area, by the groups that its manufacturing divides into. The total of a measure is what its
 * groups sum to.
 *
 * @param groups the industries, in the order of the scheme; manufacturing alone where it cannot be divided
 * @param places their places in the scheme
 * @param years ascending
 * @param values {@code values[m][y][g]} of measure m in year y and group g; NaN where there is none
 * @param gaps of each year why it cannot be used: a group has no figure of a measure, or there are no groups; else null
 * @param stretches of each year the number of breaks and changes of classification up to it, in any group and measure
 */
record GroupPanel(
        List<String> groups, int[] places, List<String> years, double[][][] values, Reason[] gaps, int[] stretches) {
    /** Two years, by their places among the years. */
    record Pair(int base, int year) {}

    /** Each year with every earlier one, in the order of time. */
    Stream<Pair> pairs() {
        return IntStream.range(1, years.size())
                .boxed()
                .flatMap(year -> IntStream.range(0, year).mapToObj(base -> new Pair(base, year)));
    }

    /** The figures of a measure in a year, by group. */
    double[] of(int measure, int year) {
        return values[measure][year];
    }

    /** Why two years cannot be compared; empty if they can. */
    Optional<Reason> gap(int base, int year) {
        if (gaps[base] == null && gaps[year] == null) {
            return stretches[base] == stretches[year] ? Optional.empty() : Optional.of(Reason.BREAK);
        }
        return Stream.of(gaps[base], gaps[year]).filter(Objects::nonNull).max(Reason::compareTo);
    }

    /** How a measure is distributed over the groups, year by year. */
    Distribution[] distributions(int measure) {
        return IntStream.range(0, gaps.length)
                .mapToObj(year ->
                        gaps[year] == null ? Distribution.of(of(measure, year)) : Distribution.undefined(gaps[year]))
                .toArray(Distribution[]::new);
    }
}
