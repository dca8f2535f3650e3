package org.millwright.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.millwright.testing.LocalSession;

/** Rows of {@code industry_measures}, written line by line. */
final class TinyFigures {
    static final StructType SCHEMA = StructType.fromDDL("dataset STRING, area STRING, industry STRING,"
            + " period STRING, measure STRING, price_basis STRING, unit STRING, value DOUBLE, reason STRING,"
            + " classification STRING, series_break BOOLEAN");

    private static final Map<String, String> UNITS =
            Map.of("value_added", "CNY", "employment", "persons", "capital_stock", "CNY", "energy", "tce", "co2", "t");

    private static final int MEASURE = 3;
    private static final int VALUE = 4;
    private static final int PRICES = 5;
    private static final int CODES = 6;
    private static final int STATUS = 7;
    private static final Map<String, String> GAPS = Map.of("Q", "SUPPRESSED", "M", "MISSING", "D", "DEFLATOR");

    private final List<Row> rows = new ArrayList<>();

    /**
     * Adds one figure a line: area, industry, period, measure, and the value, or Q, M or D where there is none; then, if they are
     * not as usual, the price basis, the classification, and B for a break.
     */
    TinyFigures with(String lines) {
        for (String line : lines.strip().split("\n")) {
            String[] words = line.strip().split(" +");
            boolean hasValue = words[VALUE].length() > 1 || Character.isDigit(words[VALUE].charAt(0));
            rows.add(RowFactory.create(
                    "set",
                    words[0],
                    words[1],
                    words[2],
                    words[MEASURE],
                    words.length > PRICES ? words[PRICES] : "current",
                    UNITS.get(words[MEASURE]),
                    hasValue ? Double.valueOf(words[VALUE]) : null,
                    hasValue ? null : GAPS.get(words[VALUE]),
                    words.length > CODES ? words[CODES] : "codes",
                    words.length > STATUS && words[STATUS].equals("B")));
        }
        return this;
    }

    Dataset<Row> table() {
        return LocalSession.uncompiled().createDataFrame(rows, SCHEMA);
    }
}
