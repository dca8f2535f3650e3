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
            + " period STRING, measure STRING, price_basis STRING, unit STRING, value DOUBLE, obs_status STRING");

    private static final Map<String, String> UNITS =
            Map.of("value_added", "CNY", "employment", "persons", "capital_stock", "CNY", "energy", "tce", "co2", "t");

    private static final int MEASURE = 3;
    private static final int VALUE = 4;
    private static final int PRICES = 5;

    private final List<Row> rows = new ArrayList<>();

    /**
     * Adds one figure a line: area, industry, period, measure, and the value, or Q or M where there is none; then the price basis, if
     * it is not the current one.
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
                    hasValue ? "A" : words[VALUE]));
        }
        return this;
    }

    Dataset<Row> table() {
        return LocalSession.shared().createDataFrame(rows, SCHEMA);
    }
}
