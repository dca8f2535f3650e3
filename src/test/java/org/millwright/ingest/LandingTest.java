package org.millwright.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.contract.OwnDefinitions;
import org.millwright.contract.SourceContract;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.error.Problems;
import org.millwright.model.InputFile;

/** Input files are found below the landing folder and nowhere else. */
class LandingTest {
    private static final String FROM_NAME = "vintage: {from: file-name, pattern: '(\\d{4}-\\d{2}-\\d{2}|\\d{8})'}";

    @TempDir
    private Path folder;

    private final Problems problems = new Problems();
    private Path landing;

    @BeforeEach
    void makeLanding() throws IOException {
        landing = Files.createDirectory(folder.resolve("landing"));
    }

    private SourceContract source(String vintage) {
        return new OwnDefinitions(folder.resolve("definitions"))
                .contract("vintage: {date: 2022-03-01}", vintage)
                .tiny();
    }

    private List<InputFile> files(String glob) {
        return new Landing(landing, problems).files(source("vintage: {date: 2022-03-01}"), glob);
    }

    private List<String> found() {
        return problems.all().stream().map(Problem::text).toList();
    }

    @Test
    void filesHaveTheirSizeChecksumAndVintage() throws IOException {
        Files.writeString(landing.resolve("b.csv"), "abc");
        Files.writeString(landing.resolve("a.csv"), "");
        assertThat(files("*.csv")).extracting(InputFile::name).containsExactly("a.csv", "b.csv");
        // FIPS 180-2, appendix B.1: the digest of "abc".
        assertThat(files("b.csv")).singleElement().satisfies(file -> {
            assertThat(file.size()).isEqualTo(3);
            assertThat(file.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
            assertThat(file.vintage()).isEqualTo("2022-03-01");
        });
    }

    @Test
    void fileWithoutItsEndMarkerIsLeftAndTheMarkerIsNoFileOfTheSource() throws IOException {
        String key = "complete-when: {file: '{name}.done'}";
        SourceContract source = source("vintage: {date: 2022-03-01}\n" + key);
        for (String name : List.of("a.csv", "a.csv.done", "b.csv")) {
            Files.writeString(landing.resolve(name), "abc");
        }
        Landing both = new Landing(landing, problems);
        assertThat(both.files(source, "*")).extracting(InputFile::name).containsExactly("a.csv");
        assertThat(both.incomplete()).extracting(InputFile::name).containsExactly("b.csv");
        assertThat(problems.all()).isEmpty();

        Files.delete(landing.resolve("a.csv.done"));
        assertThat(new Landing(landing, problems).files(source, "*.csv")).isEmpty();
        assertThat(found())
                .containsExactly(landing + "/*.csv: no file of the source tiny is complete. Wait for the end marker "
                        + landing.resolve("a.csv.done"));
    }

    @Test
    void fileThatIsWrittenOrGoneAfterItWasFoundIsChanging() throws IOException {
        Path written = Files.writeString(landing.resolve("a.csv"), "abc");
        Path gone = Files.writeString(landing.resolve("b.csv"), "abc");
        Files.writeString(landing.resolve("c.csv"), "abc");
        Landing here = new Landing(landing, problems);
        List<InputFile> files = here.files(source("vintage: {date: 2022-03-01}"), "*.csv");
        assertThat(here.changed(files)).isEmpty();
        // Of the same size: the time of change alone tells.
        Files.writeString(written, "abd");
        Files.setLastModifiedTime(written, FileTime.from(Instant.now().plusSeconds(2)));
        Files.delete(gone);
        assertThat(here.changed(files)).extracting(Problem::where).containsExactly(written.toString(), gone.toString());
        assertThat(new MillwrightException(here.changed(files)).exitCode()).isEqualTo(75);
    }

    /** Somebody writes from before the checksum begins until after it has ended. */
    @Test
    void fileThatGrowsWhileItsChecksumIsMadeIsChangingAndNotMissing() throws Exception {
        Path growing = Files.write(landing.resolve("a.csv"), new byte[30_000_000]);
        AtomicBoolean read = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        Thread writer = new Thread(() -> {
            while (!read.get()) {
                append(growing);
                begun.countDown();
            }
        });
        writer.start();
        begun.await();
        try {
            assertThat(files("*.csv")).isEmpty();
        } finally {
            read.set(true);
            writer.join();
        }
        assertThat(problems.all()).extracting(Problem::code).containsExactly(ErrorCode.FILE_CHANGING);
    }

    private static void append(Path file) {
        try {
            Files.write(file, new byte[] {'x'}, StandardOpenOption.APPEND);
            Thread.sleep(1);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void missingFileIsNamedWithItsFolderAndWhatToDo() {
        assertThat(files("asm/*.csv")).isEmpty();
        assertThat(found())
                .containsExactly(landing + "/asm/*.csv: there is no file of the source tiny."
                        + " Put the agency's file there (), or name another folder with --landing");
        assertThat(new MillwrightException(problems.all()).exitCode()).isEqualTo(65);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../*.csv", "a/../../*.csv", "/etc/*.conf"})
    void pathNeverLeadsOutOfTheFolder(String glob) throws IOException {
        Files.writeString(folder.resolve("secret.csv"), "x");
        assertThat(files(glob)).isEmpty();
        assertThat(found()).contains(glob + ": the path leads out of the landing folder. Write a path below it");
        assertThat(new MillwrightException(problems.all()).exitCode()).isEqualTo(78);
    }

    @Test
    void linkNeverLeadsOutOfTheFolder() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.csv"), "x");
        Files.createSymbolicLink(landing.resolve("link.csv"), secret);
        Files.writeString(landing.resolve("own.csv"), "y");
        Files.createSymbolicLink(landing.resolve("inside.csv"), landing.resolve("own.csv"));
        assertThat(files("*.csv")).extracting(InputFile::name).containsExactly("inside.csv", "own.csv");
        assertThat(found())
                .containsExactly(landing.resolve("link.csv")
                        + ": the link leads out of the landing folder. Put the file itself there");
    }

    @Test
    void linkedFolderOutsideIsNotEntered() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret.csv"), "x");
        Files.createSymbolicLink(landing.resolve("asm"), outside);
        assertThat(files("asm/*.csv")).isEmpty();
        assertThat(found()).singleElement().asString().contains("there is no file of the source tiny");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[abc.csv", "{a,b.csv", "a\0.csv"})
    void patternThatIsNoneIsASettingToCorrect(String glob) {
        assertThat(files(glob)).isEmpty();
        assertThat(found().get(0))
                .startsWith(glob + ": the path is not a pattern for files: ")
                .endsWith("Write for example asm/*.csv");
        assertThat(new MillwrightException(problems.all()).exitCode()).isEqualTo(78);
    }

    @Test
    void namesAndFoldersThatLookLikeCodeAreOnlyNames() throws IOException {
        landing = Files.createDirectory(folder.resolve("in [1] {x} * $(id)"));
        List<String> names = List.of("$(touch x).csv", "'; DROP TABLE runs; --.csv", "=cmd|' C'!A0.csv", "a b.csv");
        for (String name : names) {
            Files.writeString(landing.resolve(name), "x");
        }
        assertThat(files("*.csv")).extracting(InputFile::name).containsExactlyElementsOf(names);
        assertThat(problems.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny-2024-01-10.csv", "tiny-20240110.csv"})
    void vintageIsReadFromTheName(String name) throws IOException {
        Files.writeString(landing.resolve(name), "x");
        assertThat(new Landing(landing, problems).files(source(FROM_NAME), "*.csv"))
                .extracting(InputFile::vintage)
                .containsExactly("2024-01-10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny.csv", "tiny-2024-02-30.csv", "tiny-20241301.csv"})
    void nameWithoutAPossibleDateIsAProblem(String name) throws IOException {
        Files.writeString(landing.resolve(name), "x");
        new Landing(landing, problems).files(source(FROM_NAME), "*.csv");
        assertThat(found().get(0))
                .startsWith(landing.resolve(name) + ": the file's name holds no date of release like")
                .endsWith("Name it as the contract asks");
    }
}
