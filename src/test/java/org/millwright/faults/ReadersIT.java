package org.millwright.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.contract.DefinitionFiles;
import org.millwright.contract.Definitions;
import org.millwright.error.Problems;
import org.millwright.lake.DeltaTables;
import org.millwright.lake.Lake;
import org.millwright.lake.Leftovers;
import org.millwright.lake.ReleaseInfo;
import org.millwright.lake.Releases;
import org.millwright.model.Window;
import org.millwright.publish.Publisher;
import org.millwright.query.ReleaseSql;
import org.millwright.testing.LocalSession;

/** Who reads while releases are published one after the other sees one release at a time, and never fails. */
class ReadersIT {
    private static final int RELEASES = 100;
    private static final List<String> TABLES = List.of("areas", "measures");
    /** The label that both tables carry says which release they belong to. */
    private static final String LABELS = "SELECT (SELECT any_value(label_en) FROM areas) AS area,"
            + " (SELECT any_value(label_en) FROM measures) AS measure";

    private final Definitions definitions =
            Definitions.read(DefinitionFiles.bundled(), "china-traditional-8", new Problems());

    private final AtomicInteger reads = new AtomicInteger();

    @TempDir
    private Path folder;

    private Lake lake;

    @Test
    void aReaderNeverSeesAMixAndNeverFails() throws Exception {
        lake = Lake.openOrCreate(folder.resolve("lake"));
        publish(0);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        Future<List<List<Object>>> reading = reader.submit(until(over));
        for (int release = 1; release < RELEASES; release++) {
            publish(release);
            // Else all would be published before the reader has looked twice.
            while (reads.get() < release && !reading.isDone()) {
                Thread.onSpinWait();
            }
        }
        over.set(true);
        reader.shutdown();
        List<List<Object>> read = reading.get();
        assertThat(read).allSatisfy(labels -> assertThat(labels.get(0)).isEqualTo(labels.get(1)));
        assertThat(read.stream().distinct().count())
                .as("releases that were seen")
                .isGreaterThan(RELEASES / 2);
        assertThat(read).isSortedAccordingTo((one, other) -> label(one).compareTo(label(other)));
    }

    private static String label(List<Object> labels) {
        return labels.get(0).toString();
    }

    private Callable<List<List<Object>>> until(AtomicBoolean over) {
        Releases releases = new Releases(lake);
        return () -> {
            List<List<Object>> read = new ArrayList<>();
            while (!over.get()) {
                Path release = releases.current().flatMap(releases::folder).orElseThrow();
                try (ReleaseSql sql = new ReleaseSql(release)) {
                    read.add(sql.ask(LABELS).rows().get(0));
                    reads.incrementAndGet();
                }
            }
            return read;
        };
    }

    /** Makes the release as a run does from its tables, and publishes it. */
    private void publish(int number) throws IOException, SQLException {
        String id = "20240101T%09dZ".formatted(number);
        Path staging = Files.createDirectories(lake.releases().resolve(Leftovers.STAGING + id));
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            for (String table : TABLES) {
                statement.execute("COPY (SELECT '" + id + "' AS label_en) TO '" + staging.resolve(table + ".parquet")
                        + "' (FORMAT parquet)");
            }
        }
        ReleaseInfo release =
                new ReleaseInfo(id, "", id, "", "", List.of(), List.of(), List.of(), List.of(), Window.ALL);
        Lake.writeAtomically(staging.resolve("release.json"), release.json());
        DeltaTables tables = new DeltaTables(LocalSession.shared(), lake, id);
        new Publisher(lake, tables, definitions).publish(release);
    }
}
