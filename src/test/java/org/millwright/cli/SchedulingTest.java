package org.millwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.error.Owner;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files for schedulers, as far as a machine without the schedulers can tell that they are right. */
class SchedulingTest {
    private static final Path FOLDER = Path.of("docs/scheduling");
    private static final String PROGRAM = "/opt/millwright/millwright";
    private static final String RUN = "run --config /etc/millwright/settings.yaml --landing /srv/millwright/landing"
            + " --lake /srv/millwright/lake";
    /** Every exit code but those that waiting mends, and that of a run which was stopped on purpose. */
    private static final List<Integer> NEEDS_A_PERSON = Stream.of(Owner.values())
            .filter(owner -> owner != Owner.PLATFORM && owner != Owner.SIGNAL)
            .map(Owner::exitCode)
            .sorted()
            .toList();
    /** Minute, hour, day, month, day of the week: least and most. */
    private static final int[][] CRON = {{0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, 7}};

    private static String pom;

    @TempDir
    private Path folder;

    @BeforeAll
    static void readPom() throws IOException {
        pom = Files.readString(Path.of("pom.xml"));
    }

    private static String ofPom(String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(pom);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String jar() {
        return "millwright-" + ofPom("<artifactId>millwright</artifactId>\\s*<version>(.*?)</version>") + "-spark.jar";
    }

    private static String text(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file));
    }

    private static JsonNode yaml(String file) throws IOException {
        Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text(file));
        return new ObjectMapper().valueToTree(read);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static List<Integer> codes(String text) {
        return Pattern.compile("\\d+")
                .matcher(text)
                .results()
                .map(number -> Integer.valueOf(number.group()))
                .sorted()
                .toList();
    }

    /** What a program printed on both streams; it must end with 0. The test is skipped where there is no such program. */
    private static String printed(String... command) throws IOException, InterruptedException {
        boolean there = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path).resolve(command[0])));
        assumeTrue(there, "there is no " + command[0] + " on this machine");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    private static void isCronTime(List<String> fields) {
        for (int i = 0; i < CRON.length; i++) {
            assertThat(fields.get(i)).matches("\\*|\\d+([-,]\\d+)*");
            int least = CRON[i][0];
            int most = CRON[i][1];
            assertThat(codes(fields.get(i))).allMatch(number -> number >= least && number <= most);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--config", "--landing", "--lake"})
    void theProgramKnowsTheOptions(String option) {
        assertThat(RUN).contains(option);
        assertThat(Typed.line("run", "--help").out()).contains(option + "=");
    }

    @Test
    void cronLineHasTimesAUserAndTheCommand() throws IOException {
        List<String> lines = text("millwright.cron")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.matches("[A-Z]+=.*"))
                .toList();
        assertThat(lines).hasSize(1);
        List<String> fields = List.of(lines.get(0).split(" +", 7));
        isCronTime(fields);
        assertThat(fields.get(5)).isEqualTo("millwright");
        assertThat(fields.get(6)).startsWith(PROGRAM + " " + RUN + " >>").doesNotContain("%");
    }

    /** The value of a key of a systemd unit; it stands there once. */
    private static String unit(String file, String key) throws IOException {
        List<String> values = text(file)
                .lines()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .toList();
        assertThat(values).as(key).hasSize(1);
        return values.get(0);
    }

    @Test
    void serviceTriesAgainOnlyWhereWaitingHelps() throws IOException {
        assertThat(unit("millwright.service", "ExecStart")).isEqualTo(PROGRAM + " " + RUN);
        assertThat(unit("millwright.service", "Restart")).isEqualTo("on-failure");
        assertThat(unit("millwright.service", "RestartSec")).isNotBlank();
        assertThat(codes(unit("millwright.service", "RestartPreventExitStatus")))
                .isEqualTo(NEEDS_A_PERSON);
        assertThat(codes(unit("millwright.service", "SuccessExitStatus"))).containsExactly(Owner.SIGNAL.exitCode());
        assertThat(unit("millwright.timer", "Persistent")).isEqualTo("true");
    }

    @Test
    void systemdUnderstandsTheUnits() throws IOException, InterruptedException {
        String launcher = Path.of("millwright").toAbsolutePath().toString();
        Path service = Files.writeString(
                folder.resolve("millwright.service"),
                text("millwright.service").replace(PROGRAM + " ", launcher + " "));
        Path timer = Files.copy(FOLDER.resolve("millwright.timer"), folder.resolve("millwright.timer"));
        // What it does not understand it only warns of.
        assertThat(printed("systemd-analyze", "verify", service.toString(), timer.toString()))
                .isEmpty();
        Files.writeString(service, Files.readString(service).replace("RestartSec", "RestartSecond"));
        assertThat(printed("systemd-analyze", "verify", service.toString())).contains("RestartSecond");
        assertThat(printed("systemd-analyze", "calendar", unit("millwright.timer", "OnCalendar")))
                .contains("Next elapse");
    }

    /** The way Airflow marks a failure decides whether it tries again: AirflowFailException is final. */
    @ParameterizedTest
    @CsvSource({
        "0, success",
        "75, AirflowException",
        "143, AirflowException",
        "64, AirflowFailException",
        "65, AirflowFailException",
        "70, AirflowFailException",
        "78, AirflowFailException"
    })
    void airflowTriesAgainOnlyWhereWaitingHelps(int exitCode, String ending) throws IOException, InterruptedException {
        JsonNode made = new ObjectMapper()
                .readTree(printed(
                        "python3",
                        "src/test/resources/scheduling/try_dag.py",
                        FOLDER.resolve("millwright_nightly.py").toString(),
                        String.valueOf(exitCode)));
        assertThat(made.get("ended").asText()).isEqualTo(ending);
        assertThat(made.at("/task/java_class").asText()).isEqualTo(Millwright.class.getName());
        assertThat(made.at("/task/application").asText()).isEqualTo("/opt/millwright/target/" + jar());
        assertThat(String.join(" ", texts(made.at("/task/application_args")))).isEqualTo(RUN);
        assertThat(made.at("/task/retries").asInt()).isPositive();
        assertThat(made.at("/dag/max_active_runs").asInt()).isEqualTo(1);
        assertThat(made.at("/dag/catchup").asBoolean(true)).isFalse();
        isCronTime(List.of(made.at("/dag/schedule").asText().split(" ")));
    }

    @Test
    void cronJobNeverRunsTwiceAndTriesAgainOnlyWhereWaitingHelps() throws IOException {
        JsonNode job = yaml("cronjob.yaml");
        assertThat(job.get("apiVersion").asText()).isEqualTo("batch/v1");
        assertThat(job.get("kind").asText()).isEqualTo("CronJob");
        assertThat(job.at("/spec/concurrencyPolicy").asText()).isEqualTo("Forbid");
        isCronTime(List.of(job.at("/spec/schedule").asText().split(" ")));
        JsonNode rule = job.at("/spec/jobTemplate/spec/podFailurePolicy/rules/0");
        assertThat(rule.get("action").asText()).isEqualTo("FailJob");
        assertThat(rule.at("/onExitCodes/operator").asText()).isEqualTo("In");
        assertThat(codes(rule.at("/onExitCodes/values").toString())).isEqualTo(NEEDS_A_PERSON);
        JsonNode pod = job.at("/spec/jobTemplate/spec/template/spec");
        // A failure policy of pods holds only where Kubernetes does not restart the container itself.
        assertThat(pod.get("restartPolicy").asText()).isEqualTo("Never");
        JsonNode container = pod.at("/containers/0");
        assertThat(container.get("name")).isEqualTo(rule.at("/onExitCodes/containerName"));
        assertThat(String.join(" ", texts(container.get("args"))))
                .endsWith("--class " + Millwright.class.getName() + " /opt/millwright/" + jar() + " " + RUN);
        assertMounted(container.get("volumeMounts"), pod.get("volumes"));
    }

    /** Kubernetes tries again after 10 s, 20 s, 40 s and so on up to 6 min; a dead pod's lock is taken over after 10 min. */
    @Test
    void cronJobOutlastsTheLockOfADeadPod() throws IOException {
        int tries =
                yaml("cronjob.yaml").at("/spec/jobTemplate/spec/backoffLimit").asInt();
        int seconds = 0;
        for (int i = 0; i < tries; i++) {
            seconds += Math.min(10 << i, 360);
        }
        assertThat(seconds).isGreaterThan(600);
    }

    private static void assertMounted(JsonNode mounts, JsonNode volumes) {
        List<String> known = new ArrayList<>();
        volumes.forEach(volume -> known.add(volume.get("name").asText()));
        assertThat(mounts)
                .isNotEmpty()
                .allSatisfy(
                        mount -> assertThat(known).contains(mount.get("name").asText()));
    }

    @Test
    void sparkApplicationNeverRunsTwiceAndNamesOurClass() throws IOException {
        JsonNode application = yaml("spark-application.yaml");
        assertThat(application.get("apiVersion").asText()).isEqualTo("sparkoperator.k8s.io/v1beta2");
        assertThat(application.get("kind").asText()).isEqualTo("ScheduledSparkApplication");
        assertThat(application.at("/spec/concurrencyPolicy").asText()).isEqualTo("Forbid");
        isCronTime(List.of(application.at("/spec/schedule").asText().split(" ")));
        JsonNode template = application.at("/spec/template");
        assertThat(template.get("mainClass").asText()).isEqualTo(Millwright.class.getName());
        assertThat(template.get("mainApplicationFile").asText()).isEqualTo("local:///opt/millwright/" + jar());
        assertThat(template.get("sparkVersion").asText()).isEqualTo(ofPom("<spark.version>(.*?)</spark.version>"));
        assertThat(String.join(" ", texts(template.get("arguments")))).isEqualTo(RUN);
        Stream.of("driver", "executor")
                .forEach(role -> assertMounted(template.get(role).get("volumeMounts"), template.get("volumes")));
    }

    @Test
    void thePageNamesEveryFileAndTheJarOfThisVersion() throws IOException {
        String page = text("README.md");
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .toList();
            assertThat(names).hasSize(6).allSatisfy(name -> assertThat(page).contains("(" + name + ")"));
        }
        assertThat(page)
                .contains(jar(), "FROM apache/spark:" + ofPom("<spark.version>(.*?)</spark.version>"))
                .contains("--class " + Millwright.class.getName());
        assertThat(page).contains(NEEDS_A_PERSON.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        assertThat(Files.readString(Path.of("README.md"))).contains("target/" + jar(), "docs/scheduling");
    }
}
