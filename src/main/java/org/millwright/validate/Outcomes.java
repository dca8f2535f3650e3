package org.millwright.validate;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;

/** Counts cells by source and by the rule that rejected them, and keeps the first rejected one of each as an example. */
final class Outcomes {
    private final Map<String, Map<String, long[]>> counts = new TreeMap<>();
    private final Map<String, Map<String, String>> examples = new TreeMap<>();

    void add(Row cell) {
        String source = cell.getString(Cells.SOURCE);
        String rule = cell.isNullAt(Cells.RULE) ? "" : cell.getString(Cells.RULE);
        long[] count = counts.computeIfAbsent(source, key -> new TreeMap<>()).computeIfAbsent(rule, key -> new long[1]);
        if (count[0]++ == 0 && !rule.isEmpty()) {
            examples.computeIfAbsent(source, key -> new TreeMap<>()).put(rule, place(cell));
        }
    }

    /** Where a rejected cell stands, and what was seen there. */
    private static String place(Row cell) {
        return Stream.of(
                        cell.getString(Cells.FILE),
                        cell.getString(Cells.SHEET),
                        "row " + cell.getLong(Cells.ROW),
                        cell.getString(Cells.FIELD),
                        cell.getString(Cells.OBSERVED))
                .filter(text -> text != null && !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    Collection<Tally> tallies() {
        return counts.entrySet().stream()
                .flatMap(source -> source.getValue().entrySet().stream()
                        .map(rule -> tally(source.getKey(), rule.getKey(), rule.getValue()[0])))
                .toList();
    }

    private Tally tally(String source, String rule, long count) {
        String example = examples.getOrDefault(source, Map.of()).getOrDefault(rule, "");
        return new Tally(source, rule, count, rule.isEmpty() ? 0 : count, 0, example);
    }
}
