package org.millwright.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.millwright.contract.Rule;
import org.millwright.contract.SourceContract;

/**
 * Checks the rules of the contracts on judged figures.
 *
 * <p>Input: cells as {@link Validation} lays them out, so that one pass over each partition sees a whole year of a source
 * at a time. Output: one {@link Tally} for each rule and partition, to be merged; memory holds one such year.
 */
public final class RuleCheck implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;
    private static final StructType SCHEMA = StructType.fromDDL(
            "source STRING, rule STRING, checked BIGINT, failed BIGINT, worst DOUBLE, worst_case STRING");
    private static final int YEAR_DIGITS = 4;

    private final HashMap<String, ArrayList<Rule>> rules = new HashMap<>();

    private RuleCheck(List<SourceContract> contracts) {
        contracts.forEach(contract -> rules.put(contract.id(), new ArrayList<>(contract.rules())));
    }

    /** The tally of every rule of every contract, also where nothing could be checked. This runs a Spark job. */
    public static List<Tally> tallies(Dataset<Row> cells, List<SourceContract> contracts) {
        Map<String, Tally> merged = new TreeMap<>();
        contracts.forEach(contract -> contract.rules()
                .forEach(rule -> merged.put(key(contract.id(), rule.id()), Tally.none(contract.id(), rule.id()))));
        cells.mapPartitions(new RuleCheck(contracts), Encoders.row(SCHEMA))
                .collectAsList()
                .forEach(row -> {
                    Tally tally = new Tally(
                            row.getString(0),
                            row.getString(1),
                            row.getLong(2),
                            row.getLong(3),
                            row.getDouble(4),
                            row.getString(5));
                    merged.merge(key(tally.source(), tally.rule()), tally, Tally::merge);
                });
        return List.copyOf(merged.values());
    }

    private static String key(String source, String rule) {
        return source + "/" + rule;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> cells) {
        Map<String, Tally> tallies = new TreeMap<>();
        YearFigures figures = null;
        List<Object> current = null;
        String source = null;
        while (cells.hasNext()) {
            Row cell = cells.next();
            if (!cell.isNullAt(Cells.RULE)
                    || rules.get(cell.getString(Cells.SOURCE)).isEmpty()) {
                continue;
            }
            List<Object> group = group(cell);
            if (!Objects.equals(group, current)) {
                check(source, figures, tallies);
                figures = new YearFigures(cell);
                source = cell.getString(Cells.SOURCE);
                current = group;
            }
            figures.add(cell);
        }
        check(source, figures, tallies);
        return tallies.values().stream().map(RuleCheck::row).iterator();
    }

    private static List<Object> group(Row cell) {
        return List.of(
                cell.getString(Cells.SOURCE),
                cell.getString(Cells.AREA),
                cell.getString(Cells.VINTAGE),
                cell.getString(Cells.PERIOD).substring(0, YEAR_DIGITS));
    }

    private void check(String source, YearFigures figures, Map<String, Tally> tallies) {
        if (figures != null) {
            rules.get(source)
                    .forEach(rule -> tallies.merge(key(source, rule.id()), figures.check(source, rule), Tally::merge));
        }
    }

    private static Row row(Tally tally) {
        return RowFactory.create(
                tally.source(), tally.rule(), tally.checked(), tally.failed(), tally.worst(), tally.worstCase());
    }
}
