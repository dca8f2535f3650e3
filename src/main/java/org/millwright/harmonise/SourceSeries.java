package org.millwright.harmonise;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.millwright.contract.MeasureCode.OverTime;
import org.millwright.model.Frequency;
import org.millwright.model.Periods;

/**
 * The figures that one source has of one industry, measure and price basis, at one frequency.
 *
 * @param figures by the position of their period among those of the frequency, see {@link Periods#position}
 */
record SourceSeries(String source, Frequency frequency, NavigableMap<Integer, Figure> figures) {

    static SourceSeries of(String source, Frequency frequency) {
        return new SourceSeries(source, frequency, new TreeMap<>());
    }

    void add(String period, Figure figure) {
        figures.put(Periods.position(period), figure);
    }

    /** All that the source tells of years, quarters and months. */
    List<PeriodFigure> periods(OverTime overTime) {
        return switch (frequency) {
            case ANNUAL -> new DiscretePeriods(this, 1).told(overTime);
            case QUARTERLY -> new DiscretePeriods(this, 4).told(overTime);
            case MONTHLY -> new DiscretePeriods(this, 12).told(overTime);
            case YEAR_TO_DATE -> new CumulatedPeriods(this, overTime).told();
        };
    }
}
