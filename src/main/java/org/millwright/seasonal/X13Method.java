package org.millwright.seasonal;

import java.util.Optional;
import jdplus.sa.base.api.EstimationPolicyType;
import jdplus.toolkit.base.api.processing.DefaultProcessingLog;
import jdplus.toolkit.base.api.timeseries.calendars.LengthOfPeriodType;
import jdplus.toolkit.base.api.timeseries.calendars.TradingDaysType;
import jdplus.x13.base.api.regarima.AutoModelSpec;
import jdplus.x13.base.api.regarima.EasterSpec;
import jdplus.x13.base.api.regarima.MeanSpec;
import jdplus.x13.base.api.regarima.OutlierSpec;
import jdplus.x13.base.api.regarima.RegArimaSpec;
import jdplus.x13.base.api.regarima.RegressionSpec;
import jdplus.x13.base.api.regarima.TradingDaysSpec;
import jdplus.x13.base.api.regarima.TransformSpec;
import jdplus.x13.base.api.x13.X13Spec;
import jdplus.x13.base.core.x13.Mstatistics;
import jdplus.x13.base.core.x13.X13Factory;
import jdplus.x13.base.core.x13.X13Kernel;
import jdplus.x13.base.core.x13.X13Results;
import org.millwright.contract.Seasonal.Effect;
import org.millwright.seasonal.Regressor.Kind;

/**
 * X-13ARIMA with the specification RSA5c of JDemetra+: logarithm or level, ARIMA orders, outliers (additive, level shifts,
 * transitory changes) and the declared effects of the calendar are found automatically.
 *
 * <p>Reference: D. F. Findley et al., "New Capabilities and Methods of the X-12-ARIMA Seasonal-Adjustment Program", Journal of
 * Business and Economic Statistics 16 (1998).
 */
record X13Method(X13Spec automatic, Request request) implements AdjustmentMethod {
    private static final X13Factory FACTORY = new X13Factory();

    static X13Method of(Request request) {
        RegArimaSpec everything = X13Spec.RSA5.getRegArima();
        RegressionSpec.Builder effects = everything.getRegression().toBuilder();
        if (!request.has(Effect.TRADING_DAYS)) {
            effects.tradingDays(TradingDaysSpec.none());
        }
        if (!request.has(Effect.EASTER)) {
            effects.easter(EasterSpec.none());
        }
        if (request.has(Effect.SPRING_FESTIVAL)) {
            effects.userDefinedVariables(SpringFestival.variables());
        }
        RegArimaSpec regArima =
                everything.toBuilder().regression(effects.build()).build();
        X13Spec automatic = X13Spec.RSA5.toBuilder()
                .regArima(regArima)
                .benchmarking(request.benchmarking())
                .build();
        return new X13Method(automatic, request);
    }

    @Override
    public Adjusted estimate(Series series) {
        return process(series, automatic);
    }

    @Override
    public Adjusted refresh(Series series, Model model) {
        X13Spec before = automatic.toBuilder()
                .regArima(specification(model, series.perYear()))
                .build();
        return process(series, FACTORY.refreshSpec(before, automatic, EstimationPolicyType.FixedParameters, null));
    }

    private RegArimaSpec specification(Model model, int period) {
        return automatic.getRegArima().toBuilder()
                .transform(TransformSpec.builder()
                        .function(model.transformation())
                        .adjust(model.lengthOfPeriod())
                        .build())
                .arima(model.arima().specification(period))
                .autoModel(AutoModelSpec.builder().enabled(false).build())
                .outliers(OutlierSpec.builder().build())
                .regression(effects(model))
                .build();
    }

    private RegressionSpec effects(Model model) {
        RegressionSpec.Builder effects = automatic.getRegArima().getRegression().toBuilder()
                .mean(model.regressor(Kind.MEAN).isPresent() ? MeanSpec.DEFAULT_USED : MeanSpec.DEFAULT_UNUSED)
                .tradingDays(tradingDays(model))
                .easter(model.regressor(Kind.EASTER).map(X13Method::easter).orElse(EasterSpec.none()));
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

    private static EasterSpec easter(Regressor found) {
        return EasterSpec.builder()
                .type(EasterSpec.Type.Easter)
                .duration(found.easterDays())
                .build();
    }

    private Adjusted process(Series series, X13Spec specification) {
        DefaultProcessingLog log = new DefaultProcessingLog();
        X13Results results =
                X13Kernel.of(specification, request.contextFor(series)).process(series.data(), log);
        if (!results.isValid()) {
            throw AdjustmentMethod.failed(log);
        }
        Mstatistics quality = results.getDiagnostics().getMstatistics();
        Adjusted.Fit fit = new Adjusted.Fit(
                Model.of(results.getPreprocessing().getDescription()),
                quality == null ? Double.NaN : quality.getQ(),
                quality == null ? Double.NaN : quality.getQm2(),
                false);
        return Adjusted.of(
                series,
                new Adjusted.Components(
                        AdjustmentMethod.figures(results.getFinals().getD11final(), series),
                        request.restored(results.getBenchmarking(), series),
                        AdjustmentMethod.figures(results.getFinals().getD12final(), series),
                        AdjustmentMethod.figures(results.getFinals().getD13final(), series)),
                fit);
    }
}
