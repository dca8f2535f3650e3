package org.millwright.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.model.Window;
import org.millwright.testing.RunRecord;

/** What a killed run left is removed, what others have done stays. */
class LeftoversTest {
    private static final String FIRST = "20240101T000000000Z";
    private static final String SECOND = "20240201T000000000Z";
    /** Linux gives no process a number above 2^22. */
    private static final long NO_PROCESS = 1L << 30;

    @TempDir
    private Path folder;

    private Lake lake;

    @BeforeEach
    void makeLakeWithARelease() throws IOException {
        lake = Lake.openOrCreate(folder.resolve("lake"));
        release(FIRST);
        new Releases(lake).pointTo(FIRST);
        ledger(FIRST, 3).write(lake);
    }

    private static Ledger ledger(String run, long version) {
        return new Ledger(List.of(), "definitions", run, Map.of("observations", version));
    }

    private void release(String id) throws IOException {
        write("releases/" + id + "/release.json", "{}");
        write("releases/" + id + "/areas.parquet", "PAR1");
    }

    private void write(String path, String text) throws IOException {
        Path file = lake.root().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> all = Files.walk(lake.root())) {
            return all.filter(Files::isRegularFile)
                    .map(path -> lake.root().relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void temporaryFilesAndHalfWrittenFindingsAreRemovedAndNothingElse() throws IOException {
        RunInfo ended = new RunInfo(
                FIRST,
                "",
                "",
                "rejected",
                65,
                "",
                List.of(),
                List.of("why"),
                List.of(),
                List.of(),
                List.of(),
                Window.ALL);
        ended.writeApart(lake);
        write("runs/" + FIRST + "/rejected_rows.parquet", "PAR1");
        write("tables/areas/_delta_log/00000000000000000000.json", "{}");
        write("tables/areas/part-0.parquet", "PAR1");
        List<String> before = everything();
        write(".run.json.tmp", "{");
        write(".lock-of-x", "{");
        write("releases/.CURRENT.tmp", "2");
        write("releases/.staging-" + SECOND + "/areas.parquet", "PA");
        write("runs/." + SECOND + ".json.tmp", "{");
        write("runs/" + SECOND + "/rejected_rows.parquet", "PA");
        write("tables/areas/_delta_log/.00000000000000000001.json.1-2.tmp", "{");
        write("tables/areas/_delta_log/..00000000000000000001.json.1-2.tmp.crc", "crc");
        assertThat(Leftovers.clear(lake))
                .hasValueSatisfying(note -> assertThat(note).contains("removed 8 temporary"));
        assertThat(everything()).isEqualTo(before);
        assertThat(Leftovers.clear(lake)).isEmpty();
    }

    /** A killed {@code plan} could not remove its copy; that of a living process, and what is no lake, is not ours to touch. */
    @Test
    void copiesBesideTheLakeOfProcessesThatDiedAreRemovedAndNoOthers() throws IOException {
        String prefix = ".lake-copy-" + InetAddress.getLocalHost().getHostName() + "-";
        Path dead = folder.resolve(prefix + NO_PROCESS + "-1234");
        Lake.openOrCreate(dead);
        Path noLake = Files.createDirectories(folder.resolve(prefix + NO_PROCESS + "-5678"));
        Path elsewhere = folder.resolve(".lake-copy-elsewhere-" + NO_PROCESS + "-1234");
        Lake.openOrCreate(elsewhere);
        try (LakeCopy living = LakeCopy.of(lake)) {
            assertThat(LakeCopy.abandoned(lake.root())).containsExactly(dead);
            Leftovers.clear(lake);
            assertThat(living.lake().root()).isDirectory();
        }
        assertThat(dead).doesNotExist();
        assertThat(noLake).exists();
        assertThat(elsewhere).exists();
    }

    @Test
    void aReleaseThatNobodyWasShownIsRemovedAndTheLedgerStays() throws IOException {
        List<String> before = everything();
        ledger(SECOND, 4).announce(lake);
        release(SECOND);
        Leftovers.clear(lake);
        assertThat(everything()).isEqualTo(before);
        assertThat(Ledger.read(lake)).isEqualTo(ledger(FIRST, 3));
    }

    @Test
    void aReleaseThatReadersSeeIsRememberedByTheLedger() throws IOException {
        ledger(SECOND, 4).announce(lake);
        release(SECOND);
        new Releases(lake).pointTo(SECOND);
        Leftovers.clear(lake);
        assertThat(Ledger.read(lake)).isEqualTo(ledger(SECOND, 4));
        assertThat(new Releases(lake).folder(SECOND)).isPresent();
        assertThat(lake.nextLedger()).doesNotExist();
    }

    @Test
    void aLedgerThatRecordsNoVersionsIsReadAndALostOneKnowsNone() throws IOException {
        Files.writeString(lake.ledger(), "{\"files\": [], \"definitions\": \"d\"}");
        assertThat(Ledger.read(lake)).isEqualTo(new Ledger(List.of(), "d", null, null));
        Files.delete(lake.ledger());
        assertThat(Ledger.read(lake).versions()).isNull();
        assertThat(Ledger.read(Lake.openOrCreate(folder.resolve("new"))).versions())
                .isEmpty();
    }

    @Test
    void aLakeThatWasBeingMadeIsOne() throws IOException {
        Path begun = Files.createDirectories(folder.resolve("begun"));
        Files.writeString(begun.resolve(".millwright-lake.tmp"), "This");
        Leftovers.clear(Lake.openOrCreate(begun));
        assertThat(begun.toFile().list()).containsExactly("millwright-lake");
    }

    @Test
    void theRunOfADeadHolderGetsARecordUnlessItHasOne() throws IOException {
        killed(SECOND);
        LakeLock.take(lake, "20240301T000000000Z").close();
        Path record = lake.runs().resolve(SECOND + ".json");
        assertThat(RunRecord.read(record).get("outcome").asText()).isEqualTo("killed");
        assertThat(RunRecord.read(record).get("started_at").asText()).isEqualTo("2024-02-01T00:00:00Z");
        assertThat(RunRecord.read(record).at("/problems/0").asText()).contains("Run again");
        assertThat(lake.lastRun()).doesNotExist();
        killed(FIRST);
        LakeLock.take(lake, "20240301T000000001Z").close();
        assertThat(RunRecord.read(lake.runs().resolve(FIRST + ".json"))
                        .at("/problems/0")
                        .asText())
                .contains("Its release had been published");
        Files.writeString(record, "its own");
        killed(SECOND);
        LakeLock.take(lake, "20240302T000000000Z").close();
        assertThat(record).hasContent("its own");
    }

    /** The lock of a process that is not there. */
    private void killed(String run) throws IOException {
        LakeLock.Holder dead = new LakeLock.Holder(
                InetAddress.getLocalHost().getHostName(), NO_PROCESS, "2024-02-01T00:00:00Z", "token", run);
        Files.writeString(lake.lock(), Json.text(dead));
    }
}
