package org.millwright.harmonise;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.IntStream;
import org.millwright.contract.MeasureCode.OverTime;
import org.millwright.harmonise.PeriodFigure.Origin;
import org.millwright.model.Periods;

/**
 * What figures of years, quarters or months tell.
 *
 * <p>Each is taken as it stands. From the first to the last month or quarter a period without a figure is a hole. Quarters and
 * years follow from all their months, or years from all their quarters, as {@link OverTime} says; one that lacks a part is
 * undefined, also the year in which the series begins or has not yet ended.
 */
final class DiscretePeriods {
    private static final int MONTHS = 12;

    private final SourceSeries series;
    private final NavigableMap<Integer, Figure> figures;
    private final int perYear;

    /** @param perYear how many periods of the series a year has */
    DiscretePeriods(SourceSeries series, int perYear) {
        this.series = series;
        this.figures = series.figures();
        this.perYear = perYear;
    }

    List<PeriodFigure> told(OverTime overTime) {
        List<PeriodFigure> told = new ArrayList<>();
        if (perYear == 1) {
            figures.keySet().forEach(year -> told.add(published(year)));
            return told;
        }
        positions(1).forEach(position -> told.add(published(position)));
        if (overTime != OverTime.NONE) {
            IntStream.of(4, 1)
                    .filter(coarser -> coarser < perYear)
                    .forEach(coarser -> positions(perYear / coarser)
                            .forEach(position -> told.add(total(position, coarser, overTime))));
        }
        return told;
    }

    /** The periods from that of the first figure to that of the last, each as long as the given number of those here. */
    private IntStream positions(int size) {
        return IntStream.rangeClosed(Math.floorDiv(figures.firstKey(), size), Math.floorDiv(figures.lastKey(), size));
    }

    private Figure at(int position) {
        return figures.getOrDefault(position, Figure.HOLE);
    }

    private PeriodFigure published(int position) {
        return told(position, perYear, Origin.PUBLISHED, at(position), figures.containsKey(position));
    }

    private PeriodFigure total(int position, int coarser, OverTime overTime) {
        int size = perYear / coarser;
        List<Integer> parts =
                IntStream.range(position * size, (position + 1) * size).boxed().toList();
        Figure figure = Figure.over(overTime, parts.stream().map(this::at).toList());
        return told(position, coarser, Origin.TOTAL, figure, figures.keySet().containsAll(parts));
    }

    private PeriodFigure told(int position, int ofYear, Origin origin, Figure figure, boolean complete) {
        return new PeriodFigure(
                Periods.at(position, ofYear), MONTHS / ofYear, origin, series.source(), figure, complete);
    }
}
