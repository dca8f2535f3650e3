package org.millwright.index;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.millwright.contract.Composite;
import org.millwright.contract.Composite.Node;
import org.millwright.index.Scoring.Detail;
import org.millwright.model.MethodVersion;

/**
 * One composite index over a panel.
 *
 * <p>Input: a panel, one row per dataset, period, peers and unit. Parameters are estimated once, on the reference window;
 * then every period is scored with them, so that a new period never changes a published score. The scores are computed on
 * arrays of one period's units, by the same code that the uncertainty analysis runs.
 */
public final class CompositeScores {
    public static final MethodVersion METHOD = new MethodVersion("composite", "tree", "2");

    private static final String NORMALISED = "normalised";

    /** The steps of the indicators on their way to one scale. */
    public static final List<String> STEPS = List.of("denominated", "imputed", "treated", NORMALISED);

    private static final StructType PARAMETERS =
            StructType.fromDDL("dataset STRING, node STRING, step STRING, parameter STRING, value DOUBLE,"
                    + " window_from STRING, window_to STRING");
    private static final String[] UNIT = {"dataset", "peers", "unit", "period"};

    private final Map<String, CompositeModel> models;
    private final Layout layout;

    private CompositeScores(Map<String, CompositeModel> models) {
        this.models = models;
        this.layout = models.values().iterator().next().layout();
    }

    /**
     * Estimates what the definition leaves to the data; Spark runs only if there is something.
     *
     * @param byDataset the composite as each dataset of the panel has it: the same tree in the dataset's units
     */
    public static CompositeScores estimate(Map<String, Composite> byDataset, Dataset<Row> panel) {
        Map<String, Layout> layouts = new TreeMap<>();
        byDataset.forEach((dataset, composite) -> layouts.put(dataset, new Layout(composite)));
        return new CompositeScores(new Estimation(layouts).models(Carrying.along(layouts, panel)));
    }

    /** The ids of all nodes, which are the columns of {@link #wide}. */
    public List<String> nodes() {
        return layout.nodes().stream().map(Node::id).toList();
    }

    /** One row per unit and period, with arrays over nodes, links and steps; what the other tables are made of. */
    public Dataset<Row> units(Dataset<Row> panel) {
        return scored(panel, Detail.ALL);
    }

    /** The same with what {@link #scores} needs alone: Shapley values, for example, would take their time for nobody. */
    public Dataset<Row> unitsForScores(Dataset<Row> panel) {
        return scored(panel, Detail.NODES);
    }

    /** One row per unit and period, a column with the score of each node: the smallest table of a large panel. */
    public Dataset<Row> wide(Dataset<Row> panel) {
        return scored(panel, Detail.SCORES).select(columns(layout.nodes(), col("score")));
    }

    private Dataset<Row> scored(Dataset<Row> panel, Detail detail) {
        return Sections.of(Carrying.along(layouts(), panel), true)
                .mapPartitions(new Scoring(models, detail), Encoders.row(Scoring.UNITS));
    }

    /** One row per unit, period and node: score, rank among its peers, coverage, reason. */
    public Dataset<Row> scores(Dataset<Row> units) {
        List<Node> nodes = layout.nodes();
        return stamped(units.select(with(
                literals("node", nodes.stream().map(Node::id)),
                literals("level", nodes.stream().map(Node::level)),
                col("score"),
                col("coverage"),
                col("reason"),
                col("rank"))));
    }

    /** One row per unit and period, a column for each indicator: the values after one of {@link #STEPS}. */
    public Dataset<Row> step(Dataset<Row> units, String step) {
        Column values = step.equals(NORMALISED) ? col("score") : col(step);
        return units.select(columns(layout.leaves(), values));
    }

    private Column[] columns(List<Node> nodes, Column values) {
        return Stream.concat(
                        Stream.of(col("unit"), col("period")),
                        nodes.stream()
                                .map(node -> values.getItem(layout.place(node)).as(node.id())))
                .toArray(Column[]::new);
    }

    private Map<String, Layout> layouts() {
        Map<String, Layout> layouts = new TreeMap<>();
        models.forEach((dataset, model) -> layouts.put(dataset, model.layout()));
        return layouts;
    }

    /** One row per dataset, node and statistic, of units with their steps: what is to be known of indicators and nodes. */
    public Dataset<Row> diagnostics(Dataset<Row> unitsWithSteps) {
        return stamped(Diagnosis.of(layouts(), unitsWithSteps));
    }

    /** One row per unit, period and indicator whose value was drawn in or transformed as an outlier. */
    public Dataset<Row> treatedPoints(Dataset<Row> unitsWithSteps) {
        return unitsWithSteps
                .select(with(
                        literals("indicator", layout.leaves().stream().map(Node::id)),
                        col("denominated"),
                        col("imputed"),
                        col("treated")))
                .filter(not(col("treated").eqNullSafe(col("imputed"))));
    }

    /** One row per unit, period and part of the change of its top score since the period before. */
    public Dataset<Row> changes(Dataset<Row> units) {
        return stamped(Changes.of(layouts(), units));
    }

    /** One row per unit, period, node and child: what the child adds; the parts sum to the node's score. */
    public Dataset<Row> contributions(Dataset<Row> units) {
        List<Node> inner = layout.inner().toList();
        Column childScore = array(inner.stream()
                .flatMap(node -> node.children().stream())
                .map(child -> col("score").getItem(layout.place(child)))
                .toArray(Column[]::new));
        Dataset<Row> links = units.select(with(
                literals(
                        "node",
                        inner.stream().flatMap(node -> node.children().stream().map(child -> node.id()))),
                literals(
                        "child",
                        inner.stream().flatMap(node -> node.children().stream().map(Node::id))),
                col("weight"),
                childScore.as("child_score"),
                col("contribution")));
        return stamped(links.filter(col("contribution").isNotNull()));
    }

    /** One row per dataset, node, step and parameter: what was estimated or declared, and every weight. */
    public Dataset<Row> parameters(SparkSession session) {
        Composite.Window window = layout.composite().window();
        List<Row> rows = new ArrayList<>();
        models.forEach((dataset, model) -> model.published()
                .forEach(parameter -> rows.add(RowFactory.create(
                        dataset,
                        parameter.node(),
                        parameter.step().name().toLowerCase(Locale.ROOT),
                        parameter.name(),
                        parameter.value(),
                        nullIfOpen(window.from()),
                        nullIfOpen(window.to())))));
        return stamped(session.createDataFrame(rows, PARAMETERS));
    }

    /** The model of each dataset. */
    Map<String, CompositeModel> models() {
        return models;
    }

    private static String nullIfOpen(String period) {
        return period.isEmpty() ? null : period;
    }

    Dataset<Row> stamped(Dataset<Row> rows) {
        Composite composite = layout.composite();
        return rows.withColumns(Map.of(
                "composite", lit(composite.id()),
                "method_version", lit(METHOD + "+" + composite.id() + "/" + composite.version())));
    }

    /** The key of a unit, and a row for each element of the arrays. */
    private static Column[] with(Column... arrays) {
        return Stream.concat(Stream.of(UNIT).map(key -> col(key)), Stream.of(inline(arrays_zip(arrays))))
                .toArray(Column[]::new);
    }

    private static Column literals(String name, Stream<?> values) {
        return array(values.map(value -> lit(value)).toArray(Column[]::new)).as(name);
    }
}
