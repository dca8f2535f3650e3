package org.millwright.harmonise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.millwright.contract.MeasureCode.OverTime;
import org.millwright.harmonise.PeriodFigure.Origin;
import org.millwright.model.Periods;
import org.millwright.stat.TwelveMonths;

/**
 * The figure of one period of a series, whatever its sources.
 *
 * @param best what is published: the first that has a value, published figures before cumulated ones and these before totals
 * @param sources how many sources have a value of that origin; more than one contradict each other
 * @param rival the value of another origin or source that is farthest from it
 * @param twelveMonths sum of a flow over the twelve months up to this one; NaN where undefined, and for quarters and years
 */
record SeriesFigure(PeriodFigure best, int sources, Optional<PeriodFigure> rival, double twelveMonths) {
    private static final Comparator<PeriodFigure> PREFERRED = Comparator.comparing(
                    (PeriodFigure told) -> !told.figure().isKnown())
            .thenComparing(PeriodFigure::origin)
            .thenComparing(PeriodFigure::source);

    /** One figure for each period that a source tells something of, in the order of their text. */
    static List<SeriesFigure> of(Collection<SourceSeries> sources, OverTime overTime) {
        TreeMap<String, List<PeriodFigure>> byPeriod = new TreeMap<>();
        sources.forEach(source -> source.periods(overTime)
                .forEach(told -> byPeriod.computeIfAbsent(told.period(), period -> new ArrayList<>())
                        .add(told)));
        List<SeriesFigure> figures =
                byPeriod.values().stream().map(SeriesFigure::merged).toList();
        return overTime == OverTime.SUM ? withTwelveMonths(figures) : figures;
    }

    private static SeriesFigure merged(List<PeriodFigure> told) {
        if (told.size() == 1) {
            return new SeriesFigure(told.get(0), told.get(0).figure().isKnown() ? 1 : 0, Optional.empty(), Double.NaN);
        }
        PeriodFigure best = told.stream().min(PREFERRED).orElseThrow();
        if (!best.figure().isKnown()) {
            return new SeriesFigure(best.with(gap(told, best.origin())), 0, Optional.empty(), Double.NaN);
        }
        List<PeriodFigure> others = told.stream()
                .filter(other -> !other.equals(best) && other.figure().isKnown())
                .toList();
        long same = others.stream()
                .filter(other -> other.origin() == best.origin() && best.origin() != Origin.TOTAL)
                .count();
        Comparator<PeriodFigure> farthest = Comparator.comparingDouble(
                other -> Math.abs(other.figure().value() - best.figure().value()));
        return new SeriesFigure(
                best, (int) same + 1, others.stream().max(farthest.thenComparing(PeriodFigure::source)), Double.NaN);
    }

    /** What all sources that publish the figure, and have no value, tell of it. */
    private static Figure gap(List<PeriodFigure> told, Origin origin) {
        return Figure.gap(told.stream()
                .filter(other -> other.origin() == origin)
                .map(PeriodFigure::figure)
                .toList());
    }

    private static List<SeriesFigure> withTwelveMonths(List<SeriesFigure> figures) {
        List<SeriesFigure> months =
                figures.stream().filter(SeriesFigure::isMonth).toList();
        if (months.isEmpty()) {
            return figures;
        }
        double[] sums = TwelveMonths.sums(
                months.stream()
                        .mapToInt(month -> Periods.position(month.best.period()))
                        .toArray(),
                months.stream().mapToInt(month -> month.best.months()).toArray(),
                months.stream()
                        .mapToDouble(month -> month.best.figure().value())
                        .toArray());
        List<SeriesFigure> all = new ArrayList<>();
        int month = 0;
        for (SeriesFigure figure : figures) {
            all.add(figure.isMonth() ? figure.with(sums[month++]) : figure);
        }
        return all;
    }

    private boolean isMonth() {
        return Periods.perYear(best.period()) == 12;
    }

    private SeriesFigure with(double sum) {
        return new SeriesFigure(best, sources, rival, sum);
    }
}
