package org.millwright.structure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.millwright.model.Reason;

/**
 * One industry of one area: what it makes, and of what.
 *
 * @param industry its place in the scheme
 */
record ProductionUnit(AreaPanel area, int industry) {
    static final Series OUTPUT = Series.constant("value_added");
    static final List<Series> INPUTS = List.of(Series.constant("capital_stock"), Series.current("employment"));

    /** Output and inputs. */
    static final List<Series> ALL =
            Stream.concat(Stream.of(OUTPUT), INPUTS.stream()).toList();

    double[] output(String year) {
        return new double[] {figure(OUTPUT, year)};
    }

    double[] inputs(String year) {
        return INPUTS.stream().mapToDouble(input -> figure(input, year)).toArray();
    }

    private double figure(Series series, String year) {
        return area.of(series, year).values()[industry];
    }

    /** Why the unit cannot be compared in a year; empty if it can. */
    Optional<Reason> gap(String year) {
        Optional<Reason> absent = ALL.stream()
                .map(series -> area.of(series, year))
                .filter(figures -> !figures.has(industry))
                .map(figures -> figures.gaps()[industry])
                .max(Reason::compareTo);
        boolean positive = ALL.stream().noneMatch(series -> figure(series, year) <= 0);
        return absent.or(() -> positive ? Optional.empty() : Optional.of(Reason.NONPOSITIVE));
    }
}
