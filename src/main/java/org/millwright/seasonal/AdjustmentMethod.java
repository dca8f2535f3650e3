package org.millwright.seasonal;

import jdplus.sa.base.api.benchmarking.SaBenchmarkingSpec;
import jdplus.sa.base.core.SaBenchmarkingResults;
import jdplus.toolkit.base.api.processing.DefaultProcessingLog;
import jdplus.toolkit.base.api.timeseries.TsData;
import jdplus.toolkit.base.api.timeseries.regression.ModellingContext;
import org.millwright.contract.Seasonal;

/** A method of seasonal adjustment, with all that is declared of it. A failure is a RuntimeException that says why. */
sealed interface AdjustmentMethod permits X13Method, TramoSeatsMethod {

    /**
     * What an adjustment is asked for.
     *
     * @param keepsTotals whether the sums of complete years have to stay those of the raw series (Cholette and Dagum 1994)
     */
    record Request(Seasonal seasonal, boolean keepsTotals, SpringFestival festival) {
        boolean has(Seasonal.Effect effect) {
            return seasonal.calendar().contains(effect);
        }

        SaBenchmarkingSpec benchmarking() {
            return SaBenchmarkingSpec.builder()
                    .enabled(keepsTotals)
                    .target(SaBenchmarkingSpec.Target.Original)
                    .build();
        }

        /** Where the regressors of the series are found, if it has any. */
        ModellingContext contextFor(Series series) {
            if (has(Seasonal.Effect.SPRING_FESTIVAL)) {
                festival.requireCovers(series);
            }
            return festival.context(series);
        }

        /** The adjusted figures with the annual totals of the raw ones; null where they were not asked for. */
        double[] restored(SaBenchmarkingResults benchmarking, Series series) {
            if (!keepsTotals) {
                return null;
            }
            double[] restored = figures(benchmarking.getBenchmarkedSa(), series);
            AnnualTotals.restore(series, restored);
            return restored;
        }
    }

    static AdjustmentMethod of(Request request) {
        return switch (request.seasonal().method()) {
            case X13 -> X13Method.of(request);
            case TRAMO_SEATS -> TramoSeatsMethod.of(request);
        };
    }

    Request request();

    /** Chooses a model for the series, estimates it and adjusts the series with it. */
    Adjusted estimate(Series series);

    /** Adjusts the series with a model whose ARIMA parameters stay as they are; the coefficients of its effects follow. */
    Adjusted refresh(Series series, Model model);

    /** The figures of the series' own periods, without forecasts. */
    static double[] figures(TsData data, Series series) {
        return data.getValues().range(0, series.values().length).toArray();
    }

    static IllegalStateException failed(DefaultProcessingLog log) {
        String why = log.all().stream()
                .map(information -> information.getMsg())
                .filter(message -> message != null && !message.isEmpty())
                .reduce((first, last) -> last)
                .orElse("JDemetra+ gives no reason");
        return new IllegalStateException(why);
    }
}
