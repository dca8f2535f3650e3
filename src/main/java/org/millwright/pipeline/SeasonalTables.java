package org.millwright.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.storage.StorageLevel;
import org.millwright.contract.Definitions;
import org.millwright.contract.MeasureCode;
import org.millwright.contract.MeasureCode.OverTime;
import org.millwright.contract.Seasonal;
import org.millwright.contract.SourceContract;
import org.millwright.lake.Lake;
import org.millwright.seasonal.Declarations;
import org.millwright.seasonal.PublishedSeries;
import org.millwright.seasonal.SeasonalAdjustment;

/** The tables of seasonal adjustment, for the sources of a run that declare it. */
final class SeasonalTables {
    private static final String MODELS = "seasonal_models";

    private final RunPlan plan;
    private final Definitions definitions;
    private final List<SourceContract> declared;
    private Dataset<Row> adjusted;

    SeasonalTables(RunPlan plan) {
        this.plan = plan;
        this.definitions = plan.definitions();
        this.declared = plan.contracts().stream()
                .filter(contract -> contract.seasonal().isPresent())
                .toList();
    }

    /** Table name to its rows, which share one computation; none where no source declares seasonal adjustment. */
    Map<String, Dataset<Row>> of(Industries industries, Lake lake) {
        Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
        if (!declared.isEmpty()) {
            Declarations declarations = declarations();
            Dataset<Row> observations = industries.observations();
            Dataset<Row> series = PublishedSeries.ofActivities(observations, activities(industries))
                    .unionByName(PublishedSeries.ofIndustries(
                            industries.rows(),
                            definitions.scheme().id(),
                            declarations.byDataset().keySet()));
            adjusted = new SeasonalAdjustment(declarations)
                    .of(series, new CurrentRelease(observations.sparkSession(), lake).table(definitions.table(MODELS)))
                    .persist(StorageLevel.MEMORY_AND_DISK());
            tables.put("seasonal_adjustment", SeasonalAdjustment.figures(adjusted));
            tables.put("seasonal_diagnostics", SeasonalAdjustment.diagnostics(adjusted));
            tables.put(MODELS, SeasonalAdjustment.models(adjusted));
        }
        return tables;
    }

    private Declarations declarations() {
        HashMap<String, Seasonal> byDataset = new HashMap<>();
        HashMap<String, String> checksums = new HashMap<>();
        declared.forEach(contract -> {
            byDataset.put(contract.dataset(), contract.seasonal().orElseThrow());
            checksums.merge(contract.dataset(), plan.seriesChecksum(contract), String::concat);
        });
        HashSet<String> totalled = new HashSet<>();
        definitions.measures().values().stream()
                .filter(measure -> measure.overTime() == OverTime.SUM || measure.overTime() == OverTime.MEAN)
                .map(MeasureCode::code)
                .forEach(totalled::add);
        return new Declarations(byDataset, checksums, totalled, definitions.springFestival());
    }

    /** The activities of manufacturing in the data of the sources that declare seasonal adjustment. */
    private Dataset<Row> activities(Industries industries) {
        List<Row> rows = new ArrayList<>();
        Map<String, Set<String>> inData = industries.activityCodes();
        declared.forEach(contract -> inData.getOrDefault(contract.id(), Set.of()).stream()
                .filter(definitions.concordance(contract)::isManufacturing)
                .forEach(code -> rows.add(RowFactory.create(
                        contract.id(), code, contract.keys().activity().classification()))));
        return industries.rows().sparkSession().createDataFrame(rows, PublishedSeries.ACTIVITIES);
    }

    /** Methods and versions behind the figures. */
    List<String> methods() {
        return declared.stream()
                .map(contract -> SeasonalAdjustment.method(contract.seasonal().orElseThrow()))
                .distinct()
                .toList();
    }

    /** Gives back what is cached for the tables. */
    void free() {
        if (adjusted != null) {
            adjusted.unpersist();
        }
    }
}
