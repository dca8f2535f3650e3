package org.millwright.monitoring;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millwright.lake.RunInfo;

/**
 * A run in figures, as a text file for Prometheus. Every sample names the lake, so that one machine may have several. What is
 * not known, such as the last success before the first, has no sample.
 */
public final class RunMetrics {
    private final RunInfo run;
    private final Map<String, String> lake;
    private final Optional<Instant> lastSuccess;

    /**
     * Figures of one run.
     *
     * @param lake the folder of the lake
     * @param lastSuccess when the last run ended that did all there was to do, this one among them
     */
    public RunMetrics(RunInfo run, String lake, Optional<Instant> lastSuccess) {
        this.run = run;
        this.lake = Map.of("lake", lake);
        this.lastSuccess = lastSuccess;
    }

    public String text() {
        return Stream.concat(ofRun(), ofSources()).map(Metric::text).collect(Collectors.joining());
    }

    private Stream<Metric> ofRun() {
        Instant start = Instant.parse(run.startedAt());
        Duration duration = Duration.between(start, Instant.parse(run.endedAt()));
        Metric outcome =
                new Metric("millwright_run_outcome", "How the last run ended: 1 at its outcome, 0 at the others.");
        RunInfo.OUTCOMES.forEach(name -> outcome.sample(
                Metric.with(lake, "outcome", name), number(run.outcome().equals(name) ? 1 : 0)));
        Metric success = new Metric(
                "millwright_run_last_success_timestamp_seconds",
                "When the last run ended that published or found nothing new, in seconds since 1970.");
        lastSuccess.ifPresent(instant -> success.sample(lake, seconds(instant)));
        return Stream.of(
                new Metric("millwright_run_exit_code", "Exit code of the last run; 0 is success.")
                        .sample(lake, number(run.exitCode())),
                outcome,
                new Metric("millwright_run_start_timestamp_seconds", "When the last run began, in seconds since 1970.")
                        .sample(lake, seconds(start)),
                new Metric("millwright_run_duration_seconds", "How long the last run took.")
                        .sample(lake, BigDecimal.valueOf(duration.toMillis(), 3)),
                success);
    }

    private Stream<Metric> ofSources() {
        return Stream.of(
                ofSource("files", "Files of the source that the last run read.", RunInfo.Source::files),
                ofSource("figures", "Figures of the source that the last run accepted.", RunInfo.Source::accepted),
                ofSource("rejected", "Figures and records that the last run rejected.", RunInfo.Source::rejected),
                ofSource("rules_failed", "Rules of the source that failed.", RunInfo.Source::rulesFailed));
    }

    private Metric ofSource(String name, String help, ToLongFunction<RunInfo.Source> figure) {
        Metric metric = new Metric("millwright_run_" + name, help);
        List<RunInfo.Source> sources = run.sources();
        sources.forEach(
                source -> metric.sample(Metric.with(lake, "source", source.id()), number(figure.applyAsLong(source))));
        return metric;
    }

    private static BigDecimal number(long value) {
        return BigDecimal.valueOf(value);
    }

    private static BigDecimal seconds(Instant instant) {
        return BigDecimal.valueOf(instant.toEpochMilli(), 3);
    }
}
