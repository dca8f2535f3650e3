package org.millwright.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.contract.Format;

/** Text that is not what its contract says: the file ends there, with the line and the reason. */
class CsvDamageTest {
    @TempDir
    private Path folder;

    private Reading reading;

    @BeforeEach
    void open() {
        reading = new Reading(folder);
    }

    @Test
    void missingColumnsAreNamedAllAtOnceWithThoseThatAreThere() {
        assertThat(reading.csv("area,year,note\nUS,2015,x\n", "area", "year", "va", "emp"))
                .containsExactly("1! the header lacks 'va', 'emp'; it holds area, note, year");
    }

    @Test
    void wrongDelimiterIsSuspectedWhereTheHeaderIsOneCell() {
        assertThat(reading.csv("area;va\nUS;1\n", "area", "va"))
                .containsExactly("1! the header lacks 'area', 'va'; it holds area;va; is the delimiter really ','?");
        Path sdmx = reading.write("sdmx.csv", "DATAFLOW;OBS_VALUE\nX;1\n");
        assertThat(Reading.read(sdmx, new Format.SdmxCsv(), "OBS_VALUE"))
                .singleElement()
                .asString()
                .endsWith("is the delimiter really ','?");
    }

    @Test
    void emptyFileIsNotAnEmptyTable() {
        assertThat(reading.csv("", "area")).containsExactly("1! the table is empty; it lacks the header in row 1");
    }

    @Test
    void fileThatEndsAboveItsHeaderSaysSo() {
        Path file = reading.write("short.csv", "a title\nanother\n");
        assertThat(Reading.read(file, new Format.Csv(4, 1, 0, ',', "UTF-8", '.'), "area"))
                .containsExactly("4! the table ends in row 2; it lacks the header in row 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"area,va", "area,va\n", "area,va\n\n \n,\n"})
    void headerWithoutARecordIsAProblem(String text) {
        assertThat(reading.csv(text, "area", "va")).containsExactly("0! there is no record below the header");
    }

    @Test
    void bytesOfAnotherEncodingEndTheFileAtTheirLine() {
        Path file =
                reading.write("latin.csv", "area,va\nBayern,1\nThüringen,2\nHessen,3\n", StandardCharsets.ISO_8859_1);
        List<String> read = Reading.read(file, Reading.COMMAS, "area", "va");
        assertThat(read.get(0)).isEqualTo("2: Bayern|1");
        assertThat(read.get(read.size() - 1))
                .startsWith("3! there are bytes that are not UTF-8")
                .contains("wrong encoding", "damaged");
    }

    @Test
    void bytesOfAnotherEncodingAreFoundFarDownTheFile() {
        String good = "Hessen,1\n".repeat(200_000);
        Path file = reading.write("long.csv", "area,va\n" + good + "Thüringen,2\n", StandardCharsets.ISO_8859_1);
        List<String> read = Reading.read(file, Reading.COMMAS, "area", "va");
        assertThat(read.get(read.size() - 1)).startsWith("200002! there are bytes that are not UTF-8");
    }

    @Test
    void truncatedCharacterAtTheEndIsDamage() {
        byte[] whole = "area,va\n北京,1\n上".getBytes(StandardCharsets.UTF_8);
        Path file = reading.write("cut.csv", Arrays.copyOf(whole, whole.length - 1));
        List<String> read = Reading.read(file, Reading.COMMAS, "area", "va");
        assertThat(read.get(read.size() - 1)).startsWith("3! there are bytes that are not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0US,1", "US,1\0", "US\0A,1", "\0"})
    void nulIsDamageAndNeverACommentOrASpace(String line) {
        List<String> read = reading.csv("area,va\nCN,2\n" + line + "\nDE,3\n", "area", "va");
        assertThat(read.get(read.size() - 1))
                .startsWith("3! there is a NUL byte")
                .contains("UTF-16");
        assertThat(read).noneMatch(record -> record.contains("DE"));
    }

    @Test
    void utf16UnderAContractForUtf8IsRefusedAtItsFirstLine() {
        Path file = reading.write("excel.txt", "\uFEFFarea,va\nUS,1\n", StandardCharsets.UTF_16LE);
        assertThat(Reading.read(file, Reading.COMMAS, "area", "va"))
                .last()
                .asString()
                .startsWith("1! there are bytes that are not UTF-8");
    }

    @Test
    void quoteThatIsNeverClosedDoesNotSwallowTheRestOfTheFile() {
        assertThat(reading.csv("area,va\nUS,1\n\"CN,2\nDE,3\n", "area", "va"))
                .containsExactly("2: US|1", "3! a quote opens in this line and is never closed");
    }

    @Test
    void quoteThatClosesOnlyAtAnotherLinesQuoteIsFoundToo() {
        List<String> read = reading.csv("area,va\n\"US,1\n\"CN\",2\nDE,3\n", "area", "va");
        assertThat(read)
                .singleElement()
                .asString()
                .startsWith("2! this is not delimited text: Unescaped quote character '\"' inside quoted value")
                .endsWith("a quote may not be closed, or not be doubled");
    }

    @Test
    void hugeLineEndsTheFileAndNotTheMemory() {
        List<String> read = reading.csv("area,va\nUS,1\n" + "x".repeat(3 << 20) + ",1\nDE,3\n", "area", "va");
        assertThat(read.get(0)).isEqualTo("2: US|1");
        assertThat(read.get(1)).startsWith("3! this is not delimited text: ").contains("1048576");
    }

    @Test
    void tooManyColumnsEndTheFileWithTheirLine() {
        List<String> read = reading.csv("area,va\nUS" + ",1".repeat(20_000) + "\n", "area", "va");
        assertThat(read).singleElement().asString().startsWith("2! this is not delimited text: ");
    }

    @Test
    void fileThatDisappearedIsAProblemAndNoCrash() {
        assertThat(Reading.read(folder.resolve("gone.csv"), Reading.COMMAS, "area"))
                .containsExactly("0! the file disappeared while the run was on");
    }
}
