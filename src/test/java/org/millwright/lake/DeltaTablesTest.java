package org.millwright.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.contract.DefinitionFiles;
import org.millwright.contract.Definitions;
import org.millwright.contract.TableContract;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problems;
import org.millwright.testing.LocalSession;

/** Growing tables hold what runs that ended wrote, once. */
class DeltaTablesTest {
    private static final String FIRST = "20240101T000000000Z";
    private static final String SECOND = "20240102T000000000Z";
    private static final String THIRD = "20240103T000000000Z";

    private static final TableContract RESULTS = Definitions.read(
                    DefinitionFiles.bundled(), "china-traditional-8", new Problems())
            .table("rule_results");

    @TempDir
    private Path folder;

    private Lake lake;

    @BeforeEach
    void makeLake() {
        lake = Lake.openOrCreate(folder.resolve("lake"));
    }

    private DeltaTables tables(String run) {
        return new DeltaTables(LocalSession.shared(), lake, run);
    }

    private static Dataset<Row> rows(String run) {
        return LocalSession.shared()
                .sql("SELECT '" + run
                        + "' AS run, 's' AS source, 'r' AS rule, 'error' AS severity, 1 AS checked, 0 AS failed,"
                        + " 0 AS allowed, 0 AS measured, '' AS worst_case, true AS passed");
    }

    private void append(String run) {
        tables(run).append(RESULTS, rows(run));
    }

    /** What Delta's own reader sees in a version. */
    private List<String> runsOfVersion(long version) {
        return LocalSession.shared()
                .read()
                .format("delta")
                .option("versionAsOf", version)
                .load(table())
                .select("run")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    private String table() {
        return lake.table("rule_results").toString();
    }

    private List<String> runs() {
        return tables(THIRD).read(RESULTS).select("run").collectAsList().stream()
                .map(row -> row.getString(0))
                .sorted()
                .toList();
    }

    private List<String> takeBack(Map<String, Long> versions) {
        return tables(THIRD).takeBack(new Ledger(List.of(), "", FIRST, versions), List.of(RESULTS));
    }

    @Test
    void whatTheLedgerDoesNotKnowIsTakenBackOnce() {
        append(FIRST);
        append(SECOND);
        assertThat(takeBack(Map.of("rule_results", 1L))).isEmpty();
        assertThat(takeBack(Map.of("rule_results", 0L))).containsExactly("rule_results");
        assertThat(runs()).containsExactly(FIRST);
        // Killed before its own ledger, the run that took it back is followed by one that does it again.
        assertThat(takeBack(Map.of("rule_results", 0L))).containsExactly("rule_results");
        append(THIRD);
        assertThat(runs()).containsExactly(FIRST, THIRD);
        assertThat(takeBack(null)).isEmpty();
        assertThat(takeBack(Map.of())).containsExactly("rule_results");
        assertThat(runs()).isEmpty();
        assertThat(takeBack(Map.of())).isEmpty();
    }

    @Test
    void aTableThatIsOlderThanTheLedgerIsRefused() {
        append(FIRST);
        assertThatThrownBy(() -> takeBack(Map.of("rule_results", 4L)))
                .isInstanceOfSatisfying(
                        MillwrightException.class,
                        older -> assertThat(older.exitCode()).isEqualTo(78))
                .hasMessageContaining("rule_results: the table is older than ledger.json");
    }

    @Test
    void aRunWritesOnceAndAWriteThatDeltaLeavesOutIsADefect() {
        append(SECOND);
        for (String again : List.of(SECOND, FIRST)) {
            assertThatThrownBy(() -> append(again))
                    .hasMessageContaining("rule_results has been written by the run " + again);
        }
        assertThat(runs()).containsExactly(SECOND);
    }

    @Test
    void aTableIsReplacedAsAWholeAndDeltaStillReadsEveryVersion() throws IOException {
        append(FIRST);
        append(SECOND);
        tables(THIRD).replace(RESULTS, rows(THIRD));
        tables(THIRD).replace(RESULTS, rows(FIRST).union(rows(THIRD)));
        assertThat(runs()).containsExactly(FIRST, THIRD);
        assertThat(runsOfVersion(1)).containsExactly(FIRST, SECOND);
        assertThat(runsOfVersion(2)).containsExactly(THIRD);
        assertThat(runsOfVersion(3)).containsExactly(FIRST, THIRD);
        // What Delta reckons of the table after each version agrees with its files.
        long size = tables(THIRD).newest(RESULTS).orElseThrow().files().stream()
                .mapToLong(TableVersion.DataFile::size)
                .sum();
        assertThat(Files.readString(Path.of(table(), "_delta_log", "00000000000000000003.crc")))
                .contains("\"tableSizeBytes\":" + size + ",");
        assertThat(Files.readString(Path.of(table(), "_delta_log", "00000000000000000001.json")))
                .contains("\"txn\":{\"appId\":\"millwright\",\"version\":20240102000000000,");
    }

    @Test
    void theLogOfATableIsNotGoneThroughBySparkBeforeAWrite() {
        append(FIRST);
        assertThat(jobsOf(() -> append(SECOND))).isEqualTo(1);
        assertThat(jobsOf(() -> tables(THIRD).replace(RESULTS, rows(THIRD)))).isEqualTo(1);
    }

    private static int jobsOf(Runnable work) {
        SparkContext spark = LocalSession.shared().sparkContext();
        String group = UUID.randomUUID().toString();
        spark.setJobGroup(group, "", false);
        try {
            work.run();
        } finally {
            spark.clearJobGroup();
        }
        return spark.statusTracker().getJobIdsForGroup(group).length;
    }

    @Test
    void aVersionThatComesInBetweenIsADefect() {
        append(FIRST);
        TableVersion before = tables(SECOND).newest(RESULTS).orElseThrow();
        append(SECOND);
        assertThatThrownBy(() -> new TableTransaction(LocalSession.shared(), Path.of(table()), before))
                .hasMessageContaining("is at version 1, and not at 0");
    }
}
