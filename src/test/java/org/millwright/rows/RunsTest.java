package org.millwright.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class RunsTest {
    private static final StructType SCHEMA = StructType.fromDDL("unit STRING, value INT, area STRING");

    /** Rows such as {@code CN x 1}: area, unit, value; a unit {@code -} is null. */
    private static Iterator<Row> rows(String... lines) {
        return Stream.of(lines)
                .map(line -> line.split(" "))
                .map(cell -> new Object[] {cell[1].equals("-") ? null : cell[1], Integer.valueOf(cell[2]), cell[0]})
                .<Row>map(cells -> new GenericRowWithSchema(cells, SCHEMA))
                .iterator();
    }

    @Test
    void rowsOfAKeyComeTogetherInTheirOrder() {
        Iterator<Row> rows = rows("CN x 1", "CN x 2", "CN y 3", "DE y 4", "DE - 5", "DE - 6", "CN x 7");
        assertThat(Runs.of(rows, Runs.by("area", "unit"))
                        .map(run -> run.stream().map(row -> row.getInt(1)).toList()))
                .containsExactly(List.of(1, 2), List.of(3), List.of(4), List.of(5, 6), List.of(7));
    }

    @Test
    void noRowsAreNoRun() {
        Runs<Integer> none = new Runs<>(rows(), Runs.by("area"), first -> 0, (sum, row) -> {});
        assertThat(none.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(none::next);
    }

    /** What is not asked for yet is not read, so that one thing is in memory at a time. */
    @Test
    void noMoreIsReadThanTheFirstRowOfTheNextKey() {
        Iterator<Row> rows = rows("CN x 1", "CN x 2", "CN y 3", "CN z 4");
        Runs<StringBuilder> runs = new Runs<>(
                rows, Runs.by("unit"), first -> new StringBuilder(), (text, row) -> text.append(row.getInt(1)));
        assertThat(runs.next()).hasToString("12");
        assertThat(rows.next().getInt(1)).isEqualTo(4);
    }
}
