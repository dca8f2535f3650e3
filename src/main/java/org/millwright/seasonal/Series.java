package org.millwright.seasonal;

import jdplus.toolkit.base.api.data.DoubleSeq;
import jdplus.toolkit.base.api.timeseries.TsData;
import jdplus.toolkit.base.api.timeseries.TsPeriod;
import org.millwright.model.Periods;

/**
 * Figures of months or quarters in a row, none of them missing.
 *
 * @param perYear 12 or 4
 * @param start place of the first period, as {@link Periods#position} counts
 */
record Series(int perYear, int start, double[] values) {

    int firstYear() {
        return start / perYear;
    }

    int lastYear() {
        return (start + values.length - 1) / perYear;
    }

    /** The last year whose last period is there. */
    int lastCompleteYear() {
        return (start + values.length) / perYear - 1;
    }

    /** The period at an index, as {@code 2015-07} or {@code 2015-Q3}. */
    String period(int index) {
        return Periods.at(start + index, perYear);
    }

    String lastPeriod() {
        return period(values.length - 1);
    }

    TsData data() {
        return data(values);
    }

    /** Other figures of the same periods. */
    TsData data(double[] figures) {
        return TsData.of(first(), DoubleSeq.of(figures));
    }

    private TsPeriod first() {
        int within = start % perYear + 1;
        return perYear == 12 ? TsPeriod.monthly(firstYear(), within) : TsPeriod.quarterly(firstYear(), within);
    }
}
