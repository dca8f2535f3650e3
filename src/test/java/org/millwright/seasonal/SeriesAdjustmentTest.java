package org.millwright.seasonal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.millwright.contract.Seasonal;
import org.millwright.contract.Seasonal.Effect;
import org.millwright.model.Periods;
import org.millwright.model.Reason;
import org.millwright.seasonal.SeriesAdjustment.Done;
import org.millwright.seasonal.SeriesAdjustment.Origin;
import org.millwright.seasonal.SeriesAdjustment.PassedThrough;

/** When a model is estimated, when a stored one serves, and what becomes of a series that cannot be adjusted. */
class SeriesAdjustmentTest {
    private static final String TODAY = "definition of today";
    private static final AdjustmentMethod X13 = Methods.method(Seasonal.Method.X13);

    /** From January 2008: a trend, a season, working days, a strike and noise. */
    private static Series series(int months) {
        Random random = new Random(8);
        double[] season = random.doubles(12, -0.1, 0.1).toArray();
        double[] values = IntStream.range(0, months)
                .mapToDouble(i -> 100 * Math.exp(0.003 * i + season[i % 12] + 0.01 * random.nextGaussian()))
                .toArray();
        values[50] *= 0.7;
        return new Series(12, Periods.position("2008-01"), values);
    }

    private static Done done(AdjustmentMethod method, Series series, StoredModel stored) {
        return (Done) new SeriesAdjustment(method, TODAY).of(Methods.observed(series), Optional.ofNullable(stored));
    }

    @ParameterizedTest
    @EnumSource(Seasonal.Method.class)
    void storedModelGivesTheSameFiguresOfTheSameData(Seasonal.Method method) {
        AdjustmentMethod adjustment = Methods.method(method, Effect.values());
        Series series = series(129);
        Done estimated = done(adjustment, series, null);
        Done refreshed = done(adjustment, series, estimated.stored());

        assertThat(estimated.origin()).isEqualTo(Origin.ESTIMATED);
        assertThat(refreshed.origin()).isEqualTo(Origin.REFRESHED);
        assertThat(estimated.adjusted().fit().model().outliers()).isNotEmpty();
        IntStream.range(0, series.values().length)
                .forEach(i -> assertThat(refreshed.adjusted().adjusted()[i])
                        .isCloseTo(estimated.adjusted().adjusted()[i], within(1e-9)));
    }

    @ParameterizedTest
    @EnumSource(Seasonal.Method.class)
    void modelStaysFixedUntilTheYearIsComplete(Seasonal.Method method) {
        AdjustmentMethod adjustment = Methods.method(method);
        StoredModel stored = done(adjustment, series(129), null).stored();
        assertThat(stored.to()).isEqualTo("2018-09");
        assertThat(stored.completeYear()).isEqualTo(2017);

        Done october = done(adjustment, series(130), stored);
        assertThat(october.origin()).isEqualTo(Origin.REFRESHED);
        assertThat(october.stored()).isEqualTo(stored);
        assertThat(october.adjusted().adjusted()).hasSize(130);
        assertThat(october.adjusted().fit().model().arima())
                .usingRecursiveComparison()
                .isEqualTo(Model.parse(stored.parameters()).arima());
        assertThat(done(adjustment, series(131), stored).origin()).isEqualTo(Origin.REFRESHED);

        Done december = done(adjustment, series(132), stored);
        assertThat(december.origin()).isEqualTo(Origin.ESTIMATED);
        assertThat(december.stored().to()).isEqualTo("2018-12");
    }

    @Test
    void modelDoesNotServeAfterItsDefinitionChanged() {
        StoredModel stored = done(X13, series(129), null).stored();
        StoredModel before = new StoredModel(
                stored.parameters(), "definition of yesterday", stored.from(), stored.to(), stored.completeYear());
        assertThat(done(X13, series(129), before).origin()).isEqualTo(Origin.ESTIMATED);
    }

    /** A run as of an earlier day sees fewer figures than the model was estimated on. */
    @Test
    void modelDoesNotServeEarlierData() {
        StoredModel stored = done(X13, series(129), null).stored();
        assertThat(done(X13, series(125), stored).origin()).isEqualTo(Origin.ESTIMATED);
    }

    @Test
    void modelDoesNotServeASeriesThatBeginsElsewhere() {
        StoredModel stored = done(X13, series(129), null).stored();
        Series later = MonthlyFiles.last(series(129), 117);
        assertThat(done(X13, later, stored).origin()).isEqualTo(Origin.ESTIMATED);
    }

    @Test
    void modelThatCannotBeReadIsEstimatedAnew() {
        StoredModel stored = done(X13, series(129), null).stored();
        StoredModel damaged =
                new StoredModel("{}", stored.definition(), stored.from(), stored.to(), stored.completeYear());
        assertThat(done(X13, series(129), damaged).origin()).isEqualTo(Origin.ESTIMATED);
    }

    @Test
    void annualTotalsOfCompleteYearsAreThoseOfTheRawSeries() {
        Series from2008May = MonthlyFiles.last(series(132), 128);
        double[] adjusted = done(X13, from2008May, null).adjusted().adjusted();
        for (int year = 8; year + 12 <= 128; year += 12) {
            double raw = sum(from2008May.values(), year);
            assertThat(sum(adjusted, year)).isCloseTo(raw, within(1e-9 * raw));
        }
        assertThat(sum(adjusted, 0)).isNotCloseTo(sum(from2008May.values(), 0), within(1e-3));
    }

    /** A stock has no annual total; what JDemetra adjusts stays as it is. */
    @Test
    void totalsAreLeftAloneWhereNoneAreAskedFor() {
        AdjustmentMethod.Request request = X13.request();
        AdjustmentMethod ofStocks =
                AdjustmentMethod.of(new AdjustmentMethod.Request(request.seasonal(), false, request.festival()));
        Series series = series(132);
        double[] adjusted = done(ofStocks, series, null).adjusted().adjusted();
        assertThat(sum(adjusted, 0)).isNotCloseTo(sum(series.values(), 0), within(1e-3));
    }

    private static double sum(double[] values, int from) {
        return Arrays.stream(values, from, from + 12).sum();
    }

    @Test
    void unfitSeriesIsPassedThrough() {
        assertThat(new SeriesAdjustment(X13, TODAY)
                        .of(Methods.observed(MonthlyFiles.part(series(60), 0, 35)), Optional.empty()))
                .isEqualTo(new PassedThrough(Reason.SHORT, ""));
    }

    /** The library refuses a series that hardly ever moves, and says so. */
    @Test
    void failureOfTheLibraryIsAReason() {
        double[] steps = IntStream.range(0, 60).mapToDouble(i -> i / 20).toArray();
        Series hardlyMoving = new Series(12, Periods.position("2015-01"), steps);
        assertThat(new SeriesAdjustment(X13, TODAY).of(Methods.observed(hardlyMoving), Optional.empty()))
                .isEqualTo(new PassedThrough(Reason.ESTIMATION, "too many identical data"));
    }

    @Test
    void negativeFiguresAreAdjustedInLevels() {
        double[] profits = Arrays.stream(series(120).values()).map(x -> x - 110).toArray();
        Series profit = new Series(12, Periods.position("2008-01"), profits);
        Adjusted adjusted = done(X13, profit, null).adjusted();
        assertThat(adjusted.fit().model().log()).isFalse();
        IntStream.range(0, profits.length)
                .forEach(i -> assertThat(adjusted.trend()[i] + adjusted.seasonal()[i] + adjusted.irregular()[i])
                        .isCloseTo(profits[i], within(1e-9)));
    }
}
