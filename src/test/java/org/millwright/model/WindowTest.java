package org.millwright.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A window holds the periods of which it holds every month. */
class WindowTest {
    private static final List<String> PERIODS = List.of(
            "2014", "2014-Q4", "2014-12", "2015", "2015-Q1", "2015-01", "2015-02", "2015-Q2", "2015-06", "2015-Q3",
            "2015-07", "2015-12", "2016");

    private static List<String> within(String from, String to) throws SQLException {
        String values = PERIODS.stream().map(period -> "('" + period + "')").collect(Collectors.joining(", "));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT string_agg(p, ' ') FROM (VALUES " + values
                        + ") t(p) WHERE " + new Window(from, to).condition("p"))) {
            rows.next();
            return Stream.ofNullable(rows.getString(1))
                    .flatMap(all -> Stream.of(all.split(" ")))
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2015, 2015, 2015 2015-Q1 2015-01 2015-02 2015-Q2 2015-06 2015-Q3 2015-07 2015-12",
        "2015-Q2, 2015-Q3, 2015-Q2 2015-06 2015-Q3 2015-07",
        "2015-02, 2015-06, 2015-02 2015-Q2 2015-06",
        "2015-07, '', 2015-Q3 2015-07 2015-12 2016",
        "'', 2014-Q4, 2014 2014-Q4 2014-12",
        "2015-01, 2016, 2015 2015-Q1 2015-01 2015-02 2015-Q2 2015-06 2015-Q3 2015-07 2015-12 2016"
    })
    void holdsPeriodsOfEveryFrequencyWithAllTheirMonths(String from, String to, String expected) throws SQLException {
        assertThat(within(from, to)).containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"2016, 2015", "2015-07, 2015-Q2", "2015-13, ''", "'', last year"})
    void boundsArePeriodsInTheirOrder(String from, String to) {
        assertThatThrownBy(() -> new Window(from, to)).isInstanceOf(IllegalArgumentException.class);
    }
}
