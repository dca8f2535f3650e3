package org.millwright.harmonise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.IntStream;
import org.millwright.contract.MeasureCode.OverTime;
import org.millwright.harmonise.PeriodFigure.Origin;
import org.millwright.model.Periods;

/**
 * What figures cumulated from January tell of months, quarters and years.
 *
 * <p>A flow: x(m) = Y(m) - Y(m-1) within a year, a quarter Y(3q) - Y(3q-3), the year Y(12), with Y(0) = 0. Where January is
 * not published alone, the figure of February is that of two months, and there is no January. So the months of a year add
 * up to Y(12), and those of a quarter to the quarter. Where one of the two cumulated figures is absent, the difference is
 * a hole; a year that begins with the figure of March tells the first quarter, and neither February nor March.
 *
 * <p>What is no flow cannot be differenced and is taken as it stands: the stock at the end of the month, quarter or year; the
 * mean, or the index, of the months from January on, which says so by the number of its months.
 *
 * <p>A series whose figures all end a quarter tells quarters and years; one of Decembers tells years. No month of them is a
 * hole. Else months from the first year to the last figure are told.
 */
final class CumulatedPeriods {
    private static final int YEAR = 12;
    private static final int QUARTER = 3;
    private static final int FEBRUARY = 2;

    private final SourceSeries series;
    private final OverTime overTime;
    private final NavigableMap<Integer, Figure> figures;
    /** Months from one cumulated figure to the next. */
    private final int step;

    CumulatedPeriods(SourceSeries series, OverTime overTime) {
        this.series = series;
        this.overTime = overTime;
        this.figures = series.figures();
        this.step = step(figures.keySet());
    }

    private static int step(Collection<Integer> positions) {
        return IntStream.of(YEAR, QUARTER)
                .filter(months -> positions.stream().allMatch(position -> (position + 1) % months == 0))
                .findFirst()
                .orElse(1);
    }

    List<PeriodFigure> told() {
        List<PeriodFigure> told = new ArrayList<>();
        int firstYear = figures.firstKey() / YEAR;
        int lastYear = figures.lastKey() / YEAR;
        for (int year = firstYear; year <= lastYear; year++) {
            int end = year == lastYear ? figures.lastKey() % YEAR + 1 : YEAR;
            if (step == 1) {
                months(year, end, told);
            }
            if (step < YEAR) {
                quarters(year, end, told);
            }
            if (step < YEAR || has(year, YEAR)) {
                told.add(year(year, end));
            }
        }
        return told;
    }

    private boolean has(int year, int month) {
        return figures.containsKey(year * YEAR + month - 1);
    }

    private Figure at(int year, int month) {
        return figures.getOrDefault(year * YEAR + month - 1, Figure.HOLE);
    }

    /** The first cumulated figure that the year ought to have. */
    private int first(int year) {
        return step == 1 && !has(year, 1) ? FEBRUARY : step;
    }

    private void months(int year, int end, List<PeriodFigure> told) {
        int first = first(year);
        for (int month = first; month <= end; month++) {
            told.add(told(Periods.at(year * YEAR + month - 1, YEAR), year, month == first ? 0 : month - 1, month));
        }
    }

    private void quarters(int year, int end, List<PeriodFigure> told) {
        if (overTime != OverTime.SUM && overTime != OverTime.END) {
            return;
        }
        for (int before = 0; before < end; before += QUARTER) {
            String quarter = Periods.at(year * 4 + before / QUARTER, 4);
            told.add(told(quarter, year, before, before + QUARTER));
        }
    }

    /** The year is complete if it has every cumulated figure up to the end of the series, or to December. */
    private PeriodFigure year(int year, int end) {
        boolean complete = IntStream.iterate(first(year), month -> month <= end, month -> month + step)
                .allMatch(month -> has(year, month));
        return new PeriodFigure(Periods.at(year, 1), YEAR, Origin.CUMULATED, series.source(), at(year, YEAR), complete);
    }

    /** The period after one month up to another, 0 for the beginning of the year. */
    private PeriodFigure told(String period, int year, int before, int to) {
        boolean differs = overTime == OverTime.SUM && before > 0;
        Figure figure = differs ? at(year, to).minus(at(year, before)) : at(year, to);
        boolean complete = has(year, to) && (!differs || has(year, before));
        int months = switch (overTime) {
            case SUM -> to - before;
            case END -> YEAR / Periods.perYear(period);
            case MEAN, NONE -> to;
        };
        return new PeriodFigure(period, months, Origin.CUMULATED, series.source(), figure, complete);
    }
}
