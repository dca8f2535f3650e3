package org.millwright.index;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.StructType;
import org.millwright.contract.Composite;
import org.millwright.contract.Composite.Node;
import org.millwright.contract.Indicator;
import org.millwright.contract.IndustryScheme;
import org.millwright.model.MethodVersion;
import org.millwright.model.Reason;

/**
 * Scores of one composite index.
 *
 * <p>Input: {@code indicator_values}. A leaf is normalised with the goalposts declared for the unit of its value:
 * z = lower + (upper - lower) clip((x - L)/(U - L), 0, 1), with 1 - the fraction where less is better. A node's score is the
 * mean of its children that have one, if these make at least the composite's minimum share of the weight; else it is
 * null with {@link Reason#COVERAGE}.
 *
 * <p>Goalposts are declared, not estimated, so a new year never changes a published score.
 */
public final class CompositeScores {
    public static final MethodVersion METHOD = new MethodVersion("composite", "goalposts", "1");

    private static final StructType GOALPOSTS = StructType.fromDDL(
            "indicator STRING, unit STRING, lower_goalpost DOUBLE, upper_goalpost DOUBLE, direction INT");
    private static final Column[] UNIT = {col("dataset"), col("area"), col("industry"), col("period")};

    /** Reasons are numbered while they are gathered, since Spark aggregates numbers without sorting. */
    private static final Column REASONS =
            array(Stream.of(Reason.values()).map(reason -> lit(reason.name())).toArray(Column[]::new));

    private final Composite composite;
    private final Map<String, Indicator> indicators;
    private final IndustryScheme scheme;

    public CompositeScores(Composite composite, Map<String, Indicator> indicators, IndustryScheme scheme) {
        this.composite = composite;
        this.indicators = indicators;
        this.scheme = scheme;
    }

    /** One row per unit, a column for the score, coverage and reason of every node. */
    public Dataset<Row> nodes(Dataset<Row> indicatorValues) {
        Dataset<Row> wide = leaves(indicatorValues);
        for (int level = 2; level <= composite.tree().level(); level++) {
            wide = wide.select(
                    Stream.concat(Stream.of(col("*")), parents(level)).toArray(Column[]::new));
        }
        return wide;
    }

    /** {@code index_scores}: one row per unit and node; only nodes below which the dataset has an indicator at all. */
    public Dataset<Row> scores(Dataset<Row> nodes) {
        Column[] rows = composite.tree().upward().map(this::score).toArray(Column[]::new);
        Dataset<Row> scores = nodes.select(
                Stream.concat(Stream.of(UNIT), Stream.of(inline(array(rows)))).toArray(Column[]::new));
        Column ranked = col("score")
                .isNotNull()
                .and(col("industry").isin(scheme.leaves().toArray()));
        WindowSpec peers = Window.partitionBy(col("dataset"), col("area"), col("period"), col("node"), ranked)
                .orderBy(col("score").desc());
        return scores.withColumn("rank", when(ranked, rank().over(peers)))
                .withColumn("composite", lit(composite.id()))
                .withColumn("method_version", lit(METHOD + "+" + composite.id() + "/" + composite.version()));
    }

    /** {@code index_contributions}: one row per unit, node and child; they sum to the node's score. */
    public Dataset<Row> contributions(Dataset<Row> nodes) {
        Column[] rows = composite
                .tree()
                .upward()
                .filter(node -> !node.isLeaf())
                .flatMap(node -> new NodeMean(node, composite.minimumCoverage()).contributions())
                .toArray(Column[]::new);
        return nodes.select(Stream.concat(Stream.of(UNIT), Stream.of(inline(array(rows))))
                        .toArray(Column[]::new))
                .filter(col("contribution").isNotNull())
                .withColumn("composite", lit(composite.id()))
                .withColumn("method_version", lit(METHOD + "+" + composite.id() + "/" + composite.version()));
    }

    /** One row per unit; score and reason of every leaf as columns. */
    private Dataset<Row> leaves(Dataset<Row> indicatorValues) {
        List<Column> numbers = new ArrayList<>();
        List<Column> leaves = new ArrayList<>(List.of(UNIT));
        for (String indicator : composite.indicators()) {
            Column same = col("indicator").equalTo(indicator);
            String reason = NodeMean.reason(indicator);
            numbers.add(max(when(same, col("score"))).as(NodeMean.score(indicator)));
            numbers.add(max(when(same, array_position(REASONS, col("reason")))).as(reason));
            leaves.add(col(NodeMean.score(indicator)));
            leaves.add(element_at(REASONS, col(reason).cast("int")).as(reason));
        }
        return normalised(indicatorValues)
                .groupBy(UNIT)
                .agg(numbers.get(0), numbers.subList(1, numbers.size()).toArray(Column[]::new))
                .select(leaves.toArray(Column[]::new));
    }

    /** The leaves' indicators on the composite's scale, one row each. */
    private Dataset<Row> normalised(Dataset<Row> indicatorValues) {
        Column fraction = col("value")
                .minus(col("lower_goalpost"))
                .divide(col("upper_goalpost").minus(col("lower_goalpost")));
        Column clipped = least(greatest(fraction, lit(0.0)), lit(1.0));
        Column directed = when(col("direction").equalTo(1), clipped).otherwise(lit(1.0).minus(clipped));
        Column scaled = directed.multiply(composite.upper() - composite.lower()).plus(composite.lower());
        // Spark's greatest and least pass over a null, so that they would score a value that is not there.
        Column score = when(col("value").isNotNull().and(col("direction").isNotNull()), scaled);
        Column reason =
                when(col("value").isNull(), col("reason")).when(col("direction").isNull(), Reason.NO_GOALPOST.name());
        return indicatorValues
                .filter(col("indicator").isin(composite.indicators().toArray()))
                .join(broadcast(goalposts(indicatorValues.sparkSession())), new String[] {"indicator", "unit"}, "left")
                .select(Stream.concat(
                                Stream.of(UNIT), Stream.of(col("indicator"), score.as("score"), reason.as("reason")))
                        .toArray(Column[]::new));
    }

    private Dataset<Row> goalposts(SparkSession session) {
        List<Row> rows = new ArrayList<>();
        composite.indicators().forEach(id -> {
            Indicator indicator = indicators.get(id);
            indicator
                    .goalposts()
                    .forEach(goalpost -> rows.add(RowFactory.create(
                            id, goalpost.unit(), goalpost.lower(), goalpost.upper(), indicator.direction())));
        });
        return session.createDataFrame(rows, GOALPOSTS);
    }

    private Stream<Column> parents(int level) {
        return composite
                .tree()
                .upward()
                .filter(node -> node.level() == level)
                .map(node -> new NodeMean(node, composite.minimumCoverage()))
                .flatMap(NodeMean::columns);
    }

    private Column score(Node node) {
        Column score = col(NodeMean.score(node.id()));
        Column coverage = node.isLeaf()
                ? when(score.isNotNull(), lit(1.0)).otherwise(lit(0.0))
                : col(NodeMean.coverage(node.id()));
        Column reason = node.isLeaf()
                ? when(score.isNull(), coalesce(col(NodeMean.reason(node.id())), lit(Reason.MISSING.name())))
                : col(NodeMean.reason(node.id()));
        return struct(
                lit(node.id()).as("node"),
                lit(node.level()).as("level"),
                score.as("score"),
                coverage.as("coverage"),
                reason.as("reason"));
    }
}
