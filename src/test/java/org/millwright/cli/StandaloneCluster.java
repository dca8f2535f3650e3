package org.millwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.deploy.master.Master;
import org.apache.spark.deploy.worker.Worker;
import org.millwright.testing.Jvm;

/** A Spark standalone cluster of one master and two workers, each a process of its own, made of the jars of this build. */
final class StandaloneCluster implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int WORKERS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final int port;
    private final List<Process> daemons = new ArrayList<>();

    StandaloneCluster(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        this.port = freePort();
        linkJars();
        daemons.add(start(Master.class.getName(), "--host", HOST, "--port", String.valueOf(port), "--webui-port", "0"));
        awaitMaster();
        for (int worker = 1; worker <= WORKERS; worker++) {
            Path work = Files.createDirectories(folder.resolve("worker" + worker));
            daemons.add(start(
                    Worker.class.getName(),
                    "--host",
                    HOST,
                    "--webui-port",
                    "0",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--work-dir",
                    work.toString(),
                    master()));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }

    String master() {
        return "spark://" + HOST + ":" + port;
    }

    /** Options of a driver that works on this cluster. */
    List<String> driverOptions() {
        return List.of(
                "-Dspark.master=" + master(),
                "-Dspark.driver.host=" + HOST,
                "-Dspark.driver.bindAddress=" + HOST,
                "-Dspark.ui.enabled=false",
                "-Dspark.executor.memory=1g",
                "-Dspark.executor.extraJavaOptions=-XX:+UseSerialGC -XX:TieredStopAtLevel=1",
                "-Dspark.executor.extraClassPath=" + Path.of("target/classes").toAbsolutePath(),
                "-Dspark.sql.shuffle.partitions=3");
    }

    /** Where the workers look for Spark: a home whose {@code jars} are those of this build. */
    private void linkJars() throws IOException {
        Path jars = Files.createDirectories(folder.resolve("home/jars"));
        for (String entry : Jvm.classPath().split(":")) {
            Path jar = Path.of(entry).toAbsolutePath();
            if (entry.endsWith(".jar") && Files.exists(jar)) {
                Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
            }
        }
    }

    private void awaitMaster() throws IOException, InterruptedException {
        Instant latest = Instant.now().plus(PATIENCE);
        while (true) {
            try (Socket socket = new Socket(HOST, port)) {
                assertThat(socket.isConnected()).isTrue();
                return;
            } catch (IOException notYet) {
                assertThat(Instant.now())
                        .as("the master does not answer: " + said())
                        .isBefore(latest);
                Thread.sleep(200);
            }
        }
    }

    /** A process with the options of this one, and more of its own. */
    Process start(Path log, List<String> options, String... mainAndArguments) throws IOException {
        ProcessBuilder builder =
                Jvm.with(options, mainAndArguments).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", HOST);
        return builder.start();
    }

    private Process start(String... mainAndArguments) throws IOException {
        return start(log(daemons.size()), List.of("-Xmx512m"), mainAndArguments);
    }

    private Path log(int daemon) {
        return folder.resolve("daemon" + daemon + ".log");
    }

    private String said() throws IOException {
        return Files.readString(log(0));
    }

    /** The executors that are there now. */
    List<ProcessHandle> executors() {
        return daemons.stream()
                .flatMap(daemon -> daemon.toHandle().descendants())
                .filter(process -> Stream.of(process.info().arguments().orElse(new String[0]))
                        .anyMatch(argument -> argument.endsWith("CoarseGrainedExecutorBackend")))
                .toList();
    }

    @Override
    public void close() {
        List<ProcessHandle> all = daemons.stream()
                .flatMap(daemon -> Stream.concat(daemon.toHandle().descendants(), Stream.of(daemon.toHandle())))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
