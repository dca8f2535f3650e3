package org.millwright.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.config.Monitoring;
import org.millwright.error.MillwrightException;
import org.millwright.lake.Lake;
import org.millwright.lake.LakeLock;
import org.millwright.lake.ReleaseInfo;
import org.millwright.lake.Releases;
import org.millwright.lake.RunInfo;
import org.millwright.model.Window;
import org.millwright.testing.Exposition;
import org.millwright.testing.RunRecord;

/** Every run leaves the truth about itself, however it ended: a record by its schema, metrics, and word to who wants it. */
class RunRecordTest {
    private static final String FILE = "tiny-2022-03-01.csv";

    @TempDir
    private Path folder;

    private Workshop workshop;

    @BeforeEach
    void openWorkshop() {
        workshop = new Workshop(folder);
    }

    private Lake lake() {
        return Lake.existing(workshop.lake()).orElseThrow();
    }

    private JsonNode last() throws IOException {
        return RunRecord.read(workshop.lake().resolve("run.json"));
    }

    /** All records, the oldest first; each keeps the schema. */
    private List<JsonNode> all() throws IOException {
        List<JsonNode> records = new ArrayList<>();
        try (Stream<Path> files = Files.list(workshop.lake().resolve("runs"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                records.add(RunRecord.read(file));
            }
        }
        return records;
    }

    private static List<String> states(JsonNode record) {
        List<String> states = new ArrayList<>();
        record.get("files")
                .forEach(file -> states.add(
                        file.get("name").asText() + " " + file.get("state").asText()));
        return states;
    }

    private double metric(String name) throws IOException {
        return metric(name, Map.of());
    }

    private double metric(String name, Map<String, String> labels) throws IOException {
        Map<String, String> all = new HashMap<>(labels);
        all.put("lake", workshop.lake().toString());
        return Exposition.of(Files.readString(workshop.lake().resolve("metrics.prom")))
                .value(name, all);
    }

    private int exitCodeOfFailure() {
        try {
            return workshop.runWithoutEngine().run().exitCode();
        } catch (MillwrightException failure) {
            return failure.exitCode();
        }
    }

    /** Lets the ledger say that all files in landing have been read, as a run that published leaves it. */
    private void publishedBefore() {
        Lake lake = Lake.openOrCreate(workshop.lake());
        RunPlan.of(workshop.request(Optional.empty(), false), lake)
                .ledgerAfter("20220301T000000000Z")
                .write(lake);
    }

    @Test
    void recordsOfAllOutcomesKeepTheSchema() throws IOException {
        workshop.land(FILE, "CN,31,2021,100,10", "CN,40,2021,100,20");
        workshop.land("tiny-2022-04-01.csv", "CN,31,2021,100,10", "CN,40,2021,100,20");
        String first = workshop.run().run().release();
        workshop.runWithoutEngine();
        workshop.land("tiny-2023-03-01.csv", "CN,31,2022,-5,10", "CN,40,2022,9,1");
        workshop.run();
        assertThat(metric("millwright_run_rules_failed", Map.of("source", "tiny")))
                .isEqualTo(1);
        workshop.land("tiny-2023-03-01.csv", "CN,31,2022,5,10", "CN,40,2022,9,1");
        workshop.run();
        Rollback.to(lake(), first);
        workshop.write("definitions/sources/tiny.yaml", "id: tiny\n");
        assertThat(exitCodeOfFailure()).isEqualTo(78);

        List<JsonNode> records = all();
        assertThat(records)
                .extracting(record -> record.get("outcome").asText())
                .containsExactly("published", "nothing-new", "rejected", "published", "rolled-back", "failed");
        assertThat(records)
                .extracting(record -> record.get("exit_code").asInt())
                .containsExactly(0, 0, 65, 0, 0, 78);
        // Two files of one content are read once: two records with two figures each.
        assertThat(records.get(0).at("/sources/0/accepted").asInt()).isEqualTo(4);
        assertThat(states(records.get(0)))
                .containsExactly("tiny-2022-03-01.csv new", "tiny-2022-04-01.csv same-content");
        assertThat(states(records.get(1))).containsExactly("tiny-2022-04-01.csv same-content");
        assertThat(states(records.get(3)))
                .containsExactly("tiny-2022-04-01.csv same-content", "tiny-2023-03-01.csv new");
        assertThat(records.get(1).at("/sources/0/files").asInt(-1)).isZero();
        assertThat(records.get(2).at("/problems/0").asText()).contains("value-added-possible");
        assertThat(last()).isEqualTo(records.get(5));
    }

    @Test
    void theSchemaRefusesWhatNoRunWrites() throws IOException {
        workshop.land(FILE, "CN,31,2021,100,10");
        publishedBefore();
        workshop.runWithoutEngine();
        ObjectNode record = (ObjectNode) last();
        assertThat(RunRecord.violations(record.toString())).isEmpty();
        assertThat(List.of(
                        record.deepCopy().put("exit_code", 65),
                        record.deepCopy().put("exit_code", 1),
                        record.deepCopy().put("outcome", "stopped"),
                        record.deepCopy().put("outcome", "killed"),
                        record.deepCopy().put("outcome", "done"),
                        record.deepCopy().put("started_at", "yesterday"),
                        record.deepCopy().put("password", "x"),
                        record.deepCopy().without("problems")))
                .allSatisfy(wrong -> assertThat(RunRecord.violations(wrong.toString()))
                        .as(wrong.toString())
                        .isNotEmpty());
    }

    @Test
    void theSchemaKnowsTheOutcomes() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(Files.readString(Path.of("data-schemas/run.schema.json")));
        List<String> outcomes = new ArrayList<>();
        schema.at("/properties/outcome/enum").forEach(outcome -> outcomes.add(outcome.asText()));
        assertThat(outcomes).containsExactlyElementsOf(RunInfo.OUTCOMES);
    }

    @Test
    void nothingNewIsASuccessOfWhichNothingWasRead() throws IOException {
        workshop.land(FILE, "CN,31,2021,100,10");
        publishedBefore();
        assertThat(workshop.runWithoutEngine().run().exitCode()).isZero();
        assertThat(last().get("outcome").asText()).isEqualTo("nothing-new");
        assertThat(metric("millwright_run_figures", Map.of("source", "tiny"))).isZero();
        assertThat(metric("millwright_run_last_success_timestamp_seconds"))
                .isEqualTo(
                        metric("millwright_run_start_timestamp_seconds") + metric("millwright_run_duration_seconds"),
                        within(0.002));
    }

    /** All definitions are those of the release before but one contract. */
    @Test
    void theRecordNamesTheDefinitionsForWhichItComputesAnew() throws IOException {
        workshop.land(FILE, "CN,31,2021,100,10");
        publishedBefore();
        assertThat(workshop.runWithoutEngine().run().definitionsChanged()).isEmpty();
        RunPlan before = RunPlan.of(workshop.request(Optional.empty(), false), lake());
        String id = "20220301T000000000Z";
        ReleaseInfo release = new ReleaseInfo(
                id, "2022", id, "", "", before.definitionFiles(), List.of(), List.of(), List.of(), Window.ALL);
        Lake.writeAtomically(lake().releases().resolve(id).resolve("release.json"), release.json());
        new Releases(lake()).pointTo(id);
        workshop.write("definitions/sources/tiny.yaml", workshop.contract() + "version: 2\n");
        assertThat(exitCodeOfFailure()).isEqualTo(70);
        assertThat(last().get("definitions_changed"))
                .extracting(JsonNode::asText)
                .containsExactly("sources/tiny.yaml");
        assertThat(states(last())).containsExactly(FILE + " read-again");
    }

    @Test
    void aMissingFileIsRecordedBeforeTheEngineStartsAndTheLastSuccessStays() throws IOException {
        Path file = workshop.land(FILE, "CN,31,2021,100,10");
        publishedBefore();
        workshop.runWithoutEngine();
        double success = metric("millwright_run_last_success_timestamp_seconds");
        Files.delete(file);
        assertThat(exitCodeOfFailure()).isEqualTo(65);
        assertThat(last().get("outcome").asText()).isEqualTo("rejected");
        assertThat(last().at("/problems/0").asText()).contains("*.csv");
        assertThat(metric("millwright_run_exit_code")).isEqualTo(65);
        assertThat(metric("millwright_run_outcome", Map.of("outcome", "rejected")))
                .isEqualTo(1);
        assertThat(metric("millwright_run_last_success_timestamp_seconds")).isEqualTo(success);
    }

    @Test
    void aDefectOfTheEngineIsRecordedEvenWhereItIsNoException() throws IOException {
        workshop.land(FILE, "CN,31,2021,100,10");
        assertThat(exitCodeOfFailure()).isEqualTo(70);
        assertThat(last().at("/problems/0").asText()).contains("the engine was started");
        assertThat(LakeLock.holder(lake())).isEmpty();
    }

    @Test
    void aRunThatIsTurnedAwayLeavesTheTruthAboutTheOneThatIsOn() throws IOException {
        workshop.land(FILE, "CN,31,2021,100,10");
        publishedBefore();
        workshop.runWithoutEngine();
        JsonNode before = last();
        String metrics = Files.readString(workshop.lake().resolve("metrics.prom"));
        try (LakeLock held = LakeLock.take(lake(), "20240101T000000000Z")) {
            assertThat(exitCodeOfFailure()).isEqualTo(75);
        }
        assertThat(last()).isEqualTo(before);
        assertThat(workshop.lake().resolve("metrics.prom")).hasContent(metrics);
        assertThat(all()).hasSize(2);
        assertThat(all().get(1).get("exit_code").asInt()).isEqualTo(75);
        assertThat(all().get(1).at("/problems/0").asText()).contains("another run is on");
    }

    @Test
    void theMetricsStandInASecondPlaceToo() throws IOException {
        Path second = folder.resolve("exporter/millwright.prom");
        workshop.monitor(new Monitoring(Optional.of(second.toString()), List.of(), Optional.empty(), Optional.empty()));
        workshop.land(FILE, "CN,31,2021,100,10");
        publishedBefore();
        workshop.runWithoutEngine();
        assertThat(second).hasSameTextualContentAs(workshop.lake().resolve("metrics.prom"));
        assertThat(second.getParent().toFile().list()).containsExactly("millwright.prom");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNotedAndChangesNothing() throws IOException {
        Path file = workshop.write("occupied", "");
        workshop.monitor(
                new Monitoring(Optional.of(file + "/millwright.prom"), List.of(), Optional.empty(), Optional.empty()));
        workshop.land(FILE, "CN,31,2021,100,10");
        publishedBefore();
        assertThat(workshop.runWithoutEngine().run().exitCode()).isZero();
        assertThat(workshop.notes()).singleElement().asString().contains("millwright.prom", "the storage failed");
    }

    /** A file where the folder of the records would be stands for storage that fails. */
    @Test
    void whereTheLakeCannotBeWrittenTheSecondPlaceStillTellsIt() throws IOException {
        Path second = folder.resolve("millwright.prom");
        workshop.monitor(new Monitoring(Optional.of(second.toString()), List.of(), Optional.empty(), Optional.empty()));
        Lake.openOrCreate(workshop.lake());
        workshop.write("definitions/sources/tiny.yaml", "id: tiny\n");
        workshop.write("lake/runs", "");
        Files.createDirectories(workshop.lake().resolve("metrics.prom/occupied"));
        assertThat(exitCodeOfFailure()).isEqualTo(78);
        assertThat(workshop.notes()).hasSize(2);
        assertThat(Exposition.of(Files.readString(second))
                        .value(
                                "millwright_run_exit_code",
                                Map.of("lake", workshop.lake().toString())))
                .isEqualTo(78);
    }

    @Test
    void aCommandIsToldOfAFailureWhenTheLakeIsFreeAgain() throws IOException {
        Path told = folder.resolve("told");
        Path lock = workshop.lake().resolve("lock");
        String script = "test ! -e '" + lock + "' && cp \"$MILLWRIGHT_RUN_JSON\" '" + told + "'";
        workshop.monitor(
                new Monitoring(Optional.empty(), List.of("sh", "-c", script), Optional.empty(), Optional.empty()));
        assertThat(exitCodeOfFailure()).isEqualTo(65);
        assertThat(workshop.notes()).isEmpty();
        assertThat(RunRecord.read(told)).isEqualTo(last());
    }

    @Test
    void aCommandThatFailsIsNotedAndChangesNoExitCode() {
        workshop.monitor(new Monitoring(
                Optional.empty(), List.of("no-such-program"), Optional.of("MILLWRIGHT_UNSET"), Optional.empty()));
        assertThat(exitCodeOfFailure()).isEqualTo(65);
        assertThat(workshop.notes()).hasSize(2);
        assertThat(workshop.notes().get(0)).contains("no-such-program");
        assertThat(workshop.notes().get(1)).contains("MILLWRIGHT_UNSET", "not set");
    }

    @Test
    void nobodyIsToldOfASuccess() {
        workshop.monitor(
                new Monitoring(Optional.empty(), List.of("no-such-program"), Optional.empty(), Optional.empty()));
        workshop.land(FILE, "CN,31,2021,100,10");
        publishedBefore();
        workshop.runWithoutEngine();
        assertThat(workshop.notes()).isEmpty();
    }

    @Test
    void theCatalogueIsToldOfASuccessToo() {
        Monitoring.Lineage lineage = new Monitoring.Lineage("MILLWRIGHT_UNSET", "ministry");
        workshop.monitor(new Monitoring(Optional.empty(), List.of(), Optional.empty(), Optional.of(lineage)));
        workshop.land(FILE, "CN,31,2021,100,10");
        publishedBefore();
        workshop.runWithoutEngine();
        assertThat(workshop.notes())
                .contains("the lineage, of the variable MILLWRIGHT_UNSET, was not called: the variable is not set");
    }
}
