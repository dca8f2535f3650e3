package org.millwright.harmonise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.millwright.contract.MeasureCode;
import org.millwright.contract.MeasureCode.OverTime;
import org.millwright.contract.TableRule;
import org.millwright.testing.LocalSession;

/** What is told of the periods of one industry, that of code 31. */
class PeriodRulesTest {
    private static final List<MeasureCode> MEASURES = List.of(measure("revenue", true), measure("profit", false));

    private final List<Row> observations = new ArrayList<>();

    private static MeasureCode measure(String code, boolean nonNegative) {
        return new MeasureCode(code, code, code, "currency", true, OverTime.SUM, nonNegative, false);
    }

    /** Figures such as {@code 2015-02=30}. */
    private PeriodRulesTest with(String source, String frequency, String measure, String figures) {
        for (String figure : figures.split(" ")) {
            String[] parts = figure.split("=");
            observations.add(RowFactory.create(
                    "set",
                    source,
                    "CN",
                    "31",
                    measure,
                    "current",
                    parts[0],
                    frequency,
                    "_T",
                    "2016-01-01",
                    Double.valueOf(parts[1]),
                    "CNY",
                    "A",
                    "F"));
        }
        return this;
    }

    private Dataset<Row> harmonised() {
        List<Row> mapping = List.of(
                RowFactory.create("one", "31", "steel", 1.0, false, 1, false, 0),
                RowFactory.create("two", "31", "steel", 1.0, false, 1, false, 0));
        Map<String, String> classifications = Map.of("one", "codes", "two", "codes");
        return new IndustryMeasures(MEASURES, classifications, false)
                .of(
                        LocalSession.uncompiled().createDataFrame(observations, IndustryMeasuresTest.OBSERVATIONS),
                        LocalSession.uncompiled().createDataFrame(mapping, IndustryMapping.SCHEMA));
    }

    /** Rule to the places that break it. */
    private Map<String, List<String>> broken() {
        Dataset<Row> rows = harmonised().persist();
        Map<String, List<String>> broken = new TreeMap<>();
        for (TableRule rule : PeriodRules.all(MEASURES)) {
            List<String> places =
                    rows.filter(rule.checked().and(rule.failed())).select(rule.where()).collectAsList().stream()
                            .map(row -> row.getString(0))
                            .sorted()
                            .toList();
            if (!places.isEmpty()) {
                broken.put(rule.id(), places);
            }
        }
        rows.unpersist();
        return broken;
    }

    @Test
    void completeSeriesBreakNoRule() {
        with("one", "year-to-date", "revenue", "2015-02=30 2015-03=50 2015-04=65");
        assertThat(broken()).isEmpty();
    }

    /** Without May, neither May nor June can be told; the year is to come. */
    @Test
    void aMissingMonthIsTold() {
        with("one", "year-to-date", "revenue", "2015-02=30 2015-03=50 2015-04=65 2015-06=90");
        assertThat(broken())
                .containsOnly(
                        Map.entry(
                                "months-without-a-hole",
                                List.of("CN steel revenue 2015-05", "CN steel revenue 2015-06")),
                        Map.entry("year-to-date-complete", List.of("CN steel revenue 2015")));
    }

    @Test
    void aMissingQuarterIsTold() {
        with("one", "quarterly", "revenue", "2015-Q1=3 2015-Q3=4");
        assertThat(broken()).containsOnly(Map.entry("quarters-without-a-hole", List.of("CN steel revenue 2015-Q2")));
    }

    /** Revenue cannot be negative, so that it never falls when it is cumulated; profit may. */
    @Test
    void aFallOfWhatCannotBeNegativeIsTold() {
        with("one", "year-to-date", "revenue", "2015-01=30 2015-02=50 2015-03=45");
        with("one", "year-to-date", "profit", "2015-01=30 2015-02=50 2015-03=45");
        assertThat(broken())
                .containsOnly(Map.entry("year-to-date-never-falls", List.of("CN steel revenue 2015-03: -5.0")));
    }

    @Test
    void twoFrequenciesThatDisagreeAreTold() {
        with("one", "quarterly", "revenue", "2015-Q1=25 2015-Q2=25 2015-Q3=25 2015-Q4=25");
        with("two", "annual", "revenue", "2015=101");
        assertThat(broken())
                .containsOnly(Map.entry(
                        "one-frequency-a-series", List.of("CN steel revenue 2015: 101.0 against 100.0 (one)")));
        observations.clear();
        with("one", "quarterly", "revenue", "2015-Q1=25 2015-Q2=25 2015-Q3=25 2015-Q4=25");
        with("two", "annual", "revenue", "2015=100.05");
        assertThat(broken()).isEmpty();
    }

    @Test
    void orderOfRowsAndPartitionsMakesNotADigitOfDifference() {
        with("one", "year-to-date", "revenue", "2014-02=0.1 2014-03=0.4 2014-12=0.7 2015-02=30 2015-03=50 2015-06=90");
        with("two", "monthly", "profit", "2015-01=1 2015-02=2 2015-03=3 2015-05=5");
        List<String> once = text(harmonised());
        Collections.reverse(observations);
        assertThat(text(harmonised())).isEqualTo(once).hasSizeGreaterThan(20);
    }

    private static List<String> text(Dataset<Row> rows) {
        return rows.repartition(5).collectAsList().stream()
                .map(Row::mkString)
                .sorted()
                .toList();
    }
}
