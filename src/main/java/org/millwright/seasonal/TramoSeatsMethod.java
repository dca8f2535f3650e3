package org.millwright.seasonal;

import java.util.Optional;
import jdplus.sa.base.api.ComponentType;
import jdplus.sa.base.api.EstimationPolicyType;
import jdplus.sa.base.api.SeriesDecomposition;
import jdplus.toolkit.base.api.modelling.ComponentInformation;
import jdplus.toolkit.base.api.processing.DefaultProcessingLog;
import jdplus.toolkit.base.api.timeseries.TsData;
import jdplus.toolkit.base.api.timeseries.calendars.LengthOfPeriodType;
import jdplus.toolkit.base.api.timeseries.calendars.TradingDaysType;
import jdplus.tramoseats.base.api.tramo.AutoModelSpec;
import jdplus.tramoseats.base.api.tramo.CalendarSpec;
import jdplus.tramoseats.base.api.tramo.EasterSpec;
import jdplus.tramoseats.base.api.tramo.MeanSpec;
import jdplus.tramoseats.base.api.tramo.OutlierSpec;
import jdplus.tramoseats.base.api.tramo.RegressionSpec;
import jdplus.tramoseats.base.api.tramo.TradingDaysSpec;
import jdplus.tramoseats.base.api.tramo.TramoSpec;
import jdplus.tramoseats.base.api.tramo.TransformSpec;
import jdplus.tramoseats.base.api.tramoseats.TramoSeatsSpec;
import jdplus.tramoseats.base.core.tramoseats.TramoSeatsFactory;
import jdplus.tramoseats.base.core.tramoseats.TramoSeatsKernel;
import jdplus.tramoseats.base.core.tramoseats.TramoSeatsResults;
import org.millwright.contract.Seasonal.Effect;
import org.millwright.seasonal.Regressor.Kind;

/**
 * TRAMO-SEATS with the specification RSAfull of JDemetra+: logarithm or level, ARIMA orders, outliers (additive, level shifts,
 * transitory changes) and the declared effects of the calendar are found automatically.
 *
 * <p>Reference: V. Gomez and A. Maravall, "Programs TRAMO and SEATS", Banco de Espana, Documento de Trabajo 9628 (1996).
 */
record TramoSeatsMethod(TramoSeatsSpec automatic, Request request) implements AdjustmentMethod {
    private static final TramoSeatsFactory FACTORY = new TramoSeatsFactory();

    static TramoSeatsMethod of(Request request) {
        TramoSpec everything = TramoSeatsSpec.RSAfull.getTramo();
        CalendarSpec.Builder calendar = everything.getRegression().getCalendar().toBuilder();
        if (!request.has(Effect.TRADING_DAYS)) {
            calendar.tradingDays(TradingDaysSpec.none());
        }
        if (!request.has(Effect.EASTER)) {
            calendar.easter(EasterSpec.none());
        }
        RegressionSpec.Builder effects = everything.getRegression().toBuilder().calendar(calendar.build());
        if (request.has(Effect.SPRING_FESTIVAL)) {
            effects.userDefinedVariables(SpringFestival.variables());
        }
        TramoSpec tramo = everything.toBuilder().regression(effects.build()).build();
        TramoSeatsSpec automatic = TramoSeatsSpec.RSAfull.toBuilder()
                .tramo(tramo)
                .benchmarking(request.benchmarking())
                .build();
        return new TramoSeatsMethod(automatic, request);
    }

    @Override
    public Adjusted estimate(Series series) {
        return process(series, automatic);
    }

    @Override
    public Adjusted refresh(Series series, Model model) {
        TramoSeatsSpec before = automatic.toBuilder()
                .tramo(specification(model, series.perYear()))
                .build();
        return process(series, FACTORY.refreshSpec(before, automatic, EstimationPolicyType.FixedParameters, null));
    }

    private TramoSpec specification(Model model, int period) {
        return automatic.getTramo().toBuilder()
                .transform(TransformSpec.builder()
                        .function(model.transformation())
                        .adjust(model.lengthOfPeriod())
                        .build())
                .arima(model.arima().specification(period))
                .autoModel(AutoModelSpec.DEFAULT_DISABLED)
                .outliers(OutlierSpec.DEFAULT_DISABLED)
                .regression(effects(model))
                .build();
    }

    private RegressionSpec effects(Model model) {
        CalendarSpec calendar = CalendarSpec.builder()
                .tradingDays(tradingDays(model))
                .easter(model.regressor(Kind.EASTER).map(this::easter).orElse(EasterSpec.none()))
                .build();
        RegressionSpec.Builder effects = automatic.getTramo().getRegression().toBuilder()
                .mean(model.regressor(Kind.MEAN).isPresent() ? MeanSpec.DEFAULT_USED : MeanSpec.DEFAULT_UNUSED)
                .calendar(calendar);
        model.outliers().forEach(outlier -> effects.outlier(outlier.outlier()));
        return effects.build();
    }

    private static TradingDaysSpec tradingDays(Model model) {
        Optional<Regressor> days = model.regressor(Kind.TRADING_DAYS);
        Optional<Regressor> leapYear = model.regressor(Kind.LEAP_YEAR);
        if (days.isEmpty() && leapYear.isEmpty()) {
            return TradingDaysSpec.none();
        }
        return TradingDaysSpec.td(
                days.map(Regressor::tradingDays).orElse(TradingDaysType.NONE),
                leapYear.isPresent() ? LengthOfPeriodType.LeapYear : LengthOfPeriodType.None,
                null,
                null);
    }

    private EasterSpec easter(Regressor found) {
        return automatic.getTramo().getRegression().getCalendar().getEaster().toBuilder()
                .test(false)
                .duration(found.easterDays())
                .build();
    }

    private Adjusted process(Series series, TramoSeatsSpec specification) {
        DefaultProcessingLog log = new DefaultProcessingLog();
        TramoSeatsResults results =
                TramoSeatsKernel.of(specification, request.contextFor(series)).process(series.data(), log);
        if (!results.isValid()) {
            throw AdjustmentMethod.failed(log);
        }
        Model model = Model.of(results.getPreprocessing().getDescription());
        SeriesDecomposition parts = results.getFinals();
        Adjusted.Fit fit = new Adjusted.Fit(
                model, Double.NaN, Double.NaN, results.getDecomposition().isModelChanged());
        return Adjusted.of(
                series,
                new Adjusted.Components(
                        component(parts, ComponentType.SeasonallyAdjusted, series),
                        request.restored(results.getBenchmarking(), series),
                        component(parts, ComponentType.Trend, series),
                        component(parts, ComponentType.Irregular, series)),
                fit);
    }

    private static double[] component(SeriesDecomposition parts, ComponentType type, Series series) {
        TsData component = parts.getSeries(type, ComponentInformation.Value);
        if (component == null) {
            throw new IllegalStateException("the model of the series has no component " + type);
        }
        return AdjustmentMethod.figures(component, series);
    }
}
