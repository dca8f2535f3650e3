package org.millwright.index;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.millwright.model.Reason;

/**
 * The units of one period, column by column.
 *
 * @param period as it is written; empty where the data know no periods
 * @param peers the group within which each unit is ranked
 * @param unit the id of each unit within its peers
 * @param compared whether the unit is one of those that are compared, or an aggregate of them that is only scored
 * @param values {@code values[column][unit]}: the leaves in the order of the tree, then the denominators; NaN where missing
 * @param reasons {@code reasons[leaf][unit]}: why a value is missing; null where nobody said
 * @param labels {@code labels[label][unit]}: the groups that imputation may go by, in the order of {@link Layout#labels}
 * @param carried values that imputation carries along time, {@code [leaf][unit]}; null where no method does so
 */
record CrossSection(
        String period,
        String[] peers,
        String[] unit,
        boolean[] compared,
        double[][] values,
        Reason[][] reasons,
        String[][] labels,
        double[][] carried) {

    /** A unit that stands more than once among its peers; empty if none does. */
    Optional<String> twice() {
        Set<String> seen = new HashSet<>();
        return IntStream.range(0, size())
                .filter(row -> !seen.add(peers[row] + "\0" + unit[row]))
                .mapToObj(row -> unit[row])
                .findFirst();
    }

    int size() {
        return unit.length;
    }

    CrossSection withCarried(double[][] newCarried) {
        return new CrossSection(period, peers, unit, compared, values, reasons, labels, newCarried);
    }

    Reason reason(int leaf, int row) {
        Reason reason = reasons == null ? null : reasons[leaf][row];
        return reason == null ? Reason.MISSING : reason;
    }

    static double[][] missing(int columns, int rows) {
        double[][] values = new double[columns][rows];
        for (double[] column : values) {
            Arrays.fill(column, Double.NaN);
        }
        return values;
    }
}
