package org.millwright.seasonal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.millwright.contract.Seasonal;
import org.millwright.contract.Seasonal.Effect;
import org.millwright.model.Reason;
import org.millwright.seasonal.SeriesAdjustment.Done;
import org.millwright.seasonal.SeriesAdjustment.Origin;
import org.millwright.seasonal.SeriesAdjustment.Outcome;
import org.millwright.seasonal.SeriesAdjustment.PassedThrough;

/**
 * All official monthly series: the 210 of INSEE with TRAMO-SEATS over all their 30 years and with X-13 over the last ten, and the
 * 28 of BLS manufacturing with X-13 over the last twenty.
 */
class OfficialSeriesTest {
    private static final String TODAY = "today";
    /** Bread: one figure from January 1990 to December 2013, so that 287 of 357 figures repeat the one before. */
    private static final String FLAT = "RF1071";

    private static final AdjustmentMethod INSEE =
            Methods.method(Seasonal.Method.TRAMO_SEATS, Effect.TRADING_DAYS, Effect.EASTER);
    private static final AdjustmentMethod INSEE_X13 =
            Methods.method(Seasonal.Method.X13, Effect.TRADING_DAYS, Effect.EASTER);
    private static final AdjustmentMethod BLS = Methods.method(Seasonal.Method.X13);

    private static Map<String, Outcome> insee;
    private static Map<String, Outcome> inseeLastTenYears;
    private static Map<String, Outcome> bls;

    @BeforeAll
    static void adjust() {
        insee = adjusted(INSEE, MonthlyFiles.insee());
        inseeLastTenYears = adjusted(INSEE_X13, last(MonthlyFiles.insee(), 120));
        bls = adjusted(BLS, last(MonthlyFiles.bls(), 240));
    }

    private static Map<String, Series> last(Map<String, Series> series, int months) {
        Map<String, Series> last = new TreeMap<>();
        series.forEach((id, whole) -> last.put(id, MonthlyFiles.last(whole, months)));
        return last;
    }

    private static Map<String, Outcome> adjusted(AdjustmentMethod method, Map<String, Series> series) {
        return series.entrySet().parallelStream()
                .collect(Collectors.toConcurrentMap(
                        Map.Entry::getKey,
                        entry -> new SeriesAdjustment(method, TODAY)
                                .of(Methods.observed(entry.getValue()), Optional.empty())));
    }

    private static Collection<Done> done(Map<String, Outcome> outcomes) {
        return outcomes.values().stream()
                .filter(Done.class::isInstance)
                .map(Done.class::cast)
                .toList();
    }

    @Test
    void everySeriesIsAdjustedButTheOneThatHardlyMoves() {
        assertThat(insee).hasSize(210);
        assertThat(insee.get(FLAT)).isEqualTo(new PassedThrough(Reason.ESTIMATION, "too many identical data"));
        assertThat(done(insee)).hasSize(209);
        assertThat(done(inseeLastTenYears)).hasSize(210);
        assertThat(done(bls)).hasSize(28);
    }

    @Test
    void annualTotalsHold() {
        assertThat(insee.values()).isNotEmpty();
        done(insee).forEach(OfficialSeriesTest::assertTotals);
        done(inseeLastTenYears).forEach(OfficialSeriesTest::assertTotals);
        done(bls).forEach(OfficialSeriesTest::assertTotals);
    }

    private static void assertTotals(Done done) {
        Series raw = done.series();
        for (int from = Math.floorMod(-raw.start(), 12); from + 12 <= raw.values().length; from += 12) {
            double total = IntStream.range(from, from + 12)
                    .mapToDouble(i -> raw.values()[i])
                    .sum();
            double adjusted = IntStream.range(from, from + 12)
                    .mapToDouble(i -> done.adjusted().adjusted()[i])
                    .sum();
            assertThat(adjusted).isCloseTo(total, within(1e-9 * total));
        }
    }

    /** Two tests at 1 % find a season in one or two of a hundred series that have none. Of the raw series they find it in most. */
    @Test
    void seasonIsGone() {
        assertThat(flagged(insee)).as("TRAMO-SEATS, 30 years").hasSizeLessThanOrEqualTo(4);
        assertThat(flagged(inseeLastTenYears)).as("X-13, ten years").hasSizeLessThanOrEqualTo(4);
        assertThat(flagged(bls)).as("X-13, BLS").hasSizeLessThanOrEqualTo(1);
        long before = done(insee).stream()
                .filter(done -> left(done, done.series().values()))
                .count();
        assertThat(before).isGreaterThan(200);
    }

    private static Collection<String> flagged(Map<String, Outcome> outcomes) {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Done done
                        && left(done, done.adjusted().adjusted()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static boolean left(Done done, double[] figures) {
        Adjusted tested =
                new Adjusted(figures, figures, figures, figures, done.adjusted().fit());
        return ResidualSeasonality.of(done.series(), tested).isLeft();
    }

    /** In France much stands still in August: on average over half of the level lies between peak and trough. */
    @Test
    void peakToTroughIsGone() {
        double raw = done(insee).stream()
                .mapToDouble(done -> SeasonalSwing.of(done.series().values(), 12))
                .average()
                .orElseThrow();
        double adjusted = done(insee).stream()
                .mapToDouble(done -> SeasonalSwing.of(done.adjusted().adjusted(), 12))
                .average()
                .orElseThrow();
        assertThat(raw).isGreaterThan(0.5);
        assertThat(adjusted).isLessThan(raw / 20);
    }

    @Test
    void storedModelsServeTheSameMonthAndTheNext() {
        assertServes(INSEE, insee);
        assertServes(BLS, bls);
    }

    /** The series end in September 2019: models of the data to August, on the data to September. */
    private static void assertServes(AdjustmentMethod method, Map<String, Outcome> outcomes) {
        done(outcomes).stream().limit(10).forEach(done -> {
            Series september = done.series();
            Series august = MonthlyFiles.part(september, 0, september.values().length - 1);
            Done estimated = (Done) adjust(method, august, Optional.empty());
            Done same = (Done) adjust(method, august, Optional.of(estimated.stored()));
            assertThat(same.origin()).isEqualTo(Origin.REFRESHED);
            for (int i = 0; i < august.values().length; i++) {
                double figure = estimated.adjusted().adjusted()[i];
                assertThat(same.adjusted().adjusted()[i]).isCloseTo(figure, within(1e-6 * Math.abs(figure)));
            }
            Done next = (Done) adjust(method, september, Optional.of(estimated.stored()));
            assertThat(next.origin()).isEqualTo(Origin.REFRESHED);
            assertThat(next.adjusted().adjusted()).hasSize(september.values().length);
        });
    }

    private static Outcome adjust(AdjustmentMethod method, Series series, Optional<StoredModel> stored) {
        return new SeriesAdjustment(method, TODAY).of(Methods.observed(series), stored);
    }
}
