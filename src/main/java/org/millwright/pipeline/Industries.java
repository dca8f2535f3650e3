package org.millwright.pipeline;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.millwright.contract.Definitions;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problem;
import org.millwright.harmonise.ConstantPrices;
import org.millwright.harmonise.IndustryMapping;
import org.millwright.harmonise.IndustryMeasures;
import org.millwright.harmonise.PeriodRules;
import org.millwright.harmonise.Revisions;
import org.millwright.structure.Divisions;

/** The figures of industries in one run, and what is to be told of them. */
final class Industries {
    private static final int MOST_PROBLEMS = 20;

    private final Dataset<Row> observations;
    private final Map<String, Set<String>> activityCodes;
    private final IndustryMapping mapping;
    private final Divisions divisions;
    private final Dataset<Row> rows;
    private final List<RuleResult> rules;
    private final Dataset<Row> revisions;

    /** Harmonises observations; a Spark job makes the figures and checks their rules, after which they are persisted. */
    Industries(Dataset<Row> observations, Definitions definitions, ConstantPrices prices) {
        this.observations = observations;
        activityCodes = activityCodes(observations);
        mapping = new IndustryMapping(definitions, activityCodes);
        divisions = new Divisions(definitions.scheme(), mapping.undivided());
        Dataset<Row> links = mapping.table(observations.sparkSession());
        IndustryMeasures published = new IndustryMeasures(
                definitions.measures().values(),
                mapping.classifications(),
                hasUnits(definitions, activityCodes.keySet()));
        rows = published
                .of(observations, links, prices)
                .withColumn(
                        "method_version",
                        prices.methodVersion(IndustryMeasures.METHOD + "+"
                                + definitions.scheme().id()))
                .persist(StorageLevel.MEMORY_AND_DISK());
        rules = TableCheck.of(
                rows,
                Stream.concat(PeriodRules.all(definitions.measures().values()).stream(), prices.rules().stream())
                        .toList());
        revisions = Revisions.of(observations, known -> published.of(known, links));
    }

    private static boolean hasUnits(Definitions definitions, Set<String> sources) {
        return sources.stream()
                .flatMap(id -> Optional.ofNullable(definitions.sources().get(id)).stream())
                .anyMatch(source -> !source.keys().breakdown().isEmpty());
    }

    /** The activity codes in the data: as many as the classifications have, however large the data are. */
    private static Map<String, Set<String>> activityCodes(Dataset<Row> observations) {
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

    /** What the figures are made of. */
    Dataset<Row> observations() {
        return observations;
    }

    /** The activity codes in the data of each source. */
    Map<String, Set<String>> activityCodes() {
        return activityCodes;
    }

    Dataset<Row> rows() {
        return rows;
    }

    /** How the industries of each dataset divide manufacturing. */
    Divisions divisions() {
        return divisions;
    }

    /** Where the activity codes of the sources went. */
    Dataset<Row> activities() {
        return mapping.table(rows.sparkSession()).drop("expected", "shifts").coalesce(1);
    }

    /** How the figures were revised; nothing of it is computed yet. */
    Dataset<Row> revisions() {
        return revisions;
    }

    List<RuleResult> rules() {
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
