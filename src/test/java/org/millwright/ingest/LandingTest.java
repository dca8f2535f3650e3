package org.millwright.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.contract.OwnDefinitions;
import org.millwright.contract.SourceContract;
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
