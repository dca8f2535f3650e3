package org.millwright.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.contract.Format;
import org.millwright.contract.Unpivot;
import org.millwright.ingest.Workbooks.Table;

/** Workbooks that cannot be read say why, and take neither the memory nor another file of the machine. */
class XlsxDamageTest {
    private static final Format FIRST_SHEET = new Format.Xlsx(1, 1, 0, "");
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void sound() {
        file = Workbooks.write(
                folder.resolve("book.xlsx"),
                new Table("Data", new Object[] {"area", "va"}, new Object[] {"US", 1}, new Object[] {"CN", 2}));
    }

    private List<String> read() {
        return Reading.read(file, FIRST_SHEET, "area", "va");
    }

    @Test
    void truncatedWorkbookIsNamedSo() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThat(read())
                .singleElement()
                .asString()
                .startsWith("0! this is not an .xlsx workbook, or it is truncated (");
    }

    @Test
    void emptyFileAndTextAreNoWorkbooks() throws IOException {
        for (String text : List.of("", "area,va\nUS,1\n")) {
            Files.writeString(file, text);
            assertThat(read()).singleElement().asString().startsWith("0! this is not an .xlsx workbook");
        }
    }

    @Test
    void passwordProtectedWorkbookIsNamedSo() throws IOException {
        // An encrypted workbook is an OLE 2 container (MS-OFFCRYPTO 2.3), whose signature stands in MS-CFB 2.2.
        Files.write(file, HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(504)));
        assertThat(read())
                .containsExactly("0! this is a password-protected workbook or the old .xls format;"
                        + " save it as .xlsx without a password");
    }

    @Test
    void zipBombIsNotUnpacked() throws IOException {
        Workbooks.bomb(file, 200);
        assertThat(Files.size(file)).isLessThan(1 << 20);
        assertThat(read()).containsExactly("0! the workbook would unpack to over 200 MiB; it looks like a zip bomb");
    }

    @Test
    void zipBombThatLiesAboutItsSizeIsNotUnpacked() throws IOException {
        Workbooks.bomb(file, 200);
        byte[] bytes = Files.readAllBytes(file);
        // The central directory begins with its signature; 24 bytes on stands the size after unpacking.
        int directory = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PK\1\2");
        Arrays.fill(bytes, directory + 24, directory + 28, (byte) 1);
        Files.write(file, bytes);
        assertThat(read()).singleElement().asString().contains("it looks like a zip bomb");
    }

    @Test
    void zipWithoutAWorkbookIsDamage() {
        Workbooks.bomb(file, 1);
        assertThat(read()).singleElement().asString().startsWith("0! the ");
    }

    @Test
    void sheetThatBreaksOffIsAProblemAfterItsRows() {
        String sheet = Workbooks.part(file, SHEET);
        Workbooks.replace(file, SHEET, sheet.substring(0, sheet.indexOf("<row r=\"3\"") + 12));
        assertThat(read()).contains("Data 2: US|1").last().asString().startsWith("Data 0! the workbook is damaged: ");
    }

    @Test
    void sheetNeverReadsAnotherFileOfTheMachine() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "confidential");
        String sheet = Workbooks.part(file, SHEET);
        String entity = "<!DOCTYPE worksheet [<!ENTITY secret SYSTEM \"" + secret.toUri() + "\">]><worksheet";
        String inline = "<c r=\"A3\" t=\"inlineStr\"><is><t>&secret;</t></is></c>";
        Workbooks.replace(
                file, SHEET, sheet.replaceFirst("<worksheet", entity).replaceFirst("<c r=\"A3\".*?</c>", inline));
        assertThat(Workbooks.part(file, SHEET)).contains("&secret;");
        assertThat(read()).noneMatch(record -> record.contains("confidential"));
    }

    @Test
    void missingSheetNamesThoseThatAreThere() {
        assertThat(Reading.read(file, new Format.Xlsx(1, 1, 0, "Value added"), "area"))
                .containsExactly("0! no sheet is named like Value added; there are Data");
    }

    @Test
    void missingColumnsAndYearsAreNamedTogether() {
        Unpivot years = new Unpivot(Map.of(), Pattern.compile("\\d{4}"), List.of("year"));
        TableShape shape = new TableShape(FIRST_SHEET, years, List.of("industry", "year", "value"));
        assertThat(Reading.read(file, shape))
                .containsExactly("Data 1! the header lacks 'industry', any column like \\d{4}; it holds area, va");
    }

    @Test
    void sheetWithAHeaderAloneIsAProblem() {
        Workbooks.write(file, new Table("Data", new Object[][] {{"area", "va"}}));
        assertThat(read()).containsExactly("Data 0! there is no record below the header");
    }
}
