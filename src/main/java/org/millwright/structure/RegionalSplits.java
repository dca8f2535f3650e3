package org.millwright.structure;

import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.millwright.stat.decomposition.IndustryRatios;
import org.millwright.stat.decomposition.RegionalShiftShare;
import org.millwright.stat.decomposition.Split;

/**
 * Splits the growth of every area beside that of its reference, between each two of its years. Memory holds one series of a dataset
 * at a time, of all its areas.
 *
 * @param parents of an area the one that it is part of
 */
record RegionalSplits(Divisions divisions, Map<String, String> parents) implements MapPartitionsFunction<Row, Row> {
    private static final RegionalShiftShare METHOD = new RegionalShiftShare();

    /** @param figures of {@code industry_measures}, rows of one {@link References#KEY} together */
    @Override
    public Iterator<Row> call(Iterator<Row> figures) {
        return References.of(divisions, parents, figures)
                .flatMap(references -> references.areas().stream()
                        .flatMap(area ->
                                references.of(area).stream().flatMap(reference -> rows(references, area, reference))))
                .iterator();
    }

    private static Stream<Row> rows(References references, AreaPanel area, String reference) {
        Series series = references.series();
        GroupPanel own = area.groups(series).orElseThrow();
        ReferenceYears others = references.years(reference, own);
        PairRows rows = new PairRows(
                area.dataset(),
                area.area(),
                series.measure(),
                series.priceBasis(),
                area.unit(series),
                own.groups(),
                reference,
                METHOD);
        return own.pairs().map(pair -> {
            String base = own.years().get(pair.base());
            String year = own.years().get(pair.year());
            return rows.row(year, base, split(own, pair, others.between(base, year)));
        });
    }

    private static Split split(GroupPanel own, GroupPanel.Pair pair, ReferenceYears.Two others) {
        return own.gap(pair.base(), pair.year())
                .or(others::gap)
                .map(Split::none)
                .orElseGet(() -> METHOD.split(
                        IndustryRatios.of(own.of(0, pair.base()), others.base()),
                        IndustryRatios.of(own.of(0, pair.year()), others.year())));
    }
}
