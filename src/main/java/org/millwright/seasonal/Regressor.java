package org.millwright.seasonal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jdplus.toolkit.base.api.data.Parameter;
import jdplus.toolkit.base.api.timeseries.calendars.TradingDaysType;
import jdplus.toolkit.base.api.timeseries.regression.AdditiveOutlier;
import jdplus.toolkit.base.api.timeseries.regression.EasterVariable;
import jdplus.toolkit.base.api.timeseries.regression.ILengthOfPeriodVariable;
import jdplus.toolkit.base.api.timeseries.regression.IOutlier;
import jdplus.toolkit.base.api.timeseries.regression.ITradingDaysVariable;
import jdplus.toolkit.base.api.timeseries.regression.ITsVariable;
import jdplus.toolkit.base.api.timeseries.regression.IUserVariable;
import jdplus.toolkit.base.api.timeseries.regression.LevelShift;
import jdplus.toolkit.base.api.timeseries.regression.TransitoryChange;
import jdplus.toolkit.base.api.timeseries.regression.TrendConstant;
import jdplus.toolkit.base.api.timeseries.regression.Variable;

/**
 * One deterministic effect in the model of a series.
 *
 * @param detail which of its kind: the type of trading days, the days of Easter, the date of an outlier, the window of the
 *     Spring Festival
 * @param coefficients as estimated, on the logarithmic scale if the model is
 */
record Regressor(Kind kind, String detail, List<Double> coefficients) {

    /** What the effect is due to. */
    enum Kind {
        MEAN,
        TRADING_DAYS,
        LEAP_YEAR,
        EASTER,
        SPRING_FESTIVAL,
        ADDITIVE_OUTLIER,
        LEVEL_SHIFT,
        TRANSITORY_CHANGE;

        boolean isCalendar() {
            return this == TRADING_DAYS || this == LEAP_YEAR || this == EASTER || this == SPRING_FESTIVAL;
        }

        boolean isOutlier() {
            return this == ADDITIVE_OUTLIER || this == LEVEL_SHIFT || this == TRANSITORY_CHANGE;
        }
    }

    /** The effect of a variable of JDemetra; empty for one that we never ask for. */
    static Optional<Regressor> of(Variable<?> variable) {
        ITsVariable core = variable.getCore();
        if (core instanceof TrendConstant) {
            return Optional.of(of(variable, Kind.MEAN, ""));
        } else if (core instanceof ITradingDaysVariable days) {
            return Optional.of(
                    of(variable, Kind.TRADING_DAYS, days.getTradingDaysType().name()));
        } else if (core instanceof ILengthOfPeriodVariable) {
            return Optional.of(of(variable, Kind.LEAP_YEAR, ""));
        } else if (core instanceof EasterVariable easter) {
            return Optional.of(of(variable, Kind.EASTER, String.valueOf(easter.getDuration())));
        } else if (core instanceof IUserVariable) {
            return Optional.of(of(variable, Kind.SPRING_FESTIVAL, variable.getName()));
        } else if (core instanceof IOutlier outlier) {
            return Optional.of(of(variable, outlierKind(outlier), date(outlier)));
        }
        return Optional.empty();
    }

    private static Regressor of(Variable<?> variable, Kind kind, String detail) {
        List<Double> coefficients = Arrays.stream(variable.getCoefficients())
                .map(Parameter::getValue)
                .toList();
        return new Regressor(kind, detail, coefficients);
    }

    private static Kind outlierKind(IOutlier outlier) {
        return switch (outlier.getCode()) {
            case AdditiveOutlier.CODE -> Kind.ADDITIVE_OUTLIER;
            case LevelShift.CODE -> Kind.LEVEL_SHIFT;
            case TransitoryChange.CODE -> Kind.TRANSITORY_CHANGE;
            default -> throw new IllegalStateException("an outlier that was not asked for: " + outlier.getCode());
        };
    }

    private static String date(IOutlier outlier) {
        return outlier.getPosition().toLocalDate().toString();
    }

    TradingDaysType tradingDays() {
        return TradingDaysType.valueOf(detail);
    }

    int easterDays() {
        return Integer.parseInt(detail);
    }

    /** The variable of an outlier, its coefficient to be estimated. */
    Variable<IOutlier> outlier() {
        LocalDateTime at = LocalDate.parse(detail).atStartOfDay();
        IOutlier outlier = switch (kind) {
            case ADDITIVE_OUTLIER -> new AdditiveOutlier(at);
            case LEVEL_SHIFT -> new LevelShift(at, true);
            case TRANSITORY_CHANGE -> new TransitoryChange(at, 0);
            case MEAN, TRADING_DAYS, LEAP_YEAR, EASTER, SPRING_FESTIVAL ->
                throw new IllegalStateException(kind + " is no outlier");
        };
        return Variable.<IOutlier>builder()
                .name(outlier.getCode() + " " + detail)
                .core(outlier)
                .build();
    }
}
