package org.millwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Temporary files of processes that died here are removed, those of the living and of other hosts never. */
class WorkFolderTest {
    /** Linux gives no process a number above 2^22. */
    private static final long NO_PROCESS = 1L << 30;

    @TempDir
    private Path place;

    private void occupied(String folder) throws IOException {
        Files.createDirectories(place.resolve(folder).resolve("blockmgr-1"));
        Files.writeString(place.resolve(folder).resolve("blockmgr-1/shuffle"), "rows");
    }

    @Test
    void foldersOfTheDeadAreRemoved() throws IOException {
        String alive = "millwright-here-" + ProcessHandle.current().pid() + "-0a1b2c3d";
        String elsewhere = "millwright-there-" + NO_PROCESS + "-0a1b2c3d";
        occupied(alive);
        occupied(elsewhere);
        occupied("millwright-here-" + NO_PROCESS + "-0a1b2c3d");
        occupied("millwright-here");
        Path old = Files.writeString(place.resolve("libduckdb_java1.so"), "library");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(3600)));
        Files.writeString(place.resolve("libduckdb_java2.so"), "library");
        WorkFolder.removeThoseOfTheDead(place, "here");
        assertThat(place.toFile().list())
                .containsExactlyInAnyOrder(alive, elsewhere, "millwright-here", "libduckdb_java2.so");
    }
}
