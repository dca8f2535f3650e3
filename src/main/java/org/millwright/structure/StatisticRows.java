package org.millwright.structure;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of {@code structure_statistics} of one series of an area.
 *
 * @param groups over how many industries the series is distributed
 * @param reference what the area is compared with; null where it is not
 */
record StatisticRows(String dataset, String area, Series series, Integer groups, String reference) {
    static final StructType SCHEMA =
            StructType.fromDDL("dataset STRING, area STRING, industry STRING, period STRING, base_period STRING,"
                    + " statistic STRING, measure STRING, price_basis STRING, value DOUBLE, groups INT,"
                    + " reference STRING, reason STRING");

    static StatisticRows of(AreaPanel panel, Series series, GroupPanel groups) {
        return new StatisticRows(
                panel.dataset(), panel.area(), series, groups.groups().size(), null);
    }

    StatisticRows comparedWith(String other) {
        return new StatisticRows(dataset, area, series, groups, other);
    }

    /** @param base the period that is compared with; null for a statistic of one period */
    Row row(String statistic, String industry, String period, String base, Outcome outcome) {
        return RowFactory.create(
                dataset,
                area,
                industry,
                period,
                base,
                statistic,
                series.measure(),
                series.priceBasis(),
                outcome.reason() == null ? outcome.value() : null,
                groups,
                reference,
                outcome.reason() == null ? null : outcome.reason().name());
    }
}
