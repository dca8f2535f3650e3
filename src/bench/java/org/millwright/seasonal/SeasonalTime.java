package org.millwright.seasonal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.millwright.contract.DefinitionFiles;
import org.millwright.contract.Definitions;
import org.millwright.contract.Seasonal;
import org.millwright.contract.Seasonal.Effect;
import org.millwright.error.Problems;
import org.millwright.seasonal.SeriesAdjustment.Done;
import org.millwright.seasonal.SeriesAdjustment.Origin;

/**
 * Times seasonal adjustment of monthly series on all cores, without Spark: with models that are estimated, and once more with
 * these models, as a nightly run does it.
 *
 * <p>Arguments: how many series; how many months each has; optionally {@code spring-festival}. Series are a trend, a season that
 * grows with it, and an irregular part of a random walk and noise; each is another. The annual totals are kept.
 */
public final class SeasonalTime {
    private static final int YEAR = 12;
    private static final int START = 2010 * YEAR;

    private SeasonalTime() {}

    public static void main(String[] arguments) {
        int series = Integer.parseInt(arguments[0]);
        List<Series> raw = IntStream.range(0, series)
                .mapToObj(id -> series(id, Integer.parseInt(arguments[1])))
                .toList();
        boolean festival = List.of(arguments).contains("spring-festival");
        System.out.printf(Locale.ROOT, "%-12s %-10s %8s %9s %10s%n", "method", "model", "series", "seconds", "ms each");
        for (Seasonal.Method method : Seasonal.Method.values()) {
            SeriesAdjustment adjustment = new SeriesAdjustment(method(method, festival), "bench");
            StoredModel[] models = new StoredModel[series];
            time(
                    method,
                    Origin.ESTIMATED,
                    series,
                    id -> models[id] = done(adjustment, raw.get(id), null).stored());
            time(method, Origin.REFRESHED, series, id -> done(adjustment, raw.get(id), models[id]));
        }
    }

    private static void time(Seasonal.Method method, Origin model, int series, IntConsumer adjust) {
        long start = System.nanoTime();
        IntStream.range(0, series).parallel().forEach(adjust);
        double seconds = (System.nanoTime() - start) / 1e9;
        String name = model.name().toLowerCase(Locale.ROOT);
        System.out.printf(
                Locale.ROOT,
                "%-12s %-10s %8d %9.1f %10.2f%n",
                method.code(),
                name,
                series,
                seconds,
                1e3 * seconds / series);
    }

    private static Done done(SeriesAdjustment adjustment, Series series, StoredModel stored) {
        Done done = (Done) adjustment.of(observed(series), Optional.ofNullable(stored));
        if ((done.origin() == Origin.REFRESHED) != (stored != null)) {
            throw new IllegalStateException("the model of " + Arrays.toString(series.values()) + " was not taken");
        }
        return done;
    }

    private static AdjustmentMethod method(Seasonal.Method method, boolean festival) {
        Problems problems = new Problems();
        Definitions definitions = Definitions.read(DefinitionFiles.bundled(), "china-traditional-8", problems);
        problems.throwIfAny();
        Set<Effect> calendar = festival ? Set.of(Effect.SPRING_FESTIVAL) : Set.of(Effect.TRADING_DAYS);
        return AdjustmentMethod.of(new AdjustmentMethod.Request(
                new Seasonal(method, calendar), true, new SpringFestival(definitions.springFestival())));
    }

    private static Series series(int id, int months) {
        SplittableRandom random = new SplittableRandom(id);
        double[] season = random.doubles(YEAR, -0.15, 0.15).toArray();
        double[] values = new double[months];
        double level = 4 + random.nextDouble();
        for (int month = 0; month < months; month++) {
            level += 0.003 + 0.01 * random.nextGaussian();
            values[month] = Math.exp(level + season[month % YEAR] + 0.01 * random.nextGaussian());
        }
        return new Series(YEAR, START, values);
    }

    private static Observed observed(Series series) {
        int length = series.values().length;
        return new Observed(
                YEAR,
                IntStream.range(0, length).map(month -> START + month).toArray(),
                IntStream.generate(() -> 1).limit(length).toArray(),
                series.values());
    }
}
