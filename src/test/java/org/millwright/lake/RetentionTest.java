package org.millwright.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.config.Keep;
import org.millwright.model.InputFile;
import org.millwright.model.Window;
import org.millwright.testing.LocalSession;

/** What is old is removed by its name; the current release, the log of a table and whatever is not ours stay. */
class RetentionTest {
    private static final Instant NOW = Instant.parse("2024-03-01T00:00:00Z");
    private static final String TABLE = "numbers";

    @TempDir
    private Path folder;

    private Lake lake;

    @BeforeEach
    void makeLake() {
        lake = Lake.openOrCreate(folder.resolve("lake"));
    }

    private static String id(String day) {
        return day + "T000000000Z";
    }

    private List<String> apply(Keep keep) throws IOException {
        return new Retention(lake, keep, NOW).apply();
    }

    /** A release, and the record and findings of its run. */
    private Path publish(String day, long version, String... files) throws IOException {
        String id = id(day);
        List<ReleaseInfo.File> named =
                Stream.of(files).map(name -> new ReleaseInfo.File(name, 1, "")).toList();
        List<ReleaseInfo.Table> tables =
                files.length == 0 ? List.of() : List.of(new ReleaseInfo.Table(TABLE, version, "1", 1, named));
        ReleaseInfo info = new ReleaseInfo(id, "2024", id, "", "", List.of(), List.of(), List.of(), tables, Window.ALL);
        Path release = lake.releases().resolve(id);
        Lake.writeAtomically(release.resolve("release.json"), info.json());
        for (String name : files) {
            if (!name.contains("..")) {
                write(release.resolve(name));
            }
        }
        new RunInfo(id, "", "", "published", 0, id, List.of(), List.of(), List.of(), List.of(), List.of(), Window.ALL)
                .writeApart(lake);
        write(lake.findings(id).resolve("rule_results.parquet"));
        write(lake.findings(id).resolve("rejected_rows.parquet/part-00000.parquet"));
        new Releases(lake).pointTo(id);
        return release;
    }

    private static Path write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "x");
    }

    private List<String> releases() {
        return new Releases(lake).all().stream().map(ReleaseInfo::release).toList();
    }

    @Test
    void aReleaseIsKeptForItsPlaceOrItsAgeAndTheCurrentOneAlways() throws IOException {
        List<String> days = List.of("20240101", "20240115", "20240201", "20240220", "20240225");
        for (String day : days) {
            publish(day, 0);
        }
        new Releases(lake).pointTo(id("20240115"));
        assertThat(apply(new Keep(4, 1))).hasSize(2).first().asString().contains("removed 1 releases");
        assertThat(releases()).containsExactly(id("20240115"), id("20240201"), id("20240220"), id("20240225"));
        // From 20 February to 1 March there are 10 days; it began at that very hour.
        apply(new Keep(1, 10));
        assertThat(releases()).containsExactly(id("20240115"), id("20240220"), id("20240225"));
        assertThat(RunInfo.ids(lake)).containsExactly(id("20240115"), id("20240220"), id("20240225"));
        assertThat(lake.findings(id("20240201"))).doesNotExist();
        assertThat(lake.findings(id("20240220"))).exists();
        assertThat(apply(new Keep(1, 10))).isEmpty();
    }

    @Test
    void theRecordOfTheLastDeliveryOfASourceIsKept() throws IOException {
        publish("20240101", 0);
        publish("20240102", 0);
        publish("20240103", 0);
        InputFile file = new InputFile("tiny", "/a", "a", 1, "", "");
        new Ledger(List.of(new Ledger.Entry(file, "", id("20240101"))), "", "", Map.of()).write(lake);
        apply(new Keep(1, 0));
        assertThat(RunInfo.ids(lake)).containsExactly(id("20240101"), id("20240103"));
        assertThat(releases()).containsExactly(id("20240103"));
    }

    /** What looks like ours and is not: no manifest names it, or a link leads to it. */
    @Test
    void foreignFilesAndWhatLinksLeadToAreNotTouched() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Path behind = publish("20230101", 0, "numbers.parquet", "numbers.parquet.d/part-00000.parquet");
        Files.move(behind, outside.resolve("release"));
        Files.createSymbolicLink(behind, outside.resolve("release"));
        Path old = publish("20240101", 0, "numbers.parquet", "../../../outside/precious.txt");
        Path part = publish("20240102", 0, "linked/part-00000.parquet");
        Files.delete(part.resolve("linked/part-00000.parquet"));
        Files.delete(part.resolve("linked"));
        Files.createSymbolicLink(part.resolve("linked"), outside);
        publish("20240301", 0);
        List<Path> foreign = List.of(
                write(outside.resolve("precious.txt")),
                write(outside.resolve("part-00000.parquet")),
                outside.resolve("release/release.json"),
                outside.resolve("release/numbers.parquet"),
                write(old.resolve("notes.txt")),
                write(lake.releases().resolve("20220101T000000000Z/numbers.parquet")),
                write(lake.releases().resolve("20240101T000000000Z-copy/release.json")),
                write(lake.findings(id("20240101")).resolve("notes.txt")),
                write(lake.findings("20200101T000000000Z").resolve("rule_results.parquet")),
                write(lake.root().resolve("tables/numbers/part-00000-a.snappy.parquet")));
        apply(new Keep(1, 0));
        assertThat(foreign).allSatisfy(file -> assertThat(file).exists());
        assertThat(old.resolve("numbers.parquet")).doesNotExist();
        assertThat(old.resolve("release.json")).doesNotExist();
        assertThat(releases()).contains(id("20240301")).doesNotContain(id("20240101"), id("20240102"));
        assertThat(lake.findings(id("20240101")).resolve("rule_results.parquet"))
                .doesNotExist();
    }

    /** Four versions of a table with 1, 2, 3 and 4 rows: the first is of the current release, the last is the newest. */
    @Test
    void theLogStaysReadableAndKeptVersionsCanBeTravelledTo() throws IOException {
        SparkSession session = LocalSession.shared();
        String table = lake.root().resolve("tables").resolve(TABLE).toString();
        for (int version = 0; version < 4; version++) {
            session.range(version + 1)
                    .coalesce(1)
                    .write()
                    .format("delta")
                    .mode("overwrite")
                    .save(table);
            publish("2024010" + (version + 1), version, "numbers.parquet");
        }
        Path foreign = write(Path.of(table, "part-00000-00000000-0000-0000-0000-000000000000-c000.snappy.parquet"));
        new Releases(lake).pointTo(id("20240101"));
        assertThat(apply(new Keep(1, 0)).get(2)).contains("removed 2 data files");

        assertThat(rows(session, table, 0)).isEqualTo(1);
        assertThat(rows(session, table, 3)).isEqualTo(4);
        assertThatThrownBy(() -> rows(session, table, 1)).isInstanceOf(Exception.class);
        List<Row> history =
                session.sql("DESCRIBE HISTORY delta.`" + table + "`").collectAsList();
        assertThat(history).hasSize(4);
        assertThat(foreign).exists();
    }

    private static long rows(SparkSession session, String table, int version) {
        return session.read()
                .format("delta")
                .option("versionAsOf", version)
                .load(table)
                .collectAsList()
                .size();
    }

    @Test
    void aTableWhoseLogHasNoBeginningIsLeftAlone() throws IOException {
        publish("20240101", 7, "numbers.parquet");
        publish("20240102", 8, "numbers.parquet");
        Path log = write(lake.root().resolve("tables/numbers/_delta_log/00000000000000000008.json"));
        assertThat(apply(new Keep(1, 0))).last().asString().contains("no longer in the log", "numbers");
        assertThat(log).exists();
    }
}
