package org.millwright.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.model.InputFile;

/** The folder of a lake: which one becomes one, and what stands in it. */
class LakeTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder;

    private static MillwrightException refused(Path place) {
        return catchThrowableOfType(MillwrightException.class, () -> Lake.openOrCreate(place));
    }

    @Test
    void absentAndEmptyFoldersBecomeLakesAndStayThem() throws IOException {
        Path absent = folder.resolve("a/b");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        for (Path place : List.of(absent, empty)) {
            assertThat(Lake.existing(place)).isEmpty();
            Lake.openOrCreate(place);
            assertThat(Lake.existing(place)).isPresent();
            Files.writeString(place.resolve("more"), "x");
            assertThat(Lake.openOrCreate(place).root()).isEqualTo(place);
        }
    }

    @Test
    void foldersAndFilesOfOthersAreRefusedAndNotTouched() throws IOException {
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        Files.writeString(theirs.resolve("thesis.txt"), "years of work");
        Path file = Files.writeString(folder.resolve("file"), "x");
        for (Path place : List.of(theirs, file)) {
            assertThat(refused(place)).satisfies(refused -> {
                assertThat(refused.exitCode()).isEqualTo(78);
                assertThat(refused)
                        .hasMessage(place + ": this is not an empty folder, and not a lake either."
                                + " Name an empty folder with --lake; nothing here was touched");
            });
        }
        assertThat(theirs).isDirectoryContaining("glob:**thesis.txt");
        assertThat(theirs.toFile().list()).hasSize(1);
    }

    @Test
    void placeWhereNoFolderCanBeIsTheStorages() throws IOException {
        Path below = Files.writeString(folder.resolve("file"), "x").resolve("lake");
        assertThat(refused(below)).satisfies(refused -> {
            assertThat(refused.exitCode()).isEqualTo(75);
            assertThat(refused).hasMessageContaining(below + ": the storage failed");
        });
    }

    /** Writing to {@code /dev/full} fails as writing to a full disk does. */
    @Test
    void fullDiskLeavesTheOldTextAndSaysWhatToDo() throws IOException {
        assumeTrue(Files.exists(FULL), "skipped: there is no /dev/full here");
        Path file = folder.resolve("run.json");
        Lake.writeAtomically(file, "old");
        Files.createSymbolicLink(folder.resolve(".run.json.tmp"), FULL);
        MillwrightException full =
                catchThrowableOfType(MillwrightException.class, () -> Lake.writeAtomically(file, "new"));
        assertThat(full.exitCode()).isEqualTo(75);
        assertThat(full.problems())
                .extracting(Problem::text)
                .containsExactly(file + ": the storage failed: No space left on device."
                        + " Check free space and permissions, then run again; earlier releases are untouched");
        assertThat(file).hasContent("old");
        Files.delete(folder.resolve(".run.json.tmp"));
    }

    @Test
    void ledgerKnowsContentBySourceAndContractWhateverTheFileIsCalled() {
        Lake lake = Lake.openOrCreate(folder.resolve("lake"));
        assertThat(Ledger.read(lake)).isEqualTo(new Ledger(List.of(), "", "", Map.of()));
        InputFile read = new InputFile("asm", "/in/a.csv", "a.csv", 3, "abc", "2024-01-10");
        new Ledger(List.of(new Ledger.Entry(read, "contract-1", "run-1")), "definitions", "run-1", Map.of())
                .write(lake);
        Ledger ledger = Ledger.read(lake);
        assertThat(ledger.definitions()).isEqualTo("definitions");
        InputFile renamed = new InputFile("asm", "/in/b.csv", "b.csv", 3, "abc", "2024-01-11");
        assertThat(ledger.knows(renamed, "contract-1")).isTrue();
        assertThat(ledger.knows(read, "contract-2")).isFalse();
        assertThat(ledger.knows(new InputFile("asm", "/in/a.csv", "a.csv", 3, "abd", ""), "contract-1"))
                .isFalse();
        assertThat(ledger.knows(new InputFile("bea", "/in/a.csv", "a.csv", 3, "abc", ""), "contract-1"))
                .isFalse();
    }

    @Test
    void damagedLedgerIsNamedAndNotTakenForAnEmptyOne() throws IOException {
        Lake lake = Lake.openOrCreate(folder.resolve("lake"));
        Files.writeString(lake.ledger(), "{\"files\": [");
        MillwrightException damaged = catchThrowableOfType(MillwrightException.class, () -> Ledger.read(lake));
        assertThat(damaged.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.NOT_A_LAKE);
            assertThat(problem.text())
                    .isEqualTo(lake.ledger() + ": the file is damaged: line 1. Restore it from a copy of the lake");
        });
    }
}
