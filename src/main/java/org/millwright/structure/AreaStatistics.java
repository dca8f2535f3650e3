package org.millwright.structure;

import static org.millwright.contract.IndustryScheme.WHOLE;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.millwright.model.Reason;
import org.millwright.stat.Methods;
import org.millwright.stat.structure.Distribution;
import org.millwright.stat.structure.Structural.Change;
import org.millwright.stat.structure.Structural.Level;
import org.millwright.stat.structure.Theil;

/** The statistics of an area by itself: levels of each year, changes since each earlier year, and Theil's index. */
record AreaStatistics(Divisions divisions) implements MapPartitionsFunction<Row, Row> {
    private static final Map<String, Level> LEVELS = Methods.of(Level.class);
    private static final Map<String, Change> CHANGES = Methods.of(Change.class);
    private static final Series OUTPUT = Series.current("value_added");
    private static final Series LABOUR = Series.current("employment");

    @Override
    public Iterator<Row> call(Iterator<Row> figures) {
        return AreaPanels.of(divisions, figures)
                .flatMap(area -> rows(area).stream())
                .iterator();
    }

    private static List<Row> rows(AreaPanel panel) {
        List<Row> rows = new ArrayList<>();
        for (Series series : panel.series()) {
            panel.groups(series).ifPresent(groups -> {
                StatisticRows of = StatisticRows.of(panel, series, groups);
                levels(of, groups, rows);
                changes(of, groups, rows);
            });
        }
        panel.groups(OUTPUT, LABOUR).ifPresent(groups -> theil(StatisticRows.of(panel, OUTPUT, groups), groups, rows));
        return rows;
    }

    private static void levels(StatisticRows of, GroupPanel groups, List<Row> rows) {
        Distribution[] years = groups.distributions(0);
        for (int year = 0; year < years.length; year++) {
            String period = groups.years().get(year);
            for (Map.Entry<String, Level> level : LEVELS.entrySet()) {
                rows.add(of.row(level.getKey(), WHOLE, period, null, Outcome.of(level.getValue(), years[year])));
            }
        }
    }

    private static void changes(StatisticRows of, GroupPanel groups, List<Row> rows) {
        Distribution[] years = groups.distributions(0);
        for (int year = 1; year < years.length; year++) {
            for (int base = 0; base < year; base++) {
                Reason gap = groups.gap(base, year).orElse(null);
                for (Map.Entry<String, Change> change : CHANGES.entrySet()) {
                    Outcome outcome = gap == null
                            ? Outcome.of(change.getValue(), years[base], years[year])
                            : new Outcome(Double.NaN, gap);
                    rows.add(of.row(
                            change.getKey(),
                            WHOLE,
                            groups.years().get(year),
                            groups.years().get(base),
                            outcome));
                }
            }
        }
    }

    private static void theil(StatisticRows of, GroupPanel groups, List<Row> rows) {
        Distribution[] output = groups.distributions(0);
        Distribution[] labour = groups.distributions(1);
        for (int year = 0; year < output.length; year++) {
            Outcome outcome = Outcome.of(Theil.DEFAULT, labour[year], output[year]);
            rows.add(of.row(Theil.DEFAULT.id(), WHOLE, groups.years().get(year), null, outcome));
        }
    }
}
