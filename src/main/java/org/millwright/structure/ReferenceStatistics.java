package org.millwright.structure;

import static org.millwright.contract.IndustryScheme.WHOLE;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.millwright.stat.structure.Distribution;
import org.millwright.stat.structure.Krugman;
import org.millwright.stat.structure.LocationQuotient;

/**
 * The statistics of an area beside its reference: Krugman's index, and the location quotient of every group. Memory holds one series
 * of a dataset at a time, of all its areas.
 *
 * @param parents of an area the one that it is part of
 */
record ReferenceStatistics(Divisions divisions, Map<String, String> parents)
        implements MapPartitionsFunction<Row, Row> {
    private static final String KRUGMAN = Krugman.DEFAULT.id();
    private static final String QUOTIENT = LocationQuotient.DEFAULT.id();

    @Override
    public Iterator<Row> call(Iterator<Row> figures) {
        return References.of(divisions, parents, figures)
                .flatMap(references -> references.areas().stream()
                        .flatMap(area -> references.of(area).stream()
                                .flatMap(reference -> rows(references, area, reference).stream())))
                .iterator();
    }

    private static List<Row> rows(References references, AreaPanel area, String reference) {
        GroupPanel groups = area.groups(references.series()).orElseThrow();
        StatisticRows of = StatisticRows.of(area, references.series(), groups).comparedWith(reference);
        Distribution[] years = groups.distributions(0);
        List<Row> rows = new ArrayList<>();
        for (int year = 0; year < years.length; year++) {
            String period = groups.years().get(year);
            Distribution base = references.distribution(reference, groups, period);
            rows.add(of.row(KRUGMAN, WHOLE, period, null, Outcome.of(Krugman.DEFAULT, base, years[year])));
            for (int group = 0; group < groups.groups().size(); group++) {
                Outcome quotient = Outcome.of(LocationQuotient.DEFAULT, base, years[year], group);
                rows.add(of.row(QUOTIENT, groups.groups().get(group), period, null, quotient));
            }
        }
        return rows;
    }
}
