package org.millwright.seasonal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.millwright.contract.FestivalDates;
import org.millwright.contract.Seasonal;
import org.millwright.contract.Seasonal.Effect;
import org.millwright.model.Periods;
import org.millwright.seasonal.Regressor.Kind;
import org.millwright.seasonal.SpringFestival.Window;

/** The Spring Festival: its dates, its regressors, and that its effect is found and taken out. */
class SpringFestivalTest {
    private static final int MONTHS = 12;
    private static final int YEARS = 20;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final FestivalDates DATES = Methods.springFestivals();

    /**
     * The dates were computed from the new moons and the winter solstice; ICU4J has a Chinese calendar of its own. Its moon is some
     * minutes off, which makes a day where the new moon is within eight minutes of midnight: these dates are those of the
     * Gregorian-lunar calendar conversion table of the Hong Kong Observatory.
     */
    @Test
    void datesAreTheFirstDaysOfTheChineseYear() {
        Map<Integer, LocalDate> aroundMidnight =
                Map.of(1954, LocalDate.of(1954, 2, 3), 2027, LocalDate.of(2027, 2, 6), 2030, LocalDate.of(2030, 2, 3));
        assertThat(DATES.byYear().firstKey()).isEqualTo(1950);
        assertThat(DATES.byYear().lastKey()).isEqualTo(2050);
        assertThat(DATES.byYear())
                .hasSize(101)
                .allSatisfy((year, date) -> assertThat(date)
                        .isEqualTo(Optional.ofNullable(aroundMidnight.get(year)).orElseGet(() -> newYear(year))));
    }

    private static LocalDate newYear(int year) {
        LocalDate day = LocalDate.of(year, 1, 20);
        while (!isFirstOfYear(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static boolean isFirstOfYear(LocalDate day) {
        Instant noon = day.atTime(12, 0).atZone(CHINA).toInstant();
        ChineseCalendar calendar = new ChineseCalendar(TimeZone.getTimeZone("Asia/Shanghai"));
        calendar.setTimeInMillis(noon.toEpochMilli());
        return calendar.get(ChineseCalendar.MONTH) == 0
                && calendar.get(ChineseCalendar.IS_LEAP_MONTH) == 0
                && calendar.get(ChineseCalendar.DAY_OF_MONTH) == 1;
    }

    /**
     * 2020: 25 January; the 20 days before are 5 to 24 January, the festival's are 25 to 31, the 20 after 1 to 20 February. 2015: 19
     * February; before 30 January to 18 February, the festival to 25 February, after 26 February to 17 March. The mean that is
     * taken off the shares is the same in both years.
     */
    @Test
    void sharesOfTheWindowsAreThoseOfTheirDays() {
        assertThat(moreIn2020(Window.BEFORE)).containsExactly(20 / 20.0 - 2 / 20.0, -18 / 20.0, 0);
        assertThat(moreIn2020(Window.DURING)).containsExactly(7 / 7.0, -7 / 7.0, 0);
        assertThat(moreIn2020(Window.AFTER)).containsExactly(0, 20 / 20.0 - 3 / 20.0, -17 / 20.0);
    }

    /** How much more of a window falls into January, February and March of 2020 than of 2015. */
    private static double[] moreIn2020(Window window) {
        double[] regressor = new SpringFestival(DATES).regressor(window, MONTHS);
        return IntStream.range(0, 3)
                .mapToDouble(month -> regressor[70 * MONTHS + month] - regressor[65 * MONTHS + month])
                .map(share -> Math.round(share * 1e9) / 1e9 + 0.0)
                .toArray();
    }

    @Test
    void regressorsSayNothingOfTheMeanSeason() {
        for (Window window : Window.values()) {
            for (int perYear : new int[] {4, MONTHS}) {
                double[] regressor = new SpringFestival(DATES).regressor(window, perYear);
                for (int period = 0; period < perYear; period++) {
                    int at = period;
                    double sum = IntStream.range(0, 101)
                            .mapToDouble(year -> regressor[year * perYear + at])
                            .sum();
                    assertThat(sum).isCloseTo(0, within(1e-12));
                }
            }
        }
    }

    /**
     * A simulated series of 20 years: output is 10 % higher in the days before, 25 % lower in the festival and 6 % lower after
     * (in logarithms), on a trend with a season and noise of 0.5 %. The estimates are near, and what is left in the
     * adjusted series does not go with the festival.
     */
    @ParameterizedTest
    @EnumSource(Seasonal.Method.class)
    void effectIsFoundAndTakenOut(Seasonal.Method method) {
        double[] truth = {0.10, -0.25, -0.06};
        double[] effect = effect(truth);
        Series series = simulated(effect);

        Adjusted adjusted = Methods.adjusted(Methods.method(method, Effect.SPRING_FESTIVAL), series);
        double[] found = adjusted.fit().model().regressors().stream()
                .filter(regressor -> regressor.kind() == Kind.SPRING_FESTIVAL)
                .mapToDouble(regressor -> regressor.coefficients().get(0))
                .toArray();
        assertThat(found).hasSize(truth.length);
        IntStream.range(0, truth.length).forEach(i -> assertThat(found[i]).isCloseTo(truth[i], within(0.02)));

        Adjusted without = Methods.adjusted(Methods.method(method), series);
        assertThat(slope(adjusted, effect)).isCloseTo(0, within(0.05));
        assertThat(slope(without, effect)).isGreaterThan(0.5);
    }

    private static double[] effect(double[] coefficients) {
        SpringFestival festival = new SpringFestival(DATES);
        double[] effect = new double[YEARS * MONTHS];
        for (Window window : Window.values()) {
            double[] regressor = festival.regressor(window, MONTHS);
            for (int i = 0; i < effect.length; i++) {
                effect[i] += coefficients[window.ordinal()] * regressor[(2000 - 1950) * MONTHS + i];
            }
        }
        return effect;
    }

    private static Series simulated(double[] effect) {
        Random random = new Random(20_000);
        double[] season = IntStream.range(0, MONTHS)
                .mapToDouble(month -> 0.08 * Math.sin(2 * Math.PI * month / MONTHS))
                .toArray();
        double[] values = IntStream.range(0, effect.length)
                .mapToDouble(
                        i -> Math.exp(4.6 + 0.004 * i + season[i % MONTHS] + effect[i] + 0.005 * random.nextGaussian()))
                .toArray();
        return new Series(MONTHS, Periods.position("2000-01"), values);
    }

    /** Regression of the monthly growth of the adjusted series on that of the festival's effect: 1 if all of it is there. */
    private static double slope(Adjusted adjusted, double[] effect) {
        double[] growth =
                differences(Arrays.stream(adjusted.adjusted()).map(Math::log).toArray());
        double[] of = differences(effect);
        double product = IntStream.range(0, of.length)
                .mapToDouble(i -> of[i] * (growth[i] - 0.004))
                .sum();
        return product / Arrays.stream(of).map(x -> x * x).sum();
    }

    private static double[] differences(double[] x) {
        return IntStream.range(1, x.length).mapToDouble(i -> x[i] - x[i - 1]).toArray();
    }

    /** JDemetra would take an effect of zero in the years that the calendar does not know. */
    @Test
    void seriesBeyondTheCalendarIsRefused() {
        SpringFestival festival = new SpringFestival(DATES);
        Series early = new Series(MONTHS, Periods.position("1949-12"), new double[48]);
        assertThatThrownBy(() -> festival.requireCovers(early)).hasMessageContaining("from 1950 to 2048");
        Series late = new Series(MONTHS, Periods.position("2046-01"), new double[48]);
        assertThatThrownBy(() -> festival.requireCovers(late)).hasMessageContaining("2046 to 2049");
    }
}
