package org.millwright.index;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millwright.contract.Alternatives;
import org.millwright.contract.Alternatives.Periods;
import org.millwright.contract.Composite.Window;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.stat.imputation.Imputation;

/**
 * The part of a panel that every replicate needs: the periods that are analysed, and the reference window if anything is
 * estimated on it.
 *
 * @param units by dataset and period, how many units there are
 */
record PanelShare(Map<String, CompositeModel> models, Map<String, SortedMap<String, Long>> units) {
    /** How many numbers a task may hold, 8 bytes each: the panel, and the indicators once for every combination. */
    static final long LIMIT = 25_000_000;

    /** How many scores a slice may hold. */
    private static final long SCORES = 5_000_000;

    /** Counts units; the periods of a panel are few, however large it is. */
    static PanelShare of(Map<String, CompositeModel> models, Dataset<Row> units) {
        Map<String, SortedMap<String, Long>> counts = new TreeMap<>();
        units.groupBy("dataset", "period")
                .count()
                .collectAsList()
                .forEach(row -> counts.computeIfAbsent(row.getString(0), dataset -> new TreeMap<>())
                        .put(row.getString(1), row.getLong(2)));
        return new PanelShare(models, counts);
    }

    /** By dataset, the periods that are scored. */
    Map<String, Set<String>> analysed() {
        Map<String, Set<String>> analysed = new TreeMap<>();
        units.forEach((dataset, periods) -> analysed.put(
                dataset,
                alternatives().periods() == Periods.ALL ? new TreeSet<>(periods.keySet()) : Set.of(periods.lastKey())));
        return analysed;
    }

    /** Which rows of the panel every slice gets. */
    Column needed() {
        Column needed = lit(false);
        for (String dataset : units.keySet()) {
            Column periods = col("period").isin(neededPeriods(dataset).toArray());
            needed = needed.or(col("dataset").equalTo(dataset).and(periods));
        }
        return needed;
    }

    /** The periods of a dataset that every slice gets. */
    Set<String> neededPeriods(String dataset) {
        Layout layout = models.get(dataset).layout();
        Window window = layout.composite().window();
        Set<String> needed = new TreeSet<>(analysed().get(dataset));
        boolean estimates = !window.eachPeriod() && estimates(layout);
        units.get(dataset).keySet().stream()
                .filter(period -> carries(layout) || (estimates && window.holds(period)))
                .forEach(needed::add);
        return needed;
    }

    /** Whether a gap may be filled from any other period. */
    private boolean carries(Layout layout) {
        return AlongTime.isAskedBy(layout)
                || alternatives().imputations().stream().anyMatch(Imputation.AlongTime.class::isInstance);
    }

    private boolean estimates(Layout layout) {
        return CompositeModel.estimatesWeights(layout)
                || Choices.combinations(alternatives()).stream()
                        .map(choices -> new Variation(layout, choices).ofLeaves())
                        .anyMatch(leaves -> Round.of(leaves).stream().anyMatch(Round::needsData));
    }

    /** Refuses a panel of which a task could not hold its share. */
    void requireThatItFits() {
        Layout layout = layout();
        long combinations = Choices.combinations(alternatives()).size();
        long numbers = rows()
                * (layout.columns().size() + combinations * layout.leaves().size());
        if (numbers > LIMIT) {
            throw new MillwrightException(new Problem(
                    ErrorCode.DEFINITION_INVALID,
                    layout.composite().tree().where(),
                    String.format(
                            Locale.ROOT,
                            "the robustness of '%s' would need %,d numbers in every task, %,d rows under %d combinations of"
                                    + " alternatives; the limit is %,d",
                            layout.composite().id(),
                            numbers,
                            rows(),
                            combinations,
                            LIMIT),
                    "Narrow the reference window, analyse the latest period only, or declare fewer alternatives"));
        }
    }

    /** The rows that a task holds: those of all datasets come one after the other. */
    private long rows() {
        return units.keySet().stream()
                .mapToLong(dataset -> neededPeriods(dataset).stream()
                        .mapToLong(period -> units.get(dataset).get(period))
                        .sum())
                .sum();
    }

    /** As many slices as there are workers, and more where a slice would hold too many scores. */
    int slices(int workers) {
        long scores = analysed().entrySet().stream()
                        .mapToLong(entry -> entry.getValue().stream()
                                .mapToLong(period -> units.get(entry.getKey()).get(period))
                                .sum())
                        .sum()
                * alternatives().replicates();
        return (int) Math.max(workers, scores / SCORES + 1);
    }

    private Layout layout() {
        return models.values().iterator().next().layout();
    }

    private Alternatives alternatives() {
        return layout().composite().robustness();
    }
}
