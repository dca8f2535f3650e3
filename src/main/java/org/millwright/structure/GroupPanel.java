package org.millwright.structure;

import java.util.List;
import java.util.stream.IntStream;
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
 */
record GroupPanel(List<String> groups, int[] places, List<String> years, double[][][] values, Reason[] gaps) {
    /** The figures of a measure in a year, by group. */
    double[] of(int measure, int year) {
        return values[measure][year];
    }

    /** How a measure is distributed over the groups, year by year. */
    Distribution[] distributions(int measure) {
        return IntStream.range(0, gaps.length)
                .mapToObj(year ->
                        gaps[year] == null ? Distribution.of(of(measure, year)) : Distribution.undefined(gaps[year]))
                .toArray(Distribution[]::new);
    }
}
