package org.millwright.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seasonal adjustment in the nightly run: what is adjusted, and how models go from release to release. */
class SeasonalRunTest {
    private static final String CONTRACT = """
            id: tiny
            dataset: tiny
            version: "%s"
            title: Figures of nobody
            licence: none
            vintage: {from: file-name, pattern: "(\\\\d{4}-\\\\d{2}-\\\\d{2})"}
            format: {type: csv}
            area: {column: area}
            activity: {column: code, classification: tiny}
            period: {column: year, frequency: monthly}
            measures:
              - {measure: value_added, column: va, unit: CNY}
            seasonal: {method: %s, calendar: [spring-festival]}
            """;
    private static final String ORIGINS =
            "SELECT DISTINCT origin FROM seasonal_diagnostics WHERE reason IS NULL ORDER BY 1";

    @TempDir
    private Path folder;

    private Workshop workshop;

    @BeforeEach
    void openWorkshop() {
        workshop = new Workshop(folder);
        contract("1", "x13");
    }

    private void contract(String version, String method) {
        workshop.write("definitions/sources/tiny.yaml", CONTRACT.formatted(version, method));
    }

    /** Four activities from January 2015, with a season; code 40 begins in 2018. Each delivery brings all months anew. */
    private void land(String delivered, int months) {
        Random random = new Random(2015);
        workshop.land(
                "tiny-" + delivered + ".csv",
                IntStream.range(0, months)
                        .boxed()
                        .flatMap(month -> Stream.of("31", "32", "33", "40")
                                .map(code -> line(code, month, random.nextGaussian()))
                                .filter(line -> !line.startsWith("CN,40") || month >= 36))
                        .toArray(String[]::new));
    }

    private static String line(String code, int month, double noise) {
        double season = 0.2 * Math.sin(Math.PI * month / 6);
        double value = Integer.parseInt(code) * Math.exp(0.004 * month + season + 0.01 * noise);
        return String.format(Locale.ROOT, "CN,%s,%d-%02d,%.6f,1", code, 2015 + month / 12, month % 12 + 1, value);
    }

    @Test
    void activitiesAndIndustriesAreAdjustedAndShortSeriesPassThrough() {
        land("2020-01-20", 60);
        workshop.run();
        assertThat(workshop.ask("SELECT activity || ' ' || coalesce(reason, origin) FROM seasonal_diagnostics"
                        + " WHERE classification = 'tiny' AND measure = 'value_added' ORDER BY activity"))
                .containsExactly("31 estimated", "32 estimated", "33 estimated", "40 SHORT");
        // Steel is code 31: the same series once more, as months.
        assertThat(workshop.ask("SELECT count(*) FROM seasonal_adjustment a JOIN seasonal_adjustment i"
                        + " USING (measure, frequency, period) WHERE a.activity = '31' AND i.activity = 'steel'"
                        + " AND a.value = i.value AND a.adjusted = i.adjusted AND a.adjusted <> a.value"))
                .containsExactly(60L);
        assertThat(workshop.ask("SELECT count(*) FROM seasonal_adjustment"
                        + " WHERE activity = '40' AND adjusted = value AND reason = 'SHORT' AND trend IS NULL"))
                .containsExactly(24L);
        assertThat(workshop.ask("SELECT max(abs(adjusted / value - 1)) < 1e-9 FROM (SELECT sum(value) AS value,"
                        + " sum(adjusted) AS adjusted FROM seasonal_adjustment GROUP BY classification, activity, frequency,"
                        + " period[1:4])"))
                .containsExactly(true);
        assertThat(workshop.ask("SELECT bool_or(seasonality_left) OR min(swing_raw) < 0.3 OR max(swing_adjusted) > 0.03"
                        + " FROM seasonal_diagnostics WHERE reason IS NULL AND frequency = 'monthly'"))
                .containsExactly(false);
    }

    @Test
    void modelsOfAReleaseServeTheNextUntilTheYearIsComplete() {
        land("2020-01-20", 60);
        workshop.run();
        String models = "SELECT estimated_to || parameters FROM seasonal_models ORDER BY ALL";
        assertThat(workshop.ask(ORIGINS)).containsExactly("estimated");
        assertThat(workshop.ask("SELECT DISTINCT complete_year FROM seasonal_models"))
                .containsExactly(2019);

        land("2020-02-20", 61);
        Object before = workshop.ask(models);
        workshop.run();
        assertThat(workshop.ask(ORIGINS)).containsExactly("refreshed");
        assertThat(workshop.ask("SELECT max(period) FROM seasonal_adjustment WHERE adjusted <> value"))
                .containsExactly("2020-01");
        assertThat((Object) workshop.ask(models)).isEqualTo(before);

        land("2021-01-20", 72);
        workshop.run();
        assertThat(workshop.ask(ORIGINS)).containsExactly("estimated");
        assertThat(workshop.ask("SELECT DISTINCT complete_year FROM seasonal_models"))
                .containsExactly(2020);
    }

    @Test
    void changedContractIsEstimatedAnew() {
        land("2020-01-20", 60);
        workshop.run();
        contract("2", "x13");
        workshop.run();
        assertThat(workshop.ask(ORIGINS)).containsExactly("estimated");
        workshop.run(Optional.empty(), true);
        assertThat(workshop.ask(ORIGINS)).containsExactly("refreshed");
        contract("2", "tramo-seats");
        workshop.run();
        assertThat(workshop.ask(ORIGINS)).containsExactly("estimated");
        assertThat(workshop.ask("SELECT DISTINCT method_version FROM seasonal_adjustment"))
                .containsExactly("seasonal/tramo-seats/jdemetra-3.5.0");
    }
}
