package org.millwright.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.millwright.contract.Rule;
import org.millwright.contract.SourceContract;

/**
 * Counts judged figures and checks the rules of the contracts on them, in one pass.
 *
 * <p>Input: cells as {@link Validation} lays them out, so that a pass over each partition sees a whole year of a source at
 * a time; memory holds one such year. Output: one {@link Tally} for each rule and partition, to be merged.
 */
public final class RuleCheck implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;
    private static final StructType SCHEMA =
            StructType.fromDDL("source STRING, rule STRING, checked BIGINT, failed BIGINT,"
                    + " worst DOUBLE, worst_case STRING, declared BOOLEAN");
    private static final int YEAR_DIGITS = 4;

    private final HashMap<String, ArrayList<Rule>> rules = new HashMap<>();

    private RuleCheck(List<SourceContract> contracts) {
        contracts.forEach(contract -> rules.put(contract.id(), new ArrayList<>(contract.rules())));
    }

    /**
     * What one pass found.
     *
     * @param outcomes how many cells of a source each rule of the reading rejected, with one of them; the rule is empty for
     *     the accepted ones
     * @param rules the tally of every rule of every contract, also where nothing could be checked
     */
    public record Results(List<Tally> outcomes, List<Tally> rules) {}

    /** Checks all cells; this runs a Spark job. */
    public static Results of(Dataset<Row> cells, List<SourceContract> contracts) {
        Map<String, Tally> outcomes = new TreeMap<>();
        Map<String, Tally> rules = new TreeMap<>();
        contracts.forEach(contract -> contract.rules()
                .forEach(rule -> rules.put(key(contract.id(), rule.id()), Tally.none(contract.id(), rule.id()))));
        cells.mapPartitions(new RuleCheck(contracts), Encoders.row(SCHEMA))
                .collectAsList()
                .forEach(row -> {
                    Tally tally = tally(row);
                    (row.getBoolean(6) ? rules : outcomes)
                            .merge(key(tally.source(), tally.rule()), tally, Tally::merge);
                });
        return new Results(List.copyOf(outcomes.values()), List.copyOf(rules.values()));
    }

    private static String key(String source, String rule) {
        return source + "/" + rule;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> cells) {
        Outcomes outcomes = new Outcomes();
        Map<String, Tally> tallies = new TreeMap<>();
        YearFigures figures = null;
        List<Object> current = null;
        String source = null;
        while (cells.hasNext()) {
            Row cell = cells.next();
            outcomes.add(cell);
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
        return Stream.concat(
                        outcomes.tallies().stream().map(tally -> row(tally, false)),
                        tallies.values().stream().map(tally -> row(tally, true)))
                .iterator();
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

    private static Row row(Tally tally, boolean declared) {
        return RowFactory.create(
                tally.source(),
                tally.rule(),
                tally.checked(),
                tally.failed(),
                tally.worst(),
                tally.worstCase(),
                declared);
    }

    private static Tally tally(Row row) {
        return new Tally(
                row.getString(0), row.getString(1), row.getLong(2), row.getLong(3), row.getDouble(4), row.getString(5));
    }
}
