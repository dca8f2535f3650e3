package org.millwright.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Industrial finance as delimited text with byte order mark and CRLF, cumulated from January: the nation month by month,
 * the regions at the end of the year. The last year comes twice, as a first estimate and six months later as settled. Growth
 * of revenue on the comparable panel stands beside the sums, from the second year on.
 */
final class FinanceFiles {
    private static final String TITLE =
            "Synthetic data. Synthetica does not exist. Industrial finance from January, 10,000 yuan";
    private static final String WITHHELD = "x";
    private static final int SPLIT_YEAR = 2019;
    /** One row wrong in each way that the contract's rules know, and one row twice. */
    private static final List<String> BAD_ROWS = List.of(
            "XM-99;13;2024-12;1;1;2;1;0.5;",
            "XM-01;99;2024-12;1;1;2;1;0.5;",
            "XM-01;13;2024-13;1;1;2;1;0.5;",
            "XM-01;13;2024-12;1;1;2;1;0.5;Z");

    private final Country country;
    private final Panel panel;

    FinanceFiles(Country country) {
        this.country = country;
        panel = new Panel(country.noise());
    }

    void write(Path folder) throws IOException {
        int last = Extent.LAST_YEAR;
        if (country.extent().firstYear() < SPLIT_YEAR) {
            settled(
                    folder.resolve("finance-ytd-2019-09-30.csv"),
                    country.extent().firstYear(),
                    SPLIT_YEAR - 1);
        }
        int first = Math.max(SPLIT_YEAR, country.extent().firstYear());
        settled(folder.resolve("finance-ytd-2024-09-30.csv"), first, last - 1);
        firstEstimate(folder.resolve("finance-ytd-2025-03-31.csv"), last);
        settled(folder.resolve("finance-ytd-2025-09-30.csv"), last, last);
    }

    private void settled(Path file, int first, int last) throws IOException {
        try (BufferedWriter out = open(file)) {
            for (int year = first; year <= last; year++) {
                rows(out, year, false);
            }
        }
    }

    private void firstEstimate(Path file, int year) throws IOException {
        try (BufferedWriter out = open(file)) {
            rows(out, year, true);
            for (String row : BAD_ROWS) {
                out.write(row + "\r\n");
            }
            out.write(row(Extent.NATION, country.divisions().get(0), year, YearToDate.LAST_MONTH, true));
        }
    }

    private static BufferedWriter open(Path file) throws IOException {
        BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        out.write('\uFEFF' + TITLE + "\r\n");
        out.write("area;division;month;value_added;value_added_2015_prices;revenue;profit;"
                + "revenue_growth_comparable;status\r\n");
        return out;
    }

    private void rows(BufferedWriter out, int year, boolean estimated) throws IOException {
        for (int area : country.extent().areas().toArray()) {
            for (Division division : country.divisions()) {
                for (int month : YearToDate.months(area).toArray()) {
                    out.write(row(area, division, year, month, estimated));
                }
            }
        }
    }

    private String row(int area, Division division, int year, int month, boolean estimated) {
        StringBuilder row =
                new StringBuilder(String.format("%s;%s;%d-%02d", Country.code(area), division.code(), year, month));
        Figures figures = estimated ? country.preliminary(area, division, year) : country.figures(area, division, year);
        YearToDate path = new YearToDate(country.noise(), division, year);
        boolean withheld = country.isWithheld(area, division);
        for (Measure measure : Country.FINANCE) {
            row.append(';').append(withheld ? WITHHELD : path.figure(figures, measure, month));
        }
        row.append(';');
        if (year > country.extent().firstYear()) {
            long revenue = path.figure(figures, Measure.REVENUE, month);
            long yearBefore = revenue(area, division, year - 1, month);
            row.append(withheld ? WITHHELD : panel.growth(division, year, revenue, yearBefore));
        }
        return row.append(';').append(estimated ? "P" : "").append("\r\n").toString();
    }

    private long revenue(int area, Division division, int year, int month) {
        YearToDate path = new YearToDate(country.noise(), division, year);
        return path.figure(country.figures(area, division, year), Measure.REVENUE, month);
    }
}
