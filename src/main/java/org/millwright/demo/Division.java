package org.millwright.demo;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One division of manufacturing in GB/T 4754-2017, and what is typical of it; division 29 stands in its groups 291 rubber
 * and 292 plastics, because they belong to different industries.
 *
 * @param index its place among the divisions
 * @param profile column of {@code demo/divisions.csv} to figure
 */
record Division(int index, String code, String labelEn, String labelZh, Map<String, Double> profile) {
    private static final String TABLE = "/demo/divisions.csv";
    private static final int LABELS = 3;

    double of(String column) {
        return profile.get(column);
    }

    /** All divisions, in the order of their codes. */
    static List<Division> all() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.setLineSeparatorDetectionEnabled(true);
        InputStream table = Division.class.getResourceAsStream(TABLE);
        List<String[]> lines = new CsvParser(settings).parseAll(table, StandardCharsets.UTF_8);
        List<Division> divisions = new ArrayList<>();
        lines.subList(1, lines.size()).forEach(line -> divisions.add(read(divisions.size(), lines.get(0), line)));
        return List.copyOf(divisions);
    }

    private static Division read(int index, String[] header, String[] line) {
        Map<String, Double> profile = new TreeMap<>();
        for (int column = LABELS; column < header.length; column++) {
            profile.put(header[column], Double.valueOf(line[column]));
        }
        return new Division(index, line[0], line[1], line[2], profile);
    }
}
