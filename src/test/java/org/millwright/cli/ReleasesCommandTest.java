package org.millwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.lake.Lake;
import org.millwright.lake.LakeLock;
import org.millwright.lake.ReleaseInfo;
import org.millwright.lake.Releases;
import org.millwright.model.Window;

/** What was published can be listed, looked into, and taken back without losing anything. */
class ReleasesCommandTest {
    private static final String FIRST = "20240101T000000000Z";
    private static final String SECOND = "20240201T000000000Z";

    @TempDir
    private Path folder;

    private Lake lake;

    @BeforeEach
    void publishTwo() {
        lake = Lake.openOrCreate(folder.resolve("lake"));
        publish(FIRST, 5);
        publish(SECOND, 7);
        new Releases(lake).pointTo(SECOND);
    }

    private void publish(String id, long rows) {
        ReleaseInfo info = new ReleaseInfo(
                id,
                "2024-01-01T00:00:00Z",
                id,
                "",
                "",
                List.of(),
                List.of("harmonise/sum-of-parts/1"),
                List.of(new ReleaseInfo.Input("tiny", "tiny.csv", "abc", "2024-01-01")),
                List.of(new ReleaseInfo.Table("areas", 0, "1.0.0", rows, List.of())),
                Window.ALL);
        Lake.writeAtomically(lake.releases().resolve(id).resolve("release.json"), info.json());
    }

    private Typed releases(String... more) {
        String[] line = new String[more.length + 3];
        line[0] = "releases";
        System.arraycopy(more, 0, line, 1, more.length);
        line[more.length + 1] = "--lake";
        line[more.length + 2] = lake.root().toString();
        return Typed.line(line);
    }

    @Test
    void listsTheReleasesAndTheCurrentOne() {
        assertThat(releases("--format", "csv").out().lines())
                .containsExactly(
                        "release,published_at,inputs,tables,rows,state",
                        FIRST + ",2024-01-01T00:00:00Z,1,1,5,",
                        SECOND + ",2024-01-01T00:00:00Z,1,1,7,current");
    }

    @Test
    void showsWhatTheCurrentReleaseWasMadeFrom() {
        Typed shown = releases("show", "--format", "csv");
        assertThat(shown.err()).contains(SECOND);
        assertThat(shown.out().lines())
                .contains("input,tiny tiny.csv,2024-01-01", "method,harmonise/sum-of-parts/1,", "table,areas,7 rows");
    }

    @Test
    void rollbackMovesThePointerAndIsRemembered() {
        assertThat(releases("rollback", FIRST).exitCode()).isZero();
        assertThat(new Releases(lake).current()).contains(FIRST);
        assertThat(new Releases(lake).all()).hasSize(2);
        assertThat(Typed.line("status", "--lake", lake.root().toString()).out()).contains("rolled-back");
    }

    @Test
    void rollbackToNothingOrToTheCurrentOneIsRefused() {
        assertThat(releases("rollback", "20230101T000000000Z").err()).contains("there is no release");
        assertThat(releases("rollback", SECOND).exitCode()).isEqualTo(64);
        assertThat(new Releases(lake).current()).contains(SECOND);
    }

    @Test
    void rollbackWaitsForNoRun() {
        try (LakeLock lock = LakeLock.take(lake, "20240101T000000000Z")) {
            assertThat(releases("rollback", FIRST).exitCode()).isEqualTo(75);
        }
        assertThat(new Releases(lake).current()).contains(SECOND);
    }
}
