package org.millwright.structure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.millwright.model.MethodVersion;
import org.millwright.rows.Runs;

/**
 * Productivity against best practice: the Malmquist index of every unit since the year before, and its efficiency and technical
 * change.
 *
 * <p>Output is value added at constant prices; inputs are the capital stock at constant prices and employment. Where a dataset has
 * several areas with all three, each industry is compared over the areas ({@code reference} is {@code areas}). A single
 * area has nothing to be compared with: there its groups are compared with one another ({@code industries}), as if they
 * had one technology. Without the three there are no rows.
 *
 * <p>Memory holds the three series of one dataset at a time.
 */
record FrontierStatistics(Divisions divisions) implements MapPartitionsFunction<Row, Row> {
    static final MethodVersion METHOD = new MethodVersion("structure", "malmquist", "1");

    private static final String DATASET = "dataset";

    /** Rows of {@code structure_statistics}. */
    static Dataset<Row> of(Dataset<Row> industryMeasures, Divisions divisions) {
        List<String> measures = ProductionUnit.ALL.stream().map(Series::measure).toList();
        Column needed = ProductionUnit.ALL.stream()
                .map(series -> col("measure")
                        .equalTo(series.measure())
                        .and(col("price_basis").equalTo(series.priceBasis())))
                .reduce(lit(false), Column::or);
        return AreaPanels.together(AreaPanels.years(industryMeasures, measures).filter(needed), DATASET)
                .mapPartitions(new FrontierStatistics(divisions), Encoders.row(StatisticRows.SCHEMA))
                .withColumn("method_version", lit(METHOD.toString()));
    }

    @Override
    public Iterator<Row> call(Iterator<Row> figures) {
        return new Runs<Map<String, AreaPanel>>(figures, Runs.by(DATASET), first -> new TreeMap<>(), this::add)
                .stream()
                        .flatMap(areas -> compare(areas.values().stream()
                                .filter(area -> area.groups(series()).isPresent())
                                .toList()))
                        .iterator();
    }

    private void add(Map<String, AreaPanel> areas, Row figure) {
        String area = figure.getAs("area");
        areas.computeIfAbsent(area, unknown -> new AreaPanel(divisions, figure.getAs(DATASET), area))
                .add(figure);
    }

    private Stream<Row> compare(List<AreaPanel> areas) {
        return areas.size() == 1 ? groups(areas.get(0)) : industries(areas);
    }

    private Stream<Row> groups(AreaPanel area) {
        GroupPanel panel = area.groups(series()).orElseThrow();
        List<ProductionUnit> groups = IntStream.of(panel.places())
                .mapToObj(group -> new ProductionUnit(area, group))
                .toList();
        return new BestPractice(divisions, groups, "industries").rows();
    }

    private Stream<Row> industries(List<AreaPanel> areas) {
        return IntStream.range(0, divisions.size())
                .mapToObj(industry -> areas.stream()
                        .map(area -> new ProductionUnit(area, industry))
                        .toList())
                .map(units -> new BestPractice(divisions, units, "areas"))
                .filter(BestPractice::exists)
                .flatMap(BestPractice::rows);
    }

    private static Series[] series() {
        return ProductionUnit.ALL.toArray(Series[]::new);
    }
}
