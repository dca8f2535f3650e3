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

/** From the text of a cell to a figure and its status. */
class FigureTest {
    private static final String MARKERS = "markers: {D: Q, S: Q, '.': M, '-': '0', '…': L}";

    @TempDir
    private Path folder;

    private static Map<String, String> record(String valueAdded) {
        Map<String, String> record = new HashMap<>(Map.of("area", "CN", "code", "31", "year", "2015"));
        record.put("va", valueAdded);
        return record;
    }

    private static Map<String, String> with(Map<String, String> record, String field, String text) {
        Map<String, String> more = new HashMap<>(record);
        more.put(field, text);
        return more;
    }

    private List<String> valueAdded(String text, String... more) {
        return Judgement.of(folder, more).of(record(text));
    }

    @ParameterizedTest
    @CsvSource({"1,1000.0", "-2.5,-2500.0", "1e3,1000000.0", "+.5,500.0", "007,7000.0", "-0,0.0"})
    void numberIsMultipliedByTheFactor(String text, String value) {
        assertThat(valueAdded(text)).containsExactly("value_added " + value + " A F");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "1,000",
                "1 000",
                "1.2.3",
                "12a",
                "0x1F",
                "NaN",
                "Infinity",
                "1e999",
                "--1",
                "１",
                "=1+1",
                "'; DROP TABLE x"
            })
    void textThatIsNoNumberIsRejectedWithWhatStoodThere(String text) {
        assertThat(valueAdded(text)).containsExactly("number va " + text);
    }

    @Test
    void figureTooLargeForAnExactSumIsRejectedAfterItsFactor() {
        // The contract's factor is 1,000.
        assertThat(valueAdded("9e23")).containsExactly("value_added 9.0E26 A F");
        assertThat(valueAdded("1e24")).containsExactly("number value_added 1.0E27");
    }

    @ParameterizedTest
    @CsvSource({"D,Q C", "S,Q C", ".,M F", "…,L F"})
    void markerIsAStatusAndNeverAZero(String marker, String status) {
        assertThat(valueAdded(marker, MARKERS)).containsExactly("value_added null " + status);
    }

    @Test
    void markerThatStandsForANumberIsOne() {
        assertThat(valueAdded("-", MARKERS)).containsExactly("value_added 0.0 A F");
    }

    @Test
    void blankIsNoFigureUnlessTheContractSaysWhatItMeans() {
        assertThat(valueAdded("")).isEmpty();
        assertThat(valueAdded(null)).isEmpty();
        assertThat(valueAdded("", "markers: {'': M}")).containsExactly("value_added null M F", "employment null M F");
    }

    @Test
    void negativeFigureIsRejectedOnlyWhereItsMeasureHasNone() {
        assertThat(Judgement.of(folder).of(with(record("-1"), "emp", "-1")))
                .containsExactly("value_added -1000.0 A F", "non-negative employment -1.0");
    }

    @Test
    void publishedGrowthMayBeNegativeWhereTheMeasureMayNot() {
        String growth = OwnDefinitions.CONTRACT.replace("unit: persons", "unit: '%', price-basis: comparable");
        assertThat(Judgement.by(folder, growth).of(with(record("1"), "emp", "-1.5")))
                .containsExactly("value_added 1000.0 A F", "employment -1.5 A F");
    }

    @Test
    void decimalCommaIsOneAndAPointThenIsNone() {
        String german = OwnDefinitions.CONTRACT.replace("{type: csv}", "{type: csv, decimal: ','}");
        assertThat(Judgement.by(folder, german).of(record("1,5"))).containsExactly("value_added 1500.0 A F");
        // One and a half, or fifteen hundred with a point for thousands: nobody can say.
        assertThat(Judgement.by(folder, german).of(record("1.500"))).containsExactly("number va 1.500");
        assertThat(Judgement.by(folder, german).of(record("1.500,5"))).containsExactly("number va 1.500,5");
    }

    @Test
    void statedStatusWithoutAValueBeatsANumberAndABlank() {
        Judgement judgement = Judgement.of(folder, "status: {column: status}");
        Map<String, String> record = record("5");
        assertThat(judgement.of(with(record, "status", "Q")))
                .containsExactly("value_added null Q C", "employment null Q C");
        assertThat(judgement.of(with(record, "status", "P"))).containsExactly("value_added 5000.0 P F");
        assertThat(judgement.of(with(record, "status", ""))).containsExactly("value_added 5000.0 A F");
        assertThat(judgement.of(with(record, "status", "Z"))).containsExactly("status-known status Z");
        assertThat(judgement.of(with(record(""), "status", "Q")))
                .containsExactly("value_added null Q C", "employment null Q C");
        assertThat(judgement.of(with(record(""), "status", "A"))).isEmpty();
    }

    @Test
    void markerInTheCellBeatsAStatedStatusThatHasAValue() {
        Judgement judgement = Judgement.of(folder, "status: {column: status}", "conf-status: {column: conf}", MARKERS);
        assertThat(judgement.of(with(record("D"), "status", "A"))).containsExactly("value_added null Q C");
        assertThat(judgement.of(with(with(record("D"), "status", "P"), "conf", "N")))
                .containsExactly("value_added null Q N");
    }

    @Test
    void expressionIsReckonedAndItsMarkersAreKeptTheWithheldOneFirst() {
        String expression = OwnDefinitions.CONTRACT.replace("column: va,", "expression: a - b - c,") + MARKERS + "\n";
        Judgement judgement = Judgement.by(folder, expression);
        Map<String, String> record = with(with(with(record(null), "a", "10"), "b", "2.5"), "c", "1");
        assertThat(judgement.of(record)).containsExactly("value_added 6500.0 A F");
        assertThat(judgement.of(with(record, "c", "x"))).containsExactly("number c x");
        for (String[] marked : new String[][] {{"D", ".", "1"}, {".", "D", "1"}, {".", "1", "D"}, {"1", ".", "D"}}) {
            Map<String, String> withheld = with(with(with(record, "a", marked[0]), "b", marked[1]), "c", marked[2]);
            assertThat(judgement.of(withheld)).as(String.join(" ", marked)).containsExactly("value_added null Q C");
        }
    }

    @Test
    void blankPartOfAnExpressionIsNoZero() {
        String expression = OwnDefinitions.CONTRACT.replace("column: va,", "expression: a - b,");
        Map<String, String> record = with(record(null), "a", "10");
        assertThat(Judgement.by(folder, expression).of(record)).containsExactly("number b ");
    }
}
