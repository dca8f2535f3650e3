package org.millwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.lake.Lake;
import org.millwright.lake.LakeLock;
import org.millwright.lake.Releases;
import org.millwright.testing.Exposition;
import org.millwright.testing.Jvm;
import org.millwright.testing.RunRecord;

/** A real process that is told to end while it writes its tables: it stops cleanly, and the next run is as if nothing had been. */
class SigtermTest {
    private static final Path EXAMPLES = Path.of("docs/examples");
    private static final String SECRET = "s3cr3t-t0ken";
    /** Observations are stored by then, and several tables are being written at once. */
    private static final String WHEN = "  3/5 ";

    @TempDir
    private Path folder;

    private String[] run() throws IOException {
        Path settings = folder.resolve("settings.yaml");
        Files.writeString(
                settings,
                Files.readString(EXAMPLES.resolve("settings.yaml"))
                        + "on-failure: {command: [sh, -c, 'cp \"$MILLWRIGHT_RUN_JSON\" \"$0\"', "
                        + folder.resolve("told")
                        + "], webhook-variable: ALERTS}\n");
        return new String[] {
            "run",
            "--config",
            settings.toString(),
            "--definitions",
            EXAMPLES.resolve("definitions").toString(),
            "--landing",
            EXAMPLES.resolve("landing").toString(),
            "--lake",
            folder.resolve("lake").toString()
        };
    }

    private Process start(String address, String... arguments) throws IOException {
        ProcessBuilder builder = Jvm.with(List.of(Millwright.class.getName()), arguments)
                .redirectOutput(folder.resolve("out").toFile());
        builder.environment().put("ALERTS", address);
        return builder.start();
    }

    /** Everything the process says on standard error; it is told to end as soon as it is where we want it. */
    private static String terminate(Process process) throws IOException {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.contains(WHEN)) {
                    // Process.destroy would close the stream as well.
                    process.toHandle().destroy();
                }
            }
        }
        return said.toString();
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void aRunThatIsToldToEndStopsCleanlyAndTheNextOnePublishes() throws Exception {
        BlockingQueue<String> posted = new LinkedBlockingQueue<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/" + SECRET, exchange -> {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        Process process = start("http://127.0.0.1:" + server.getAddress().getPort() + "/" + SECRET, run());
        try {
            assumeTrue(process.supportsNormalTermination(), "this system has no SIGTERM");
            String said = terminate(process);
            assertThat(process.waitFor()).as(said).isEqualTo(143);
            assertThat(said).doesNotContain(SECRET, "Exception").contains("note: the run was stopped");
            assertStopped(posted);
        } finally {
            process.destroyForcibly();
            server.stop(0);
        }
        assertThat(Typed.line(run()).exitCode()).isZero();
        assertThat(RunRecord.read(folder.resolve("lake/run.json"))
                        .get("outcome")
                        .asText())
                .isEqualTo("published");
    }

    private void assertStopped(BlockingQueue<String> posted) throws IOException {
        Lake lake = Lake.existing(folder.resolve("lake")).orElseThrow();
        assertThat(LakeLock.holder(lake)).isEmpty();
        assertThat(new Releases(lake).current()).isEmpty();
        assertThat(new Releases(lake).all()).isEmpty();
        JsonNode record = RunRecord.read(lake.root().resolve("run.json"));
        assertThat(record.get("outcome").asText()).isEqualTo("stopped");
        assertThat(record.get("exit_code").asInt()).isEqualTo(143);
        assertThat(RunRecord.read(folder.resolve("told"))).isEqualTo(record);
        assertThat(posted).singleElement().isEqualTo(Files.readString(folder.resolve("told")));
        assertThat(Exposition.of(Files.readString(lake.metrics()))
                        .value(
                                "millwright_run_exit_code",
                                Map.of("lake", lake.root().toString())))
                .isEqualTo(143);
    }
}
