package org.millwright.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millwright.lake.RunInfo;
import org.millwright.model.Window;
import org.millwright.testing.Exposition;

/** A run in figures, read back by the rules of Prometheus' text format, and compared with what its own library writes. */
class RunMetricsTest {
    private static final String LAKE = "/data/lake";
    private static final RunInfo REJECTED = new RunInfo(
            "20260101T020000000Z",
            "2026-01-01T02:00:00Z",
            "2026-01-01T02:01:05.250Z",
            "rejected",
            65,
            "",
            List.of(
                    new RunInfo.Source("us-census-asm", "us-census-asm", 2, 4_000_000_000L, 3, 7, 1, ""),
                    new RunInfo.Source("de-destatis", "de-destatis", 1, 12, 0, 0, 0, "")),
            List.of("a problem"),
            List.of(),
            List.of(),
            List.of(),
            Window.ALL);

    private static Exposition metrics(RunInfo run, String lake, Optional<Instant> lastSuccess) {
        return Exposition.of(new RunMetrics(run, lake, lastSuccess).text());
    }

    /** 2026-01-01T02:00:00Z is 1 767 232 800 s after 1970: 20 454 days of 86 400 s, and two hours. */
    @Test
    void aRunIsToldInFigures() {
        Exposition metrics = metrics(REJECTED, LAKE, Optional.of(Instant.parse("2025-12-31T02:00:00.500Z")));
        assertThat(metrics.value("millwright_run_exit_code", Map.of("lake", LAKE)))
                .isEqualTo(65);
        assertThat(metrics.value("millwright_run_start_timestamp_seconds", Map.of("lake", LAKE)))
                .isEqualTo(20_454 * 86_400.0 + 7_200);
        assertThat(metrics.value("millwright_run_duration_seconds", Map.of("lake", LAKE)))
                .isEqualTo(65.25);
        assertThat(metrics.value("millwright_run_last_success_timestamp_seconds", Map.of("lake", LAKE)))
                .isEqualTo(20_453 * 86_400.0 + 7_200.5);
    }

    @Test
    void everyOutcomeHasASampleAndOneOfThemIsOne() {
        Exposition metrics = metrics(REJECTED, LAKE, Optional.empty());
        assertThat(metrics.labels("millwright_run_outcome", "outcome")).containsExactlyElementsOf(RunInfo.OUTCOMES);
        RunInfo.OUTCOMES.forEach(
                outcome -> assertThat(metrics.value("millwright_run_outcome", Map.of("lake", LAKE, "outcome", outcome)))
                        .isEqualTo(outcome.equals("rejected") ? 1 : 0));
    }

    @Test
    void figuresOfEverySourceAreToldApart() {
        Exposition metrics = metrics(REJECTED, LAKE, Optional.empty());
        Map<String, String> census = Map.of("lake", LAKE, "source", "us-census-asm");
        assertThat(metrics.value("millwright_run_files", census)).isEqualTo(2);
        assertThat(metrics.value("millwright_run_figures", census)).isEqualTo(4e9);
        assertThat(metrics.value("millwright_run_rejected", census)).isEqualTo(3);
        assertThat(metrics.value("millwright_run_rules_failed", census)).isEqualTo(1);
        assertThat(metrics.labels("millwright_run_figures", "source")).containsExactly("us-census-asm", "de-destatis");
    }

    @Test
    void whatIsNotKnownHasNoSample() {
        assertThat(metrics(REJECTED, LAKE, Optional.empty()).names())
                .doesNotContain("millwright_run_last_success_timestamp_seconds")
                .contains("millwright_run_exit_code");
    }

    @Test
    void everyMetricHasHelpAndTypeAndANameByTheRules() {
        Exposition metrics = metrics(REJECTED, LAKE, Optional.of(Instant.EPOCH));
        assertThat(metrics.names()).hasSize(9).allSatisfy(name -> {
            assertThat(name).matches("millwright_run_[a-z_]+");
            assertThat(metrics.help(name)).isNotBlank();
            assertThat(metrics.type(name)).isEqualTo("gauge");
        });
    }

    @Test
    void aLakeOfAnyNameIsReadBackAsItIs() {
        String odd = "/data/a \"lake\" of\\north\nsea, {x=\"1\"} 数据";
        Exposition metrics = metrics(REJECTED, odd, Optional.empty());
        assertThat(metrics.value("millwright_run_exit_code", Map.of("lake", odd)))
                .isEqualTo(65);
    }

    /** The library writes 65.0 where we write 65, hence the whole numbers with a fraction. */
    @Test
    void escapesAsTheLibraryOfPrometheusDoes() throws IOException {
        String odd = "a \"lake\" of\\north\nsea, {x=\"1\"} 数据";
        String help = "Back\\slash, \"quotation\" and\nsecond line.";
        GaugeSnapshot snapshot = GaugeSnapshot.builder()
                .name("millwright_test")
                .help(help)
                .dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(Labels.of("lake", odd, "source", "x"))
                        .value(0.5)
                        .build())
                .build();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(written, MetricSnapshots.of(snapshot));
        Map<String, String> labels = Metric.with(Map.of("lake", odd), "source", "x");
        assertThat(new Metric("millwright_test", help)
                        .sample(labels, new BigDecimal("0.5"))
                        .text())
                .isEqualTo(written.toString(StandardCharsets.UTF_8));
    }
}
