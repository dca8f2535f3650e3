package org.millwright.seasonal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.millwright.model.Periods;

/** The official monthly series, read from the agencies' files by a short way of their own. */
final class MonthlyFiles {
    private static final int MONTHS = 12;

    private MonthlyFiles() {}

    /** The 210 indices of production of INSEE, January 1990 to September 2019. */
    static Map<String, Series> insee() {
        List<String[]> rows = rows("fr_insee_IPI_nace4.csv", ';');
        String[] header = rows.get(0);
        Map<String, Series> series = new LinkedHashMap<>();
        for (int column = 1; column < header.length; column++) {
            int cell = column;
            double[] values = rows.stream()
                    .skip(1)
                    .mapToDouble(row -> Double.parseDouble(row[cell]))
                    .toArray();
            series.put(header[column], new Series(MONTHS, Periods.position("1990-01"), values));
        }
        return series;
    }

    /** The 28 series of manufacturing employment of the BLS, without the empty cells before their first figure. */
    static Map<String, Series> bls() {
        Map<String, List<String[]>> cells = new LinkedHashMap<>();
        rows("derived/us_bls_ces_us_employment.csv", ',').stream()
                .filter(row -> row[1].startsWith("CEU3") && row[3] != null)
                .forEach(row ->
                        cells.computeIfAbsent(row[1], id -> new ArrayList<>()).add(row));
        Map<String, Series> series = new LinkedHashMap<>();
        cells.forEach((id, rows) -> series.put(
                id,
                new Series(
                        MONTHS,
                        Periods.position(rows.get(0)[0]),
                        rows.stream()
                                .mapToDouble(row -> 1000 * Double.parseDouble(row[3]))
                                .toArray())));
        return series;
    }

    /** The last periods of a series. */
    static Series last(Series series, int periods) {
        int from = Math.max(0, series.values().length - periods);
        return part(series, from, series.values().length);
    }

    static Series part(Series series, int from, int to) {
        return new Series(
                series.perYear(),
                series.start() + from,
                IntStream.range(from, to).mapToDouble(i -> series.values()[i]).toArray());
    }

    private static List<String[]> rows(String file, char delimiter) {
        Path path = Path.of(Optional.ofNullable(System.getenv("MILLWRIGHT_SHARED_DATA"))
                        .orElse("../shared/data"))
                .resolve("monthly_series")
                .resolve(file);
        assumeTrue(Files.exists(path), () -> "skipped: no file " + path);
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(delimiter);
        settings.setMaxColumns(1_000);
        settings.setMaxCharsPerColumn(10_000);
        return new CsvParser(settings).parseAll(path.toFile());
    }
}
