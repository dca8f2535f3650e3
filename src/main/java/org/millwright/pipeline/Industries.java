package org.millwright.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.millwright.contract.Definitions;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problem;
import org.millwright.harmonise.IndustryMapping;
import org.millwright.harmonise.IndustryMeasures;
import org.millwright.harmonise.PeriodRules;

/** The figures of industries in one run, and what is to be told of them. */
final class Industries {
    private static final int MOST_PROBLEMS = 20;

    private final Dataset<Row> rows;
    private final List<Findings.Result> rules;

    private Industries(Dataset<Row> rows, List<Findings.Result> rules) {
        this.rows = rows;
        this.rules = rules;
    }

    /** Harmonises the observations; a Spark job makes the figures and checks their rules, after which they are persisted. */
    static Industries of(Dataset<Row> observations, Definitions definitions, Optional<String> asOf) {
        Map<String, Set<String>> activities = activities(observations);
        IndustryMapping mapping = new IndustryMapping(definitions, activities);
        Dataset<Row> rows = new IndustryMeasures(
                        definitions.measures().values(),
                        mapping.classifications(),
                        hasUnits(definitions, activities.keySet()),
                        asOf)
                .of(observations, mapping.table(observations.sparkSession()))
                .withColumn(
                        "method_version",
                        lit(IndustryMeasures.METHOD + "+" + definitions.scheme().id()))
                .persist(StorageLevel.MEMORY_AND_DISK());
        return new Industries(
                rows, TableCheck.of(rows, PeriodRules.all(definitions.measures().values())));
    }

    private static boolean hasUnits(Definitions definitions, Set<String> sources) {
        return sources.stream()
                .flatMap(id -> Optional.ofNullable(definitions.sources().get(id)).stream())
                .anyMatch(source -> !source.keys().breakdown().isEmpty());
    }

    /** The activity codes in the data: as many as the classifications have, however large the data are. */
    static Map<String, Set<String>> activities(Dataset<Row> observations) {
        Map<String, Set<String>> activities = new TreeMap<>();
        observations
                .select("source", "activity")
                .distinct()
                .collectAsList()
                .forEach(row -> activities
                        .computeIfAbsent(row.getString(0), source -> new TreeSet<>())
                        .add(row.getString(1)));
        return activities;
    }

    Dataset<Row> rows() {
        return rows;
    }

    List<Findings.Result> rules() {
        return rules;
    }

    /** Figures that two sources of one dataset publish at one frequency: nobody can say which is right. */
    List<Problem> contradictions() {
        return rows.filter(col("figures").gt(1)).limit(MOST_PROBLEMS).collectAsList().stream()
                .map(row -> new Problem(
                        ErrorCode.FIGURE_FROM_TWO_SOURCES,
                        "dataset " + row.getAs("dataset"),
                        "two sources give " + row.getAs("measure") + " of " + row.getAs("industry") + " in "
                                + row.getAs("area") + " " + row.getAs("period"),
                        "Put them in two datasets, or let one contract exclude the figure"))
                .toList();
    }

    void unpersist() {
        rows.unpersist();
    }
}
