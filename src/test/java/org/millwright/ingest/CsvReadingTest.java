package org.millwright.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.contract.Format;

/** Whatever delimited text may look like, every record keeps the line that an editor shows. */
class CsvReadingTest {
    @TempDir
    private Path folder;

    private Reading reading;

    @BeforeEach
    void open() {
        reading = new Reading(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesAreCountedWhateverEndsThem(String end) {
        String text = String.join(end, "area,va", "US,1", "", "CN,2");
        assertThat(reading.csv(text, "area", "va")).containsExactly("2: US|1", "4: CN|2");
        assertThat(reading.csv(text + end, "area", "va")).containsExactly("2: US|1", "4: CN|2");
    }

    @Test
    void byteOrderMarkIsNoPartOfTheFirstHeader() {
        assertThat(reading.csv("\uFEFFarea,va\r\nUS,1\r\n", "area", "va")).containsExactly("2: US|1");
    }

    @Test
    void cellsWithLineBreaksMoveTheLinesBelowButNotTheRows() {
        String text = "\"area\nof the US\",va\n\"New\nYork\",1\nOhio,2\n";
        assertThat(reading.csv(text, "area\nof the US", "va")).containsExactly("3: New\nYork|1", "5: Ohio|2");
    }

    @Test
    void quotesHideDelimitersAndAreDoubledInside() {
        assertThat(reading.csv("area,va\n\"Trinidad, \"\"T\"\" and Tobago\",1\n", "area", "va"))
                .containsExactly("2: Trinidad, \"T\" and Tobago|1");
    }

    @Test
    void fieldsComeInTheOrderOfTheContractAndSpacerColumnsAreLeftOut() {
        String text = "va,,area,note\n1,,US,x\n";
        assertThat(reading.csv(text, "area", "va")).containsExactly("2: US|1");
    }

    @Test
    void absentCellsAtTheEndOfALineAreBlank() {
        assertThat(reading.csv("area,va,emp\nUS,1\n", "area", "va", "emp")).containsExactly("2: US|1|null");
    }

    @Test
    void titlesAboveTheHeaderAndRowsBelowItAreNoRecords() {
        Path file = reading.write("titled.csv", "Survey;2015\n\nGEO.id;VALADD\nGeographic id;Value added\nUS;1\n");
        Format format = new Format.Csv(3, 1, 1, ';', "UTF-8", '.');
        assertThat(Reading.read(file, format, "GEO.id", "VALADD")).containsExactly("5: US|1");
    }

    @Test
    void theLastOfSeveralHeaderRowsNamesTheFields() {
        Path file = reading.write("header.csv", "2015,2015\narea,va\nUS,1\n");
        Format format = new Format.Csv(1, 2, 0, ',', "UTF-8", '.');
        assertThat(Reading.read(file, format, "area", "va")).containsExactly("3: US|1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "UTF-16LE", "UTF-16"})
    void declaredEncodingIsRead(String encoding) {
        Path file = reading.write("chinese.csv", "\uFEFF地区,增加值\n北京,1\n", Charset.forName(encoding));
        Format format = new Format.Csv(1, 1, 0, ',', encoding, '.');
        assertThat(Reading.read(file, format, "地区", "增加值")).containsExactly("2: 北京|1");
    }

    @Test
    void latinOneIsRead() {
        Path file = reading.write("german.csv", "Land\tWert\nThüringen\t1,5\n", StandardCharsets.ISO_8859_1);
        Format format = new Format.Csv(1, 1, 0, '\t', "ISO-8859-1", ',');
        assertThat(Reading.read(file, format, "Land", "Wert")).containsExactly("2: Thüringen|1,5");
    }

    @Test
    void aLineThatStartsWithANumberSignIsNoComment() {
        assertThat(reading.csv("area,va\n#US,1\n", "area", "va")).containsExactly("2: #US|1");
    }
}
