package org.millwright.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.config.Monitoring;

/** Who is told of a failure, what they get, and that nobody learns a secret where telling them fails. */
class FailureHookTest {
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final String SECRET = "s3cr3t-t0ken";
    private static final String RECORD = "{\"run\": \"20260101T020000000Z\", \"problems\": [\"缺少文件\"]}\n";

    @TempDir
    private Path folder;

    private Path record;

    /** What a server was sent: method, path, type of content, body. */
    private record Received(String method, String path, String type, String body) {}

    @BeforeEach
    void writeRecord() throws IOException {
        record = Files.writeString(folder.resolve("run.json"), RECORD);
    }

    private Optional<String> command(String... words) {
        return new FailureCommand(List.of(words), SHORT).tell(record, RECORD);
    }

    private Optional<String> webhook(String address) {
        return new FailureWebhook(new SecretAddress(FailureWebhook.PURPOSE, "ALERTS", address, SHORT))
                .tell(record, RECORD);
    }

    /** A server on this machine that answers everything with one status, and the queue of what it was sent. */
    private static HttpServer server(int status, BlockingQueue<Received> received) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + SECRET;
    }

    @Test
    void theCommandFindsTheRecordByItsVariable() throws IOException {
        Path copy = folder.resolve("copy");
        assertThat(command("sh", "-c", "cat \"$MILLWRIGHT_RUN_JSON\" > \"$0\"", copy.toString()))
                .isEmpty();
        assertThat(copy).hasContent(RECORD);
    }

    @Test
    void noShellReadsTheCommand() throws IOException {
        Path made = folder.resolve("made");
        assertThat(command("test", "$(touch " + made + ")", "=", "$(touch " + made + ")"))
                .isEmpty();
        assertThat(made).doesNotExist();
    }

    @Test
    void whatGoesWrongWithACommandIsOneLineWithoutItsArguments() {
        assertThat(command("sh", "-c", "exit 3", SECRET)).hasValueSatisfying(FailureHookTest::isOneLineWithoutSecret);
        assertThat(command("sh", "-c", "exit 3", SECRET).orElseThrow()).contains("sh", "exit code 3");
        assertThat(command("no-such-program", SECRET)).hasValueSatisfying(FailureHookTest::isOneLineWithoutSecret);
        assertThat(command("no-such-program", SECRET).orElseThrow())
                .contains("no-such-program", "could not be started");
    }

    private static void isOneLineWithoutSecret(String line) {
        assertThat(line).doesNotContain(SECRET).hasLineCount(1);
    }

    @Test
    void aCommandThatDoesNotEndIsEndedWithWhatItStarted() throws IOException {
        Path number = folder.resolve("number");
        long start = System.nanoTime();
        assertThat(command("sh", "-c", "sleep 60 & echo $! > \"$0\"; wait", number.toString()))
                .hasValueSatisfying(line -> assertThat(line).contains("took longer than 1 s"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        long child = Long.parseLong(Files.readString(number).strip());
        assertThat(ProcessHandle.of(child).map(process -> process.onExit().orTimeout(10, TimeUnit.SECONDS)))
                .satisfies(exit -> exit.ifPresent(end -> end.join()));
    }

    @Test
    void theWebhookIsSentTheRecordAsJson() throws IOException {
        BlockingQueue<Received> received = new LinkedBlockingQueue<>();
        HttpServer server = server(204, received);
        try {
            assertThat(webhook(address(server))).isEmpty();
        } finally {
            server.stop(0);
        }
        assertThat(received).containsExactly(new Received("POST", "/" + SECRET, "application/json", RECORD));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 404, 500})
    void anAnswerThatIsNoSuccessIsTold(int status) throws IOException {
        HttpServer server = server(status, new LinkedBlockingQueue<>());
        try {
            assertThat(webhook(address(server)))
                    .hasValueSatisfying(FailureHookTest::isOneLineWithoutSecret)
                    .hasValueSatisfying(line -> assertThat(line).contains("ALERTS", "status " + status));
        } finally {
            server.stop(0);
        }
    }

    /** Nobody listens at the port of a server that was stopped; the others are no addresses for a web hook. */
    @Test
    void noFailureTellsTheAddress() throws IOException {
        HttpServer gone = server(204, new LinkedBlockingQueue<>());
        String nobody = address(gone);
        gone.stop(0);
        assertThat(List.of(nobody, "http://[" + SECRET, "ftp://host/" + SECRET, SECRET, "https:///" + SECRET, " "))
                .allSatisfy(address -> assertThat(webhook(address))
                        .hasValueSatisfying(FailureHookTest::isOneLineWithoutSecret)
                        .hasValueSatisfying(line -> assertThat(line).contains("ALERTS")));
        assertThat(webhook(null)).hasValueSatisfying(line -> assertThat(line).contains("is not set"));
    }

    @Test
    void anAnswerThatDoesNotComeIsNotWaitedFor() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CountDownLatch over = new CountDownLatch(1);
        server.createContext("/", exchange -> {
            try {
                over.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
        try {
            assertThat(webhook(address(server)))
                    .hasValueSatisfying(line -> assertThat(line).contains("did not answer within 1 s"));
        } finally {
            over.countDown();
            server.stop(0);
        }
    }

    @Test
    void addressesComeFromTheEnvironmentAndAreNotShown() {
        Monitoring monitoring =
                new Monitoring(Optional.empty(), List.of("notify"), Optional.of("ALERTS"), Optional.empty());
        List<FailureHook> hooks = FailureHook.of(monitoring, Map.of("ALERTS", "https://host/" + SECRET));
        assertThat(hooks).hasSize(2);
        assertThat(hooks.toString()).doesNotContain(SECRET);
        assertThat(FailureHook.of(Monitoring.NONE, Map.of("ALERTS", "https://host/")))
                .isEmpty();
    }
}
