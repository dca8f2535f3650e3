package org.millwright.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineageClientUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.lake.Lake;
import org.millwright.lake.Ledger;
import org.millwright.lake.ReleaseInfo;
import org.millwright.lake.RunInfo;
import org.millwright.model.InputFile;
import org.millwright.model.Window;

/** What a catalogue of data learns of a run, as OpenLineage's own library reads it. */
class LineageHookTest {
    private static final String RUN = "20260101T020000000Z";
    private static final String STARTED = "2026-01-01T02:00:00Z";
    private static final String ENDED = "2026-01-01T02:00:41Z";

    @TempDir
    private Path folder;

    private Lake lake;

    @BeforeEach
    void publish() {
        lake = Lake.openOrCreate(folder.resolve("lake"));
        InputFile file = new InputFile("asm", "/in/asm.csv", "asm.csv", 10, "ab", "2025-12-31");
        new Ledger(List.of(new Ledger.Entry(file, "cd", RUN)), "ef", RUN, Map.of()).write(lake);
        ReleaseInfo.Table table = new ReleaseInfo.Table(
                "traditional_share",
                7,
                "1.0.0",
                96,
                List.of(new ReleaseInfo.File("a.parquet", 1000, ""), new ReleaseInfo.File("b.parquet", 234, "")));
        ReleaseInfo release =
                new ReleaseInfo(RUN, ENDED, RUN, "", "ef", List.of(), List.of(), List.of(), List.of(table), Window.ALL);
        Lake.writeAtomically(lake.releases().resolve(RUN).resolve("release.json"), release.json());
    }

    private static RunInfo run(String outcome, String release, List<String> problems) {
        return new RunInfo(
                RUN,
                STARTED,
                ENDED,
                outcome,
                problems.isEmpty() ? 0 : 65,
                release,
                List.of(),
                problems,
                List.of(),
                List.of(),
                List.of(),
                Window.ALL);
    }

    /** The events that a catalogue gets. */
    private List<OpenLineage.RunEvent> told(RunInfo run) throws IOException {
        List<String> bodies = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(201, -1);
            exchange.close();
        });
        server.start();
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1/lineage";
            SecretAddress catalogue = new SecretAddress("the lineage", "CATALOGUE", address, Duration.ofSeconds(10));
            assertThat(new LineageHook(catalogue, "ministry").tell(lake, run)).isEmpty();
        } finally {
            server.stop(0);
        }
        return bodies.stream().map(OpenLineageClientUtils::runEventFromJson).toList();
    }

    @Test
    void aReleaseIsMadeOfItsFilesAndHasItsTables() throws IOException {
        List<OpenLineage.RunEvent> events = told(run("published", RUN, List.of()));
        assertThat(events)
                .extracting(OpenLineage.RunEvent::getEventType)
                .containsExactly(OpenLineage.RunEvent.EventType.START, OpenLineage.RunEvent.EventType.COMPLETE);
        assertThat(events)
                .extracting(OpenLineage.RunEvent::getEventTime)
                .containsExactly(ZonedDateTime.parse(STARTED), ZonedDateTime.parse(ENDED));
        assertThat(events)
                .extracting(event -> event.getRun().getRunId())
                .containsOnly(events.get(0).getRun().getRunId());
        assertThat(events).allSatisfy(event -> {
            assertThat(event.getJob().getNamespace()).isEqualTo("ministry");
            assertThat(event.getJob().getName()).isEqualTo("millwright run");
            assertThat(event.getJob().getFacets().getJobType().getProcessingType())
                    .isEqualTo("BATCH");
        });
        OpenLineage.RunEvent end = events.get(1);
        assertThat(end.getInputs())
                .extracting(OpenLineage.InputDataset::getName)
                .containsExactly("/in/asm.csv");
        assertThat(end.getOutputs()).singleElement().satisfies(table -> {
            assertThat(table.getName()).isEqualTo(lake.root() + "/tables/traditional_share");
            assertThat(table.getFacets().getVersion().getDatasetVersion()).isEqualTo("7");
            assertThat(table.getOutputFacets().getOutputStatistics().getRowCount())
                    .isEqualTo(96);
            assertThat(table.getOutputFacets().getOutputStatistics().getSize()).isEqualTo(1234);
        });
    }

    @Test
    void aRejectedRunSaysWhyAndMadeNothing() throws IOException {
        OpenLineage.RunEvent end =
                told(run("rejected", "", List.of("the sum is not the total"))).get(1);
        assertThat(end.getEventType()).isEqualTo(OpenLineage.RunEvent.EventType.FAIL);
        assertThat(end.getRun().getFacets().getErrorMessage().getMessage()).isEqualTo("the sum is not the total");
        assertThat(end.getInputs()).isEmpty();
        assertThat(end.getOutputs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"nothing-new, COMPLETE", "backfilled, COMPLETE", "stopped, ABORT", "failed, FAIL"})
    void everyOutcomeIsOneThatCataloguesKnow(String outcome, OpenLineage.RunEvent.EventType type) throws IOException {
        assertThat(told(run(outcome, RUN, List.of())).get(1).getEventType()).isEqualTo(type);
    }
}
