package org.millwright.index;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millwright.contract.Composite;
import org.millwright.contract.Composite.Leaf;
import org.millwright.contract.Composite.Node;
import org.millwright.contract.DatasetContents;
import org.millwright.contract.Indicator;
import org.millwright.contract.IndustryScheme;
import org.millwright.model.Reason;
import org.millwright.stat.normalisation.Goalposts;

/**
 * {@code indicator_values} as the panel of a composite: a unit is an industry, its peers are the industries of its area.
 * Industries with parts are scored, but are not among those that are compared and ranked.
 */
public final class IndicatorPanel {
    private static final String[] UNIT = {"dataset", "period", "area", "industry"};

    private final Composite composite;
    private final Layout layout;
    private final Map<String, Indicator> indicators;
    private final IndustryScheme scheme;

    public IndicatorPanel(Composite composite, Map<String, Indicator> indicators, IndustryScheme scheme) {
        this.composite = composite;
        this.layout = new Layout(composite);
        this.indicators = indicators;
        this.scheme = scheme;
    }

    /** The composite in the units of each dataset: directions and goalposts are those of the indicators' definitions. */
    public Map<String, Composite> byDataset(Map<String, DatasetContents> datasets) {
        Map<String, Composite> composites = new TreeMap<>();
        datasets.forEach((dataset, contents) -> composites.put(
                dataset,
                composite.withTree(composite.tree().map(node -> node.isLeaf() ? inUnitsOf(contents, node) : node))));
        return composites;
    }

    private Node inUnitsOf(DatasetContents contents, Node node) {
        Leaf leaf = node.leaf();
        Indicator indicator = indicators.get(leaf.indicator());
        String unit = indicator.unit().replace(Indicator.CURRENCY, contents.currency());
        int direction = leaf.direction() == 0 ? indicator.direction() : leaf.direction();
        if (!(leaf.normalisation() instanceof Goalposts method) || method.isDeclared()) {
            return node.withLeaf(leaf.with(direction, leaf.normalisation()));
        }
        return node.withLeaf(indicator.goalposts().stream()
                .filter(goalposts -> goalposts.unit().equals(unit))
                .findFirst()
                .map(goalposts -> leaf.with(direction, method.between(goalposts.lower(), goalposts.upper())))
                .orElse(leaf.with(direction, method)));
    }

    public Dataset<Row> of(Dataset<Row> indicatorValues) {
        List<Column> figures = new ArrayList<>();
        for (String indicator : layout.columns()) {
            Column same = col("indicator").equalTo(indicator);
            figures.add(max(when(same, col("value"))).as(value(indicator)));
            figures.add(max(when(same, number(col("reason")))).as(reason(indicator)));
        }
        return indicatorValues
                .filter(col("indicator").isin(layout.columns().toArray()))
                .groupBy(col(UNIT[0]), col(UNIT[1]), col(UNIT[2]), col(UNIT[3]))
                .agg(figures.get(0), figures.subList(1, figures.size()).toArray(Column[]::new))
                .select(
                        col("dataset"),
                        col("period"),
                        col("area").as("peers"),
                        col("industry").as("unit"),
                        col("industry").isin(scheme.leaves().toArray()).as("compared"),
                        array(layout.columns().stream()
                                        .map(indicator -> col(value(indicator)))
                                        .toArray(Column[]::new))
                                .as("values"),
                        array(composite.indicators().stream()
                                        .map(indicator -> col(reason(indicator)))
                                        .toArray(Column[]::new))
                                .as("reasons"),
                        labels().as("labels"),
                        lit(null).cast("array<double>").as("carried"));
    }

    /** Rows of units, named as the published tables name them. */
    public static Dataset<Row> published(Dataset<Row> rows) {
        return rows.withColumnsRenamed(Map.of("peers", "area", "unit", "industry"));
    }

    /** Imputation may go by area or by industry. */
    private Column labels() {
        Column[] labels = layout.labels().stream().map(name -> col(name)).toArray(Column[]::new);
        return array(labels).cast("array<string>");
    }

    /** Reasons are numbered while they are gathered, since Spark aggregates numbers without sorting. */
    private static Column number(Column reason) {
        Column number = lit(null).cast("int");
        for (Reason known : Reason.values()) {
            number = when(reason.equalTo(known.name()), known.ordinal()).otherwise(number);
        }
        return number;
    }

    private static String value(String indicator) {
        return "value__" + indicator;
    }

    private static String reason(String indicator) {
        return "reason__" + indicator;
    }
}
