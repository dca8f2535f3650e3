package org.millwright.harmonise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.contract.OwnDefinitions;
import org.millwright.model.Reason;
import org.millwright.testing.LocalSession;

/** What is added to figures of activities at current prices: the same at the prices of 2002. */
class ConstantPricesTest {
    private static final String PREVIOUS_YEAR = "deflator: producer_price_index, index: previous-year";
    private static final String FIXED_BASE = "deflator: producer_price_index, index: fixed-base";
    private static final String VOLUME = "volume: value_added_volume_index";

    private static final StructType ACTIVITIES = StructType.fromDDL("dataset STRING, source STRING, area STRING,"
            + " activity STRING, period STRING, measure STRING, price_basis STRING, unit STRING, value DOUBLE, status INT,"
            + " confidential INT");

    private static final int A = 1;
    private static final int P = 1 << ('P' - 'A');
    private static final int Q = 1 << ('Q' - 'A');

    @TempDir
    private Path folder;

    private final List<Row> rows = new ArrayList<>();

    private void figure(String source, String measure, String period, Double value, int status) {
        rows.add(RowFactory.create(
                "tiny", source, "CN", "25", period, measure, "current", "CNY", value, status, status == Q ? 1 : 0));
    }

    private void series(String measure, Double... values) {
        for (int t = 0; t < values.length; t++) {
            if (values[t] != null) {
                figure("tiny", measure, String.valueOf(2001 + t), values[t], A);
            }
        }
    }

    /** The rows that the rule adds, in the order of time. */
    private List<String> added(String rule) {
        return added(rule, 2002);
    }

    private List<String> added(String rule, int baseYear) {
        OwnDefinitions own =
                new OwnDefinitions(folder).write("sources/tiny.yaml", OwnDefinitions.CONTRACT + """
                  - {measure: producer_price_index, column: ppi, unit: index}
                  - {measure: value_added_volume_index, column: volume, unit: index}
                prices:
                  - {measure: value_added, %s}
                """.formatted(rule));
        return new ConstantPrices(List.of(own.tiny()), baseYear)
                        .addedTo(LocalSession.uncompiled()
                                .createDataFrame(rows, ACTIVITIES)
                                .repartition(3))
                        .collectAsList()
                        .stream()
                        .filter(row -> !rows.contains(row))
                        .map(ConstantPricesTest::text)
                        .sorted()
                        .toList();
    }

    /** Period, value (to nine places), letters of the statuses, confidentiality and reason. */
    private static String text(Row row) {
        assertThat(row.<String>getAs("price_basis")).isEqualTo("constant");
        assertThat(row.<String>getAs("dataset") + row.getAs("area") + row.getAs("activity") + row.getAs("unit"))
                .isEqualTo("tinyCN25CNY");
        int bits = row.getAs("status");
        StringBuilder text = new StringBuilder();
        Double value = row.getAs("value");
        text.append(row.<String>getAs("period")).append(' ');
        text.append(value == null ? null : Math.rint(value * 1e9) / 1e9).append(' ');
        IntStream.range(0, 26).filter(bit -> (bits >> bit & 1) == 1).forEach(bit -> text.append((char) ('A' + bit)));
        text.append(row.<Integer>getAs("confidential").equals(1) ? " C" : "");
        for (Reason reason : List.of(Reason.BASE_YEAR, Reason.DEFLATOR)) {
            text.append((bits & StatusBits.ofReason(reason)) == 0 ? "" : " " + reason);
        }
        return text.toString();
    }

    /** In prices of 2002: 220 * 1.25, 250, 300 / 1.2. */
    @Test
    void indexOnTheYearBeforeIsChained() {
        series("value_added", 220.0, 250.0, 300.0);
        series("producer_price_index", 110.0, 125.0, 120.0);
        assertThat(added(PREVIOUS_YEAR)).containsExactly("2001 275.0 A", "2002 250.0 A", "2003 250.0 A");
    }

    /** 50 60 75 and 100 120 from 2002: linked 83.3, 100, 120; in prices of 2002: 200 / (50 / 60), 300, 480 / 1.2. */
    @Test
    void segmentsOfAFixedBaseIndexAreLinked() {
        series("value_added", 200.0, 300.0, 480.0);
        series("producer_price_index", 50.0, 60.0, 75.0);
        series("value_added_volume_index", null, 100.0, 120.0);
        assertThat(added("deflator: [producer_price_index, value_added_volume_index], index: fixed-base"))
                .containsExactly("2001 240.0 A", "2002 300.0 A", "2003 400.0 A");
    }

    /** 250 in 2002, and quantities of 80 %, 100 % and 104 % of that year's. */
    @Test
    void quantityIndexCarriesTheBaseYear() {
        series("value_added", 220.0, 250.0, 300.0);
        series("value_added_volume_index", 40.0, 50.0, 52.0);
        assertThat(added(VOLUME)).containsExactly("2001 200.0 A", "2002 250.0 A", "2003 260.0 A");
    }

    @Test
    void theRowOfAYearBeyondAGapExistsWithItsReason() {
        series("value_added", 220.0, 250.0, 300.0, 330.0);
        series("producer_price_index", 110.0, 125.0, 0.0, 110.0);
        assertThat(added(PREVIOUS_YEAR))
                .containsExactly("2001 275.0 A", "2002 250.0 A", "2003 null A DEFLATOR", "2004 null A DEFLATOR");
    }

    @Test
    void withoutAnyIndexEveryYearLacksItsDeflator() {
        series("value_added", 220.0, 250.0);
        assertThat(added(FIXED_BASE)).containsExactly("2001 null A DEFLATOR", "2002 null A DEFLATOR");
    }

    @Test
    void aBaseYearOutsideTheDataLeavesEveryYearUndefined() {
        series("value_added", 220.0, 250.0);
        series("producer_price_index", 110.0, 125.0);
        assertThat(added(FIXED_BASE, 2015)).containsExactly("2001 null A BASE_YEAR", "2002 null A BASE_YEAR");
        assertThat(added(PREVIOUS_YEAR, 1990)).containsExactly("2001 null A BASE_YEAR", "2002 null A BASE_YEAR");
        series("value_added_volume_index", 40.0, 50.0);
        assertThat(added(VOLUME, 2003)).containsExactly("2001 null A BASE_YEAR", "2002 null A BASE_YEAR");
    }

    @Test
    void provisionalFiguresAndIndicesStayProvisional() {
        figure("tiny", "value_added", "2002", 250.0, A);
        figure("tiny", "value_added", "2003", 300.0, P);
        figure("tiny", "value_added", "2004", 330.0, A);
        figure("tiny", "value_added", "2005", 363.0, A);
        series("producer_price_index", null, 100.0, 120.0);
        figure("tiny", "producer_price_index", "2004", 110.0, P);
        figure("tiny", "producer_price_index", "2005", 110.0, A);
        // The index of 2005 is chained over that of 2004.
        assertThat(added(PREVIOUS_YEAR))
                .containsExactly("2002 250.0 A", "2003 250.0 AP", "2004 250.0 AP", "2005 250.0 AP");
    }

    @Test
    void aWithheldFigureIsWithheldAtConstantPricesToo() {
        figure("tiny", "value_added", "2001", null, Q);
        figure("tiny", "value_added", "2002", 250.0, A);
        series("producer_price_index", 110.0, 125.0);
        assertThat(added(PREVIOUS_YEAR)).containsExactly("2001 null AQ C", "2002 250.0 A");
    }

    @Test
    void whereTheDatasetPublishesConstantPricesNothingIsDerived() {
        series("value_added", 220.0, 250.0);
        series("producer_price_index", 110.0, 125.0);
        rows.add(RowFactory.create("tiny", "other", "CN", "25", "2002", "value_added", "constant", "CNY", 240.0, A, 0));
        assertThat(added(PREVIOUS_YEAR)).isEmpty();
    }

    @Test
    void theIndexAndTheBaseYearMayStandInAnotherSourceOfTheDataset() {
        figure("tiny", "value_added", "2001", 220.0, A);
        figure("other", "value_added", "2002", 250.0, A);
        figure("other", "value_added_volume_index", "2001", 40.0, A);
        figure("other", "value_added_volume_index", "2002", 50.0, A);
        assertThat(added(VOLUME)).containsExactly("2001 200.0 A");
    }

    @Test
    void monthsAreNotDeflated() {
        series("producer_price_index", 110.0, 125.0);
        figure("tiny", "value_added", "2002-03", 20.0, A);
        assertThat(added(PREVIOUS_YEAR)).isEmpty();
    }

    @Test
    void theOrderOfRowsChangesNothing() {
        Random random = new Random(8);
        for (int year = 1980; year < 2020; year++) {
            figure("tiny", "value_added", String.valueOf(year), 100 * random.nextDouble(), A);
            figure("tiny", "producer_price_index", String.valueOf(year), 80 + 40 * random.nextDouble(), A);
        }
        List<String> once = added(PREVIOUS_YEAR);
        assertThat(once).hasSize(40);
        Collections.shuffle(rows, random);
        assertThat(added(PREVIOUS_YEAR)).isEqualTo(once);
    }
}
