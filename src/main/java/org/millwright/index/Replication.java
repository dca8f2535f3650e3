package org.millwright.index;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/**
 * A panel and the number of a slice to the outcomes of the slice's replicates. Every slice has the whole panel; slice k of S
 * computes the replicates from kT/S to (k + 1)T/S of T.
 *
 * @param analysed by dataset, the periods that are scored
 */
record Replication(Map<String, CompositeModel> models, Map<String, Set<String>> analysed, int slices)
        implements MapPartitionsFunction<Row, Row> {
    private static final int SLICE = SectionBuilder.PANEL.size();

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        SortedMap<String, SortedMap<String, SectionBuilder>> panels = new TreeMap<>();
        int slice = 0;
        while (rows.hasNext()) {
            Row row = rows.next();
            slice = row.getInt(SLICE);
            String dataset = SectionBuilder.dataset(row);
            panels.computeIfAbsent(dataset, any -> new TreeMap<>())
                    .computeIfAbsent(
                            SectionBuilder.period(row),
                            period -> new SectionBuilder(models.get(dataset).layout(), period))
                    .add(row);
        }
        List<Row> outcomes = new ArrayList<>();
        for (Map.Entry<String, SortedMap<String, SectionBuilder>> panel : panels.entrySet()) {
            List<CrossSection> sections = panel.getValue().values().stream()
                    .map(SectionBuilder::build)
                    .toList();
            outcomes.addAll(outcomes(panel.getKey(), sections, slice));
        }
        return outcomes.iterator();
    }

    private List<Row> outcomes(String dataset, List<CrossSection> panel, int slice) {
        CompositeModel model = models.get(dataset);
        Layout layout = model.layout();
        Trials trials = new Trials(layout, model.parameters());
        int from = (int) ((long) trials.size() * slice / slices);
        int to = (int) ((long) trials.size() * (slice + 1) / slices);
        Set<String> periods = analysed.get(dataset);
        List<Outcomes> byPeriod = new AlongTime(layout)
                .carry(panel).stream()
                        .filter(section -> periods.contains(section.period()))
                        .map(section -> new Outcomes(model.score(section), trials, from, to))
                        .toList();
        Replicates replicates = new Replicates(layout, panel, periods::contains);
        for (int trial = from; trial < to; trial++) {
            List<NodeScores> nodes = replicates.nodes(trials.choices(trial));
            for (int period = 0; period < nodes.size(); period++) {
                byPeriod.get(period).add(trial, nodes.get(period));
            }
        }
        List<Row> rows = new ArrayList<>();
        byPeriod.forEach(outcomes -> rows.addAll(outcomes.rows(dataset)));
        return rows;
    }
}
