package org.millwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.query.ReleaseSql.Answer;

/** Answers as people and programs read them. */
class AnswerPrinterTest {
    private static String print(AnswerPrinter printer, Answer answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        printer.print(answer, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Answer one(String column, Object value) {
        return new Answer(List.of(column), List.of(Collections.singletonList(value)));
    }

    @Test
    void tableIsAlignedThoughChineseTakesTwoColumns() {
        Answer answer = new Answer(
                List.of("label", "行业", "score"),
                List.of(
                        List.of("Steel", "钢铁", 12.5),
                        List.of("Revenue", "收入（总产出）", 7),
                        Arrays.asList("None", null, null)));
        // Seven wide characters, the brackets among them, take fourteen columns.
        assertThat(print(AnswerPrinter.TABLE, answer).lines())
                .containsExactly(
                        "label    行业            score",
                        "Steel    钢铁            12.5000",
                        "Revenue  收入（总产出）        7",
                        "None");
    }

    @Test
    void tableShowsFiguresAsAReaderCanTakeThemIn() {
        List<Double> figures = List.of(0.0, 0.8191, -1234.5, 1234567890.12, 1.5e-7, 2e16);
        Answer answer =
                new Answer(List.of("v"), figures.stream().map(List::<Object>of).toList());
        assertThat(print(AnswerPrinter.TABLE, answer).lines().map(String::strip))
                .containsExactly("v", "0.0000", "0.8191", "-1234.5000", "1234567890", "1.50000e-07", "2.00000e+16");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\u001b[2Jb", "a\rb", "a\tb", "a\u0000b", "a\u009bb"})
    void tableSendsATerminalNoCommands(String label) {
        String printed = print(AnswerPrinter.TABLE, one("x", label));
        assertThat(printed.lines()).hasSize(2);
        assertThat(printed.replace(System.lineSeparator(), "").chars()).noneMatch(Character::isISOControl);
    }

    /** RFC 4180, sections 2.1, 2.6 and 2.7. */
    @Test
    void csvEndsLinesWithCrLfAndQuotesWhatItMust() {
        Answer answer = new Answer(
                List.of("a,b", "c"),
                List.of(List.of("x\"y", "line\nbreak"), Arrays.asList("plain", null), List.of(" blank ", 0.1)));
        assertThat(print(AnswerPrinter.CSV, answer))
                .isEqualTo("\"a,b\",c\r\n\"x\"\"y\",\"line\nbreak\"\r\nplain,\r\n blank ,0.1\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=cmd|' /C calc'!A0", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠x"})
    void csvHoldsNoFormulaNeitherInACellNorInAHeader(String text) {
        assertThat(print(AnswerPrinter.CSV, one("c", text)).substring(3).replace("\"", ""))
                .startsWith("'" + text);
        assertThat(print(AnswerPrinter.CSV, one(text, 1)).replace("\"", "")).startsWith("'" + text);
    }

    @Test
    void csvKeepsNegativeNumbersNumbersWithAllTheirDigits() {
        assertThat(print(AnswerPrinter.CSV, one("v", -0.1 - 0.2))).isEqualTo("v\r\n-0.30000000000000004\r\n");
    }

    @Test
    void jsonIsAnArrayOfObjectsWhoseNumbersAreNumbers() throws IOException {
        Answer answer = new Answer(
                List.of("label", "n", "flag", "day", "none"),
                List.of(Arrays.asList("钢\"铁\n", 0.1, true, Date.valueOf("2024-01-10"), null)));
        JsonNode json = new ObjectMapper().readTree(print(AnswerPrinter.JSON, answer));
        assertThat(json).hasSize(1);
        assertThat(json.get(0).get("label").textValue()).isEqualTo("钢\"铁\n");
        assertThat(json.get(0).get("n").doubleValue()).isEqualTo(0.1);
        assertThat(json.get(0).get("flag").booleanValue()).isTrue();
        assertThat(json.get(0).get("day").textValue()).isEqualTo("2024-01-10");
        assertThat(json.get(0).get("none").isNull()).isTrue();
    }

    @Test
    void answerWithoutRowsHasItsHeader() {
        Answer none = new Answer(List.of("a", "b"), List.of());
        assertThat(print(AnswerPrinter.TABLE, none).strip()).isEqualTo("a  b");
        assertThat(print(AnswerPrinter.CSV, none)).isEqualTo("a,b\r\n");
        assertThat(print(AnswerPrinter.JSON, none).strip()).isEqualTo("[ ]");
    }
}
