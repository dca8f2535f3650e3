package org.millwright.seasonal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdplus.sa.base.api.ComponentType;
import jdplus.sa.base.api.SaVariable;
import jdplus.toolkit.base.api.timeseries.StaticTsDataSupplier;
import jdplus.toolkit.base.api.timeseries.regression.ModellingContext;
import jdplus.toolkit.base.api.timeseries.regression.TsContextVariable;
import jdplus.toolkit.base.api.timeseries.regression.TsDataSuppliers;
import jdplus.toolkit.base.api.timeseries.regression.Variable;
import org.millwright.contract.FestivalDates;

/**
 * The Spring Festival as regressors of a monthly or quarterly series.
 *
 * <p>A window of days moves with the festival. Its regressor in a period is the share of the window's days that fall into the
 * period, less the mean of that share over all years of the calendar, month by month (or quarter by quarter), so that it
 * says nothing of the mean season. The effect belongs to the seasonal component: it is tagged so, since JDemetra+ 3.5.0 takes
 * a user's regressor with the tag of a calendar effect into the model and leaves its effect in the adjusted series.
 *
 * <p>Reference: B. C. Monsell, "Issues in Modeling and Adjusting Calendar Effects in Economic Time Series", 2007, on the
 * program genhol of the US Census Bureau.
 */
final class SpringFestival {
    private static final String GROUP = "spring_festival";
    /** JDemetra forecasts at most two years, and would take an effect of zero behind the last year of the calendar. */
    private static final int FORECAST_YEARS = 2;

    /** The days of a window, counted from the first day of the festival. */
    enum Window {
        BEFORE(-20, -1),
        DURING(0, 6),
        AFTER(7, 26);

        private final int first;
        private final int last;

        Window(int first, int last) {
            this.first = first;
            this.last = last;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final FestivalDates dates;
    private final Map<Integer, ModellingContext> contexts;

    SpringFestival(FestivalDates dates) {
        this.dates = dates;
        this.contexts = Map.of(4, context(4), 12, context(12));
    }

    /** Where JDemetra finds the values of the regressors of a frequency. */
    ModellingContext context(Series series) {
        return contexts.get(series.perYear());
    }

    private ModellingContext context(int perYear) {
        TsDataSuppliers suppliers = new TsDataSuppliers();
        for (Window window : Window.values()) {
            Series regressor = new Series(perYear, dates.byYear().firstKey() * perYear, regressor(window, perYear));
            suppliers.set(window.id(), new StaticTsDataSupplier(regressor.data()));
        }
        ModellingContext context = new ModellingContext();
        context.getTsVariableManagers().set(GROUP, suppliers);
        return context;
    }

    static List<Variable<TsContextVariable>> variables() {
        return Arrays.stream(Window.values()).map(SpringFestival::variable).toList();
    }

    private static Variable<TsContextVariable> variable(Window window) {
        return Variable.<TsContextVariable>builder()
                .name(window.id())
                .core(new TsContextVariable(GROUP + "." + window.id()))
                .attribute(SaVariable.REGEFFECT, ComponentType.Seasonal.name())
                .build();
    }

    /** Refuses a series whose festivals the calendar does not know. */
    void requireCovers(Series series) {
        int first = dates.byYear().firstKey();
        int last = dates.byYear().lastKey() - FORECAST_YEARS;
        if (series.firstYear() < first || series.lastYear() > last) {
            throw new IllegalStateException("the calendar of the Spring Festival serves series from " + first + " to "
                    + last + ", this one is from " + series.firstYear() + " to " + series.lastYear());
        }
    }

    /** The regressor of a window in all periods of the calendar. */
    double[] regressor(Window window, int perYear) {
        int years = dates.byYear().size();
        double[] share = new double[years * perYear];
        int firstYear = dates.byYear().firstKey();
        dates.byYear().forEach((year, festival) -> {
            for (int day = window.first; day <= window.last; day++) {
                LocalDate date = festival.plusDays(day);
                int within = (date.getMonthValue() - 1) * perYear / 12;
                share[(date.getYear() - firstYear) * perYear + within] += 1.0 / (window.last - window.first + 1);
            }
        });
        double[] mean = new double[perYear];
        for (int i = 0; i < share.length; i++) {
            mean[i % perYear] += share[i] / years;
        }
        for (int i = 0; i < share.length; i++) {
            share[i] -= mean[i % perYear];
        }
        return share;
    }
}
