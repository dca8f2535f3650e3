package org.millwright.index;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.millwright.contract.Composite.Aggregation;
import org.millwright.contract.Composite.Node;
import org.millwright.model.Reason;

/**
 * The mean of a node's children as Spark expressions; the array forms are in {@code stat} and the two agree.
 *
 * <p>Sums run in the order of the children, so that every run gives the same digits.
 */
final class NodeMean {
    private final Node node;
    private final double minimumCoverage;

    NodeMean(Node node, double minimumCoverage) {
        this.node = node;
        this.minimumCoverage = minimumCoverage;
    }

    static String score(String node) {
        return "score__" + node;
    }

    static String coverage(String node) {
        return "coverage__" + node;
    }

    static String reason(String node) {
        return "reason__" + node;
    }

    /** Score, coverage and reason of the node. */
    Stream<Column> columns() {
        double total = node.children().stream().mapToDouble(Node::weight).sum();
        Column present = sum(child -> lit(child.weight()));
        Column coverage = present.divide(total);
        Column covered = coverage.geq(minimumCoverage - 1e-12).and(present.gt(0));
        Column positive = node.aggregation() == Aggregation.GEOMETRIC ? allPositive() : lit(true);
        return Stream.of(
                when(covered.and(positive), mean(present)).as(score(node.id())),
                coverage.as(coverage(node.id())),
                when(covered.equalTo(false), Reason.COVERAGE.name())
                        .when(positive.equalTo(false), Reason.NONPOSITIVE.name())
                        .as(reason(node.id())));
    }

    private Column mean(Column present) {
        return switch (node.aggregation()) {
            case ARITHMETIC ->
                sum(child -> col(score(child.id())).multiply(child.weight())).divide(present);
            case GEOMETRIC ->
                exp(sum(child -> log(col(score(child.id()))).multiply(child.weight()))
                        .divide(present));
        };
    }

    /** Sum over the children that have a score. */
    private Column sum(Function<Node, Column> term) {
        Column sum = lit(0.0);
        for (Node child : node.children()) {
            sum = sum.plus(coalesce(when(col(score(child.id())).isNotNull(), term.apply(child)), lit(0.0)));
        }
        return sum;
    }

    private Column allPositive() {
        Column all = lit(true);
        for (Node child : node.children()) {
            all = all.and(coalesce(col(score(child.id())).gt(0), lit(true)));
        }
        return all;
    }

    /** What each child adds to the node's score: arithmetic w x / sum w; geometric the share of its log. */
    Stream<Column> contributions() {
        Column present = sum(child -> lit(child.weight()));
        Column parent = col(score(node.id()));
        Column logs = sum(child -> log(col(score(child.id()))).multiply(child.weight()));
        List<Node> children = node.children();
        return children.stream().map(child -> {
            Column value = col(score(child.id()));
            Column weight = lit(child.weight()).divide(present);
            Column part = switch (node.aggregation()) {
                case ARITHMETIC -> value.multiply(weight);
                case GEOMETRIC ->
                    parent.multiply(when(logs.equalTo(0), weight)
                            .otherwise(log(value).multiply(child.weight()).divide(logs)));
            };
            return struct(
                    lit(node.id()).as("node"),
                    lit(child.id()).as("child"),
                    when(value.isNotNull(), weight).as("weight"),
                    value.as("child_score"),
                    when(parent.isNotNull().and(value.isNotNull()), part).as("contribution"));
        });
    }
}
