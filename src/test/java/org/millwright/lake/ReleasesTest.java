package org.millwright.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.error.MillwrightException;
import org.millwright.model.Window;

/** The releases of a lake: complete ones only, by their ids and no other way. */
class ReleasesTest {
    private static final String FIRST = "20240101T000000000Z";
    private static final String SECOND = "20240201T000000000Z";

    @TempDir
    private Path folder;

    private Lake lake;
    private Releases releases;

    @BeforeEach
    void makeLake() {
        lake = Lake.openOrCreate(folder.resolve("lake"));
        releases = new Releases(lake);
    }

    private void publish(String id) {
        ReleaseInfo info =
                new ReleaseInfo(id, "2024", id, "", "", List.of(), List.of(), List.of(), List.of(), Window.ALL);
        Lake.writeAtomically(lake.releases().resolve(id).resolve("release.json"), info.json());
    }

    @Test
    void beforeTheFirstThereIsNone() {
        assertThat(releases.current()).isEmpty();
        assertThat(releases.all()).isEmpty();
    }

    @Test
    void completeReleasesAreListedFromTheOldestAndOneIsCurrent() throws IOException {
        publish(SECOND);
        publish(FIRST);
        Files.createDirectories(lake.releases().resolve("20240301T000000000Z"));
        releases.pointTo(FIRST);
        assertThat(releases.all()).extracting(ReleaseInfo::release).containsExactly(FIRST, SECOND);
        assertThat(releases.current()).contains(FIRST);
        assertThat(releases.folder(FIRST)).contains(lake.releases().resolve(FIRST));
    }

    @Test
    void pointerToNothingLeadsNowhere() {
        releases.pointTo(FIRST);
        assertThat(releases.current()).contains(FIRST);
        assertThat(releases.folder(FIRST)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc", "..", "", "/etc", "20240101T000000000Z/../x", "'; DROP TABLE runs; --"})
    void nameThatIsNoIdLeadsNowhere(String name) throws IOException {
        publish(FIRST);
        Files.createDirectories(folder.resolve("etc"));
        Files.writeString(folder.resolve("etc/release.json"), "{}");
        assertThat(releases.folder(name)).isEmpty();
    }

    @Test
    void damagedManifestIsNamed() throws IOException {
        publish(FIRST);
        Path manifest = lake.releases().resolve(FIRST).resolve("release.json");
        Files.writeString(manifest, "{\"release\":\n no");
        assertThatThrownBy(releases::all)
                .isInstanceOfSatisfying(
                        MillwrightException.class,
                        damaged -> assertThat(damaged.exitCode()).isEqualTo(78))
                .hasMessage(manifest + ": the file is damaged: line 2. Restore it from a copy of the lake");
    }
}
