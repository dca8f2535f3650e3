package org.millwright.structure;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.millwright.model.Reason;
import org.millwright.stat.decomposition.Decomposition;
import org.millwright.stat.decomposition.Split;

/**
 * Splits of the changes of one series of an area as rows, one for two years. A row has all effects in an array: Spark makes rows of
 * arrays much faster than it takes rows over one by one.
 *
 * @param quantity what changes
 * @param groups the industries that it is split over
 * @param reference what the area is compared with; null where it is not
 * @param method whose effects they are
 */
record PairRows(
        String dataset,
        String area,
        String quantity,
        String priceBasis,
        String unit,
        List<String> groups,
        String reference,
        Decomposition method) {
    /** {@code effects}: the total, then all effects of the first group, then of the next. */
    static final StructType SCHEMA =
            StructType.fromDDL("dataset STRING, area STRING, period STRING, base_period STRING,"
                    + " quantity STRING, price_basis STRING, unit STRING, reference STRING, groups ARRAY<STRING>,"
                    + " effects ARRAY<DOUBLE>, reason STRING");

    Row row(String period, String base, Split split) {
        return RowFactory.create(
                dataset,
                area,
                period,
                base,
                quantity,
                priceBasis,
                unit,
                reference,
                groups.toArray(String[]::new),
                effects(split),
                split.reason().map(Reason::name).orElse(null));
    }

    /** All null if there is no split: a reader finds every row, and the reason in it. */
    private Double[] effects(Split split) {
        int effects = method.effects().size();
        Double[] values = new Double[1 + effects * groups.size()];
        if (split.reason().isEmpty()) {
            values[0] = split.total();
            for (int place = 1; place < values.length; place++) {
                // Adding zero makes of a negative zero a plain one.
                values[place] = split.effects()[(place - 1) % effects][(place - 1) / effects] + 0.0;
            }
        }
        return values;
    }
}
