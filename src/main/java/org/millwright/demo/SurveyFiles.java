package org.millwright.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The survey of digital practice in enterprises as SDMX-CSV 2.0: one row a figure; a withheld one is blank. */
final class SurveyFiles {
    static final Set<Measure> MEASURES = EnumSet.range(Measure.SURVEYED_ENTERPRISES, Measure.INTEGRATION_SCORE_SUM);
    private static final String HEADER = "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,ACTIVITY,INDICATOR,TIME_PERIOD,"
            + "OBS_VALUE,OBS_STATUS,CONF_STATUS\n";
    private static final String STRUCTURE = "dataflow,XM:SYNTHETIC_SURVEY(1.0),I,A,";
    private static final int SPLIT_YEAR = 2018;
    /** Text, a negative count, an unknown status, and two answers for one group of a division. */
    private static final List<String> BAD_ROWS = List.of(
            "XM-01,131,SURVEYED_ENTERPRISES,2024,about 40,A,F",
            "XM-01,132,SURVEYED_ENTERPRISES,2024,-7,A,F",
            "XM-01,133,SURVEYED_ENTERPRISES,2024,7,Z,F",
            "XM-01,134,SURVEYED_ENTERPRISES,2024,12,A,F",
            "XM-01,134,SURVEYED_ENTERPRISES,2024,21,A,F");

    private final Country country;

    SurveyFiles(Country country) {
        this.country = country;
    }

    void write(Path folder) throws IOException {
        int first = country.extent().firstYear();
        if (first <= SPLIT_YEAR) {
            write(folder, first, SPLIT_YEAR, List.of());
        }
        write(folder, Math.max(first, SPLIT_YEAR + 1), Extent.LAST_YEAR, BAD_ROWS);
    }

    private void write(Path folder, int first, int last, List<String> more) throws IOException {
        Path file = folder.resolve("survey-" + first + "-" + last + ".2025-03-31.sdmx.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(HEADER);
            for (int area : country.extent().areas().toArray()) {
                for (Division division : country.divisions()) {
                    for (int year = first; year <= last; year++) {
                        rows(out, area, division, year);
                    }
                }
            }
            for (String row : more) {
                out.write(STRUCTURE + row + "\n");
            }
        }
    }

    private void rows(BufferedWriter out, int area, Division division, int year) throws IOException {
        boolean withheld = country.isWithheld(area, division);
        Figures figures = country.figures(area, division, year);
        for (Measure measure : MEASURES) {
            String key = String.join(",", Country.code(area), division.code(), measure.name(), String.valueOf(year));
            out.write(STRUCTURE + key + (withheld ? ",,Q,C\n" : "," + figures.of(measure) + ",A,F\n"));
        }
    }
}
