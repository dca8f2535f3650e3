package org.millwright.pipeline;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millwright.contract.TableRule;
import org.millwright.pipeline.RuleResult.Cases;

/**
 * Checks the rules of a computed table, all of them in one pass.
 *
 * <p>There is a result for each source and rule that has a case. The worst case of a rule is that of the largest deviation, and
 * of several the first in the order of their text.
 */
final class TableCheck {
    private TableCheck() {}

    /** How the rules fared; runs one Spark job over the rows, which should be persisted. */
    static List<RuleResult> of(Dataset<Row> rows, List<TableRule> rules) {
        Map<String, TableRule> byId = rules.stream().collect(Collectors.toMap(TableRule::id, Function.identity()));
        Column isCase =
                rules.stream().map(TableRule::checked).reduce(Column::or).orElseThrow();
        Column cases = array(rules.stream().map(TableCheck::asCase).toArray(Column[]::new));
        return rows
                .filter(isCase)
                .select(col("source"), inline(cases))
                .filter(col("rule").isNotNull())
                .groupBy("source", "rule")
                .agg(
                        count(lit(1)).as("checked"),
                        sum("failed").as("failed"),
                        min(struct(col("deviation").multiply(-1).as("order"), col("place")))
                                .as("worst"))
                .select("source", "rule", "checked", "failed", "worst.order", "worst.place")
                .orderBy("source", "rule")
                .collectAsList()
                .stream()
                .map(row -> result(byId.get(row.getString(1)), row))
                .toList();
    }

    /** A row as a case of a rule; without the rule's id where it is none. */
    private static Column asCase(TableRule rule) {
        Column failed = rule.failed().cast("bigint");
        return struct(
                when(rule.checked(), lit(rule.id())).as("rule"),
                failed.as("failed"),
                rule.deviation().orElse(failed).cast("double").as("deviation"),
                when(rule.failed().or(lit(rule.deviation().isPresent())), rule.where())
                        .as("place"));
    }

    private static RuleResult result(TableRule rule, Row row) {
        long checked = row.getLong(2);
        long failed = row.getLong(3);
        boolean counts = rule.deviation().isEmpty();
        double measured = counts ? (double) failed / checked : Math.abs(row.getDouble(4));
        String worst = row.isNullAt(5) ? "" : row.getString(5);
        return RuleResult.of(
                row.getString(0), rule.id(), rule.severity(), new Cases(checked, failed, measured, worst), 0);
    }
}
