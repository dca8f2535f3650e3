package org.millwright.structure;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.millwright.stat.decomposition.Decomposition;
import org.millwright.stat.decomposition.IndustryRatios;
import org.millwright.stat.decomposition.Split;

/** The splits of one ratio of an area, between each of its years and every earlier one. */
final class RatioSplits {
    private final GroupPanel panel;
    private final Decomposition method;
    private final PairRows pairs;
    private final IndustryRatios[] years;

    /** @param panel with the numerator as its first measure and the denominator as its second */
    RatioSplits(AreaPanel area, Ratio ratio, GroupPanel panel, Decomposition method) {
        this.panel = panel;
        this.method = method;
        pairs = new PairRows(
                area.dataset(),
                area.area(),
                ratio.quantity(),
                ratio.priceBasis(),
                area.unit(ratio.numerator()),
                panel.groups(),
                null,
                method);
        years = IntStream.range(0, panel.years().size())
                .mapToObj(year -> IndustryRatios.of(panel.of(0, year), panel.of(1, year)))
                .toArray(IndustryRatios[]::new);
    }

    /** Rows of {@link PairRows#SCHEMA}, in the order of time. */
    Stream<Row> rows() {
        return panel.pairs()
                .map(pair ->
                        pairs.row(panel.years().get(pair.year()), panel.years().get(pair.base()), split(pair)));
    }

    private Split split(GroupPanel.Pair pair) {
        return panel.gap(pair.base(), pair.year())
                .map(Split::none)
                .orElseGet(() -> method.split(years[pair.base()], years[pair.year()]));
    }
}
