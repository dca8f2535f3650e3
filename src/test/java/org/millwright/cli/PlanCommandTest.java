package org.millwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.lake.Lake;
import org.millwright.lake.LakeLock;

/** A plan ends with the exit code of the run, and leaves nothing behind, however it ends. */
class PlanCommandTest {
    @TempDir
    private Path folder;

    private Path lake;

    @BeforeEach
    void makeLanding() throws IOException {
        Files.createDirectory(folder.resolve("landing"));
        lake = folder.resolve("lake");
    }

    private Typed plan() {
        return Typed.line("plan", "--landing", folder.resolve("landing").toString(), "--lake", lake.toString());
    }

    @Test
    void whereTheRunWouldFailNoLakeAndNoCopyIsThere() {
        Typed missing = plan();
        assertThat(missing.exitCode()).isEqualTo(65);
        assertThat(missing.out())
                .contains("there is no file of the source demo-register", "A run would publish nothing");
        assertThat(folder.toFile().list()).containsExactly("landing");
    }

    @Test
    void aLakeStaysAsItIsAndTellsNobody() {
        Lake.openOrCreate(lake);
        assertThat(plan().exitCode()).isEqualTo(65);
        assertThat(lake.toFile().list()).containsExactly("millwright-lake");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("landing", "lake");
    }

    @Test
    void aLakeAtWorkIsNotCopied() {
        try (LakeLock held = LakeLock.take(Lake.openOrCreate(lake), "20240101T000000000Z")) {
            Typed locked = plan();
            assertThat(locked.exitCode()).isEqualTo(75);
            assertThat(locked.err()).contains("another run is on");
        }
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("landing", "lake");
    }

    @Test
    void aFolderOfSomebodyElseIsRefused() throws IOException {
        Files.writeString(Files.createDirectory(lake).resolve("thesis.txt"), "years of work");
        assertThat(plan().exitCode()).isEqualTo(78);
        assertThat(lake.toFile().list()).containsExactly("thesis.txt");
    }
}
