package org.millwright.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The statistical yearbook as a workbook: one sheet a measure, titles above the header, a spacer column, years across. */
final class YearbookFile {
    static final Map<Measure, String> SHEETS = new TreeMap<>(Map.of(
            Measure.EMPLOYMENT, "Employment",
            Measure.INVENTION_PATENTS, "Patents",
            Measure.ROBOT_STOCK, "Robots"));
    private static final List<String> TITLES = List.of(
            "Synthetic data: Synthetica does not exist", "Statistical Yearbook 2025, year-end figures by division");
    private static final String WITHHELD = "…";
    private static final int HEADER = 3;
    private static final int FIRST_YEAR_COLUMN = 4;

    private final Country country;

    YearbookFile(Country country) {
        this.country = country;
    }

    void write(Path folder) throws IOException {
        Path draft = folder.resolve("draft.xlsx");
        try (Workbook workbook = new Workbook(Files.newOutputStream(draft), "Millwright", "1.0")) {
            for (Map.Entry<Measure, String> sheet : SHEETS.entrySet()) {
                fill(workbook.newWorksheet(sheet.getValue()), sheet.getKey());
            }
        }
        try (OutputStream file = Files.newOutputStream(folder.resolve("yearbook-2025-03-31.xlsx"))) {
            TimelessWorkbook.copy(draft, file);
        }
        Files.delete(draft);
    }

    private void fill(Worksheet sheet, Measure measure) {
        for (int line = 0; line < TITLES.size(); line++) {
            sheet.value(line, 0, TITLES.get(line));
        }
        header(sheet);
        int line = HEADER + 1;
        for (int area : country.extent().areas().toArray()) {
            for (Division division : country.divisions()) {
                row(sheet, line, area, division, measure);
                line++;
            }
        }
        badRow(sheet, line);
        sheet.value(line + 1, 0, "Note: … withheld to protect enterprises.");
    }

    private void header(Worksheet sheet) {
        sheet.value(HEADER, 0, "Area");
        sheet.value(HEADER, 1, "Code");
        sheet.value(HEADER, 2, "Division");
        country.extent().years().forEach(year -> sheet.value(HEADER, column(year), String.valueOf(year)));
    }

    private void row(Worksheet sheet, int line, int area, Division division, Measure measure) {
        keys(sheet, line, area, division.code(), division.labelZh());
        country.extent().years().forEach(year -> {
            if (country.isWithheld(area, division)) {
                sheet.value(line, column(year), WITHHELD);
            } else {
                sheet.value(
                        line,
                        column(year),
                        country.figures(area, division, year).of(measure));
            }
        });
    }

    /** A group of a division with one cell that is no number. */
    private void badRow(Worksheet sheet, int line) {
        keys(sheet, line, 1, "131", "谷物磨制");
        sheet.value(line, column(Extent.LAST_YEAR), "n.a.");
    }

    private static void keys(Worksheet sheet, int line, int area, String code, String label) {
        String name = area == Extent.NATION ? "Synthetica" : "Region";
        sheet.value(line, 0, Country.code(area) + " " + name);
        sheet.value(line, 1, code);
        sheet.value(line, 2, label);
    }

    private int column(int year) {
        return FIRST_YEAR_COLUMN + year - country.extent().firstYear();
    }
}
