package org.millwright.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.error.MillwrightException;

class DemonstrationTest {
    @TempDir
    private Path folder;

    private Map<String, byte[]> write(String name, long seed) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (Path file : Demonstration.write(folder.resolve(name), seed, Extent.SMALL)) {
            files.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
        return files;
    }

    @Test
    void sameSeedMakesTheSameBytes() throws IOException {
        Map<String, byte[]> first = write("first", 7);
        Map<String, byte[]> second = write("second", 7);
        assertThat(second).hasSize(6).hasSameSizeAs(first);
        first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void anotherSeedMakesOtherFigures() throws IOException {
        Map<String, byte[]> first = write("first", 7);
        Map<String, byte[]> second = write("second", 8);
        first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isNotEqualTo(bytes));
    }

    @Test
    void everythingSaysThatItIsSynthetic() throws IOException {
        write("data", 1);
        assertThat(folder.resolve("data/SYNTHETIC.txt"))
                .content()
                .startsWith("Synthetic data. Synthetica (XM) does not exist");
        assertThat(folder.resolve("data/finance-ytd-2025-03-31.csv")).content().startsWith("\uFEFFSynthetic data.");
        assertThat(folder.resolve("data/survey-2022-2024.2025-03-31.sdmx.csv"))
                .content()
                .contains("SYNTHETIC_SURVEY");
    }

    @Test
    void earlierDemonstrationIsReplaced() throws IOException {
        write("data", 1);
        byte[] finance = Files.readAllBytes(folder.resolve("data/finance-ytd-2025-03-31.csv"));
        assertThat(write("data", 2).get("finance-ytd-2025-03-31.csv")).isNotEqualTo(finance);
        assertThat(folder.toFile().list()).containsExactly("data");
    }

    @Test
    void folderOfOthersIsRefusedAndUntouched() throws IOException {
        write("data", 1);
        Path note = Files.writeString(folder.resolve("data/note.txt"), "mine");
        assertThatThrownBy(() -> write("data", 2))
                .isInstanceOf(MillwrightException.class)
                .hasMessageContaining("did not write: note.txt")
                .satisfies(refused ->
                        assertThat(((MillwrightException) refused).exitCode()).isEqualTo(64));
        assertThat(note).hasContent("mine");
        assertThat(folder.toFile().list()).containsExactly("data");
    }

    @Test
    void bundledDemonstrationIsWrittenOnceAndMended() throws IOException {
        System.setProperty("millwright.demonstration", folder.resolve("bundled").toString());
        try {
            Path bundled = Demonstration.bundled(1);
            FileTime written = Files.getLastModifiedTime(bundled);
            Path survey = bundled.resolve("survey-2012-2018.2025-03-31.sdmx.csv");
            assertThat(Files.getLastModifiedTime(Demonstration.bundled(1))).isEqualTo(written);
            Files.delete(survey);
            assertThat(Demonstration.bundled(1).resolve(survey.getFileName())).exists();
            assertThat(size(bundled)).isLessThan(25_000_000);
        } finally {
            System.clearProperty("millwright.demonstration");
        }
    }

    private static long size(Path folder) throws IOException {
        long size = 0;
        for (String name : List.of(folder.toFile().list())) {
            size += Files.size(folder.resolve(name));
        }
        return size;
    }
}
