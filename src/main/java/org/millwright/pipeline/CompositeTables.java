package org.millwright.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.millwright.contract.Composite;
import org.millwright.contract.DatasetContents;
import org.millwright.contract.Definitions;
import org.millwright.index.CompositeRobustness;
import org.millwright.index.CompositeScores;
import org.millwright.index.IndicatorPanel;

/**
 * The tables of one composite.
 *
 * @param release gives back what is cached for the tables, once they are written
 * @param tables table name to its rows
 */
record CompositeTables(List<Runnable> release, Map<String, Dataset<Row>> tables) {

    static CompositeTables of(String id, Dataset<Row> indicators, RunPlan plan) {
        Definitions definitions = plan.definitions();
        Composite composite = definitions.composites().get(id);
        IndicatorPanel industries = new IndicatorPanel(composite, definitions.indicators(), definitions.scheme());
        Dataset<Row> panel = industries.of(indicators);
        CompositeScores index = CompositeScores.estimate(
                industries.byDataset(DatasetContents.of(plan.contracts(), definitions)), panel);
        Dataset<Row> units = index.units(panel).persist(StorageLevel.MEMORY_AND_DISK());
        Map<String, Dataset<Row>> tables = new TreeMap<>();
        tables.put("index_scores", IndicatorPanel.published(index.scores(units)));
        tables.put("index_contributions", IndicatorPanel.published(index.contributions(units)));
        tables.put("index_changes", IndicatorPanel.published(index.changes(units)));
        tables.put("index_diagnostics", index.diagnostics(units));
        tables.put("index_parameters", index.parameters(indicators.sparkSession()));
        List<Runnable> release = new ArrayList<>(List.of(units::unpersist));
        if (composite.alternatives().isPresent()) {
            CompositeRobustness robustness = CompositeRobustness.of(index, panel, units);
            tables.put("index_robustness", IndicatorPanel.published(robustness.units()));
            tables.put("index_sensitivity", robustness.sensitivity());
            release.add(robustness::unpersist);
        }
        return new CompositeTables(release, tables);
    }

    /** The rows of all composites, table by table. */
    static Map<String, Dataset<Row>> united(Collection<CompositeTables> composites) {
        Map<String, Dataset<Row>> united = new TreeMap<>();
        composites.forEach(composite ->
                composite.tables().forEach((table, rows) -> united.merge(table, rows, Dataset::unionByName)));
        return united;
    }

    /** Gives back what is cached for the tables. */
    void free() {
        release.forEach(Runnable::run);
    }
}
