package org.millwright.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/**
 * Constant prices of China against the growth accounts that CIP 4.0 publishes and the program does not read.
 *
 * <p>Both deflate gross output by the producer prices, and agree. Real value added of the accounts (sheet g(VA)) is another
 * notion: they deflate output and inputs each by its own prices, ours divides value added by the prices of output.
 */
class CipGrowthAccountsTest {
    private static final int FIRST_YEAR = 1988;
    private static final int LAST_YEAR = 2017;

    /** The industries of the scheme that are one industry of CIP. */
    private static final Map<String, String> INDUSTRIES =
            Map.of("13", "petrochemicals", "14", "chemicals", "16", "building_materials", "17", "metallurgy");

    @Test
    void growthOfRealOutputIsThePublishedOne() throws IOException {
        SourceRun run = SourceRun.of("cn-cip");
        Map<String, Map<Integer, Double>> published = publishedGrowth();
        INDUSTRIES.forEach((code, industry) -> {
            Map<Integer, Double> real = run.real(industry, "gross_output");
            assertThat(published.get(code)).hasSize(LAST_YEAR - FIRST_YEAR + 1);
            published
                    .get(code)
                    .forEach((year, growth) -> assertThat(Math.log(real.get(year) / real.get(year - 1)))
                            .isCloseTo(growth, within(1e-9)));
        });
    }

    /** Differences of logarithms by code and year: sheet g(GO), from row 5 on, codes in A, years 1988 to 2017 in D to AG. */
    private static Map<String, Map<Integer, Double>> publishedGrowth() throws IOException {
        Path file = SourceRun.shared().resolve("cn_cip40_1987_2017/CIP_4.0_(2023)_4.xlsx");
        Map<String, Map<Integer, Double>> growth = new HashMap<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<Row> rows = workbook.findSheet("g(GO)").orElseThrow().openStream()) {
            rows.filter(row -> row.getRowNum() > 4)
                    .filter(row -> INDUSTRIES.containsKey(row.getCellRawValue(0).orElse("")))
                    .forEach(row -> growth.put(row.getCellRawValue(0).orElseThrow(), years(row)));
        }
        return growth;
    }

    private static Map<Integer, Double> years(Row row) {
        Map<Integer, Double> years = new TreeMap<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            years.put(
                    year,
                    row.getCellAsNumber(year - FIRST_YEAR + 3).orElseThrow().doubleValue());
        }
        return years;
    }
}
