package org.millwright.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.contract.Format;
import org.millwright.contract.Unpivot;
import org.millwright.ingest.Workbooks.Table;

/** Workbooks as statistical offices lay them out. */
class XlsxReadingTest {
    private static final Object[] BLANK = {};

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("book.xlsx");
    }

    private static Object[] row(Object... cells) {
        return cells;
    }

    @Test
    void theFirstSheetIsReadAndNumbersKeepTheirDigits() {
        Workbooks.write(
                file,
                new Table("Data", row("area", "va"), row("US", 0.1), row("CN", 1234567890123L)),
                new Table("Notes", row("x")));
        assertThat(Reading.read(file, new Format.Xlsx(1, 1, 0, ""), "area", "va"))
                .containsExactly("Data 2: US|0.1", "Data 3: CN|1234567890123");
    }

    @Test
    void absentRowsAndSpacerColumnsKeepTheSpreadsheetsNumbers() {
        Workbooks.write(
                file,
                new Table(
                        "Data",
                        row("A title"),
                        BLANK,
                        row("area", null, "va"),
                        BLANK,
                        row("US", null, 1),
                        BLANK,
                        row("CN", "x", 2)));
        assertThat(Reading.read(file, new Format.Xlsx(3, 1, 0, ""), "va", "area"))
                .containsExactly("Data 5: 1|US", "Data 7: 2|CN");
    }

    @Test
    void sheetsAreChosenByTheirNamesAndNamedInEveryRecord() {
        Workbooks.write(
                file,
                new Table("2014", row("area", "va"), row("US", 1)),
                new Table("Notes", row("none"), row("of this")),
                new Table("2015", row("va", "area"), row(2, "US")));
        assertThat(Reading.read(file, new Format.Xlsx(1, 1, 0, "\\d{4}"), "area", "va"))
                .containsExactly("2014 2: US|1", "2015 2: US|2");
    }

    @Test
    void aWideTableGivesOneRecordForEachCellOfAMatchingColumn() {
        Workbooks.write(
                file,
                new Table("VA", row("Industry", "Note", 2014, 2015), row("Steel", "n", 1, 2), row("Paper", "n", 3)));
        TableShape shape = new TableShape(
                new Format.Xlsx(1, 1, 0, ""),
                new Unpivot(Map.of(), Pattern.compile("\\d{4}"), List.of("year")),
                List.of("Industry", "year", "value"));
        assertThat(Reading.read(file, shape))
                .containsExactly(
                        "VA 2: Steel|2014|1", "VA 2: Steel|2015|2", "VA 3: Paper|2014|3", "VA 3: Paper|2015|null");
    }

    @Test
    void aTransposedTableTakesOneFieldFromEachHeaderRowAndItsKeysFromLetters() {
        Workbooks.write(
                file,
                new Table(
                        "Costs",
                        row(null, null, "CHN", "USA"),
                        row(null, null, "Steel", "Paper"),
                        row("Wages", "million", 1, 2),
                        row("Taxes", "million", 3, 4)));
        TableShape shape = new TableShape(
                new Format.Xlsx(1, 2, 0, ""),
                new Unpivot(Map.of("A", "item"), Pattern.compile("Steel|Paper"), List.of("country", "industry")),
                List.of("item", "country", "industry", "value"));
        assertThat(Reading.read(file, shape))
                .containsExactly(
                        "Costs 3: Wages|CHN|Steel|1",
                        "Costs 3: Wages|USA|Paper|2",
                        "Costs 4: Taxes|CHN|Steel|3",
                        "Costs 4: Taxes|USA|Paper|4");
    }

    @Test
    void lettersOfSpreadsheetsAreColumns() {
        assertThat(List.of("A", "Z", "AA", "XFD"))
                .extracting(TableLayout::columnOf)
                .containsExactly(0, 25, 26, 16_383);
    }
}
