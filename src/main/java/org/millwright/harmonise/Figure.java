package org.millwright.harmonise;

import java.util.List;
import java.util.Optional;
import org.millwright.contract.MeasureCode.OverTime;
import org.millwright.model.Reason;
import org.millwright.stat.Decimals;

/**
 * A figure of an industry with all that goes with it; what is reckoned from figures carries what they carry.
 *
 * @param value NaN where it is undefined
 * @param statuses the statuses of all parts, as {@link StatusBits}
 * @param coverage share of the parts of the industry that have a figure, 0..1; of several figures the smallest
 * @param confidential whether a part is confidential
 * @param total whether it is a total that the agency published, and no sum of parts
 * @param reason why the value is undefined; empty where it is defined
 */
record Figure(
        double value, int statuses, double coverage, boolean confidential, boolean total, Optional<Reason> reason) {
    /** The figure of a period that has none within a series that has. */
    static final Figure HOLE = new Figure(Double.NaN, StatusBits.of("M"), 0, false, false, Optional.of(Reason.HOLE));

    /** If figures lack for several reasons, the first of these is told. */
    private static final List<Reason> FIRST_OF = List.of(Reason.SUPPRESSED, Reason.HOLE, Reason.BREAK, Reason.MISSING);

    /** The figure of an observation, or of a sum of observations; undefined if the value is NaN. */
    static Figure observed(double value, int statuses, double coverage, boolean confidential, boolean total) {
        Reason gap = StatusBits.hold(statuses, "Q") ? Reason.SUPPRESSED : Reason.MISSING;
        return new Figure(
                value,
                statuses,
                coverage,
                confidential,
                total,
                Double.isNaN(value) ? Optional.of(gap) : Optional.empty());
    }

    boolean isKnown() {
        return reason.isEmpty();
    }

    String obsStatus() {
        return isKnown() ? StatusBits.ofSum(statuses) : StatusBits.ofGap(statuses);
    }

    String confStatus() {
        return !isKnown() && confidential ? "C" : "F";
    }

    boolean hasBreak() {
        return isKnown() && StatusBits.hold(statuses, "B");
    }

    /**
     * This cumulated figure without an earlier one of its year. An agency's total and a sum of parts differ by what the parts
     * leave out, which would all stand in the one month between them: that difference is undefined.
     */
    Figure minus(Figure earlier) {
        List<Figure> both = List.of(this, earlier);
        if (!isKnown() || !earlier.isKnown()) {
            return without(both);
        }
        return total == earlier.total
                ? of(both, Decimals.difference(value, earlier.value), Optional.empty())
                : of(both, Double.NaN, Optional.of(Reason.BREAK));
    }

    /** The figure of a period from those of the periods within it, in their order; undefined if one of them is. */
    static Figure over(OverTime overTime, List<Figure> parts) {
        if (overTime == OverTime.END) {
            return parts.get(parts.size() - 1);
        }
        if (!parts.stream().allMatch(Figure::isKnown)) {
            return without(parts);
        }
        double sum = Decimals.sum(parts.stream().mapToDouble(Figure::value).toArray());
        return of(parts, overTime == OverTime.MEAN ? sum / parts.size() : sum, Optional.empty());
    }

    /** The undefined figure of which several sources have no value: the most that one of them covers. */
    static Figure gap(List<Figure> same) {
        double most = same.stream().mapToDouble(Figure::coverage).max().orElse(0);
        Figure gap = without(same);
        return new Figure(Double.NaN, gap.statuses, most, gap.confidential, gap.total, gap.reason);
    }

    /** The undefined figure that follows from parts of which some are undefined. */
    private static Figure without(List<Figure> parts) {
        Optional<Reason> reason = FIRST_OF.stream()
                .filter(candidate -> parts.stream().anyMatch(part -> part.reason.equals(Optional.of(candidate))))
                .findFirst();
        return of(parts, Double.NaN, reason);
    }

    private static Figure of(List<Figure> parts, double value, Optional<Reason> reason) {
        return new Figure(
                value,
                parts.stream().mapToInt(Figure::statuses).reduce(0, (a, b) -> a | b),
                parts.stream().mapToDouble(Figure::coverage).min().orElse(0),
                parts.stream().anyMatch(Figure::confidential),
                parts.stream().allMatch(Figure::total),
                reason);
    }
}
