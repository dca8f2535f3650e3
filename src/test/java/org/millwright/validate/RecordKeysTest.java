package org.millwright.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.contract.OwnDefinitions;

/** Areas, activities, periods and vintages of a record: canonical, or rejected with what stood there. */
class RecordKeysTest {
    @TempDir
    private Path folder;

    private static Map<String, String> record(String area, String code, String year) {
        return new HashMap<>(Map.of("area", area, "code", code, "year", year, "va", "1"));
    }

    private List<String> periods(String frequency, String period) {
        String contract = OwnDefinitions.CONTRACT.replace("annual", frequency);
        return Judgement.by(folder, contract).cells(record("CN", "31", period)).stream()
                .map(cell -> cell.isNullAt(Cells.RULE)
                        ? cell.getString(Cells.PERIOD)
                        : cell.get(Cells.RULE) + " " + cell.get(Cells.FIELD) + " " + cell.get(Cells.OBSERVED))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "annual, 2015, 2015",
        "quarterly, 2015-Q3, 2015-Q3",
        "quarterly, 2015Q3, 2015-Q3",
        "monthly, 2015-07, 2015-07",
        "monthly, 2015-7, 2015-07",
        "monthly, 2015M07, 2015-07",
        "monthly, 2015-M07, 2015-07",
        "year-to-date, 2015-12, 2015-12"
    })
    void possiblePeriodGetsItsCanonicalText(String frequency, String text, String period) {
        assertThat(periods(frequency, text)).containsExactly(period);
    }

    @ParameterizedTest
    @CsvSource({
        "annual, 20x1",
        "annual, 0000",
        "annual, 1899",
        "annual, 2101",
        "annual, 15",
        "annual, 20150",
        "annual, 2015-Q1",
        "annual, ２０１５",
        "annual, ''",
        "quarterly, 2015-Q5",
        "quarterly, 2015-Q0",
        "quarterly, 2015",
        "monthly, 2015-13",
        "monthly, 2015-00",
        "monthly, 2015",
        "year-to-date, 2015-13"
    })
    void impossiblePeriodIsRejected(String frequency, String text) {
        assertThat(periods(frequency, text)).containsExactly("period-possible year " + text);
    }

    @Test
    void everythingWrongWithARecordIsSaidAtOnce() {
        Map<String, String> record = record("Atlantis", "99", "2015-13");
        record.put("va", "many");
        record.put("emp", "-");
        assertThat(Judgement.of(folder).of(record))
                .containsExactly(
                        "area-known area Atlantis",
                        "activity-known code 99",
                        "period-possible year 2015-13",
                        "number va many",
                        "number emp -");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; DROP TABLE observations; --",
                "../../etc/passwd",
                "=cmd|' /C calc'!A0",
                "$(reboot)",
                "31\n32",
                ""
            })
    void codeThatLooksLikeCodeIsOnlyAnUnknownCode(String code) {
        assertThat(Judgement.of(folder).of(record("CN", code, "2015"))).containsExactly("activity-known code " + code);
    }

    @Test
    void codeListTranslatesAndKnowsNoOthers() {
        String listed = OwnDefinitions.CONTRACT.replace("{column: area}", "{column: area, codes: {China: CN}}");
        Judgement judgement = Judgement.by(folder, listed);
        assertThat(judgement.cells(record("China", "31", "2015")).get(0).getString(Cells.AREA))
                .isEqualTo("CN");
        assertThat(judgement.of(record("CN", "31", "2015"))).containsExactly("area-known area CN");
    }

    @Test
    void patternCutsTheCodeOutOfTheWholeText() {
        String cut = OwnDefinitions.CONTRACT.replace("{column: code,", "{column: code, pattern: 'C(\\d\\d).*',");
        Judgement judgement = Judgement.by(folder, cut);
        assertThat(judgement.cells(record("CN", "C31 Steel", "2015")).get(0).getString(Cells.ACTIVITY))
                .isEqualTo("31");
        assertThat(judgement.of(record("CN", "x C31", "2015"))).containsExactly("activity-known code x C31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-13-01", "2024-02-30", "20240110", "yesterday", ""})
    void vintageOfARecordIsADate(String vintage) {
        String dated = OwnDefinitions.CONTRACT.replace("{date: 2022-03-01}", "{column: released}");
        Map<String, String> record = record("CN", "31", "2015");
        record.put("released", "2024-01-10");
        assertThat(Judgement.by(folder, dated).cells(record).get(0).getString(Cells.VINTAGE))
                .isEqualTo("2024-01-10");
        record.put("released", vintage);
        assertThat(Judgement.by(folder, dated).of(record)).containsExactly("vintage-is-date released " + vintage);
    }

    @Test
    void whatTheReaderCouldNotReadIsKeptWithItsReason() {
        assertThat(Judgement.of(folder).ofProblem("the workbook is damaged"))
                .containsExactly("[file-readable, the workbook is damaged]");
    }
}
