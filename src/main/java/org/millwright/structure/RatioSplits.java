package org.millwright.structure;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.millwright.model.Reason;
import org.millwright.stat.decomposition.Decomposition;
import org.millwright.stat.decomposition.IndustryRatios;
import org.millwright.stat.decomposition.Split;

/** The splits of one ratio of an area, between each of its years and every earlier one. */
final class RatioSplits {
    private final AreaPanel area;
    private final Ratio ratio;
    private final GroupPanel panel;
    private final Decomposition method;
    private final IndustryRatios[] years;

    /** @param panel with the numerator as its first measure and the denominator as its second */
    RatioSplits(AreaPanel area, Ratio ratio, GroupPanel panel, Decomposition method) {
        this.area = area;
        this.ratio = ratio;
        this.panel = panel;
        this.method = method;
        years = IntStream.range(0, panel.years().size())
                .mapToObj(year -> IndustryRatios.of(panel.of(0, year), panel.of(1, year)))
                .toArray(IndustryRatios[]::new);
    }

    /** Rows of {@link AreaSplits#PAIRS}, in the order of time. */
    Stream<Row> rows() {
        return IntStream.range(1, years.length)
                .boxed()
                .flatMap(year -> IntStream.range(0, year).mapToObj(base -> row(base, year)));
    }

    private Row row(int base, int year) {
        Split split = split(base, year);
        return RowFactory.create(
                area.dataset(),
                area.area(),
                panel.years().get(year),
                panel.years().get(base),
                ratio.quantity(),
                ratio.priceBasis(),
                area.unit(ratio.numerator()),
                panel.groups().toArray(String[]::new),
                effects(split),
                split.reason().map(Reason::name).orElse(null));
    }

    private Split split(int base, int year) {
        return panel.gap(base, year).map(Split::none).orElseGet(() -> method.split(years[base], years[year]));
    }

    /** All null if there is no split: a reader finds every row, and the reason in it. */
    private Double[] effects(Split split) {
        int effects = method.effects().size();
        Double[] values = new Double[1 + effects * panel.groups().size()];
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
