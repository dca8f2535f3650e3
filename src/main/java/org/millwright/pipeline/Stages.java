package org.millwright.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.millwright.contract.DatasetContents;
import org.millwright.contract.Definitions;
import org.millwright.contract.MeasureCode;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.harmonise.IndustryMapping;
import org.millwright.harmonise.IndustryMeasures;
import org.millwright.index.CompositeScores;
import org.millwright.ingest.Records;
import org.millwright.lake.DeltaTables;
import org.millwright.lake.Lake;
import org.millwright.lake.ReleaseInfo;
import org.millwright.lake.RunInfo;
import org.millwright.measure.IndicatorValues;
import org.millwright.model.InputFile;
import org.millwright.publish.CodeLists;
import org.millwright.publish.History;
import org.millwright.publish.Publisher;
import org.millwright.structure.Decompositions;
import org.millwright.structure.Divisions;
import org.millwright.structure.StructureStatistics;
import org.millwright.structure.TraditionalShare;
import org.millwright.validate.Cells;
import org.millwright.validate.Validation;

/** The stages of one run, each from tables to tables. */
final class Stages {
    private static final int WRITERS = 4;
    private static final List<String> FINDINGS = List.of("rejected_rows", "rule_results");

    private final SparkSession session;
    private final Lake lake;
    private final RunPlan plan;
    private final String run;
    private final Definitions definitions;
    private final DeltaTables tables;
    private final List<String> written = new ArrayList<>();
    private Dataset<Row> cells;
    private Divisions divisions;

    Stages(SparkSession session, Lake lake, RunPlan plan, String run) {
        this.session = session;
        this.lake = lake;
        this.plan = plan;
        this.run = run;
        this.definitions = plan.definitions();
        this.tables = new DeltaTables(session, lake);
    }

    int unread() {
        return plan.unread().size();
    }

    /** Reads and judges the new files, and checks every rule; nothing is written yet. */
    Findings ingest() {
        Dataset<Row> records = new Records(session).read(plan.contracts(), plan.unread());
        cells = new Validation(definitions).judge(records, plan.contracts()).persist(StorageLevel.MEMORY_AND_DISK());
        return Findings.of(cells, plan.contracts(), plan.unread());
    }

    /** Writes what was rejected and how every rule fared, and leaves it to be queried: nothing will be published. */
    void leave(Findings findings) {
        try (TableWriters writers = new TableWriters(WRITERS)) {
            write(findings, writers);
            writers.await();
        }
        cells.unpersist();
        new Publisher(lake, tables, definitions).leaveFindings(run, FINDINGS);
    }

    /** Stores the accepted figures, and what was found. */
    void store(Findings findings) {
        try (TableWriters writers = new TableWriters(WRITERS)) {
            writers.begin(this::observations);
            write(findings, writers);
            writers.await();
        }
        cells.unpersist();
    }

    /** A file that is read again, after a crash or a changed contract, replaces its own figures. */
    private void observations() {
        note("observations");
        if (!plan.unread().isEmpty()) {
            Dataset<Row> accepted = cells.filter(col("rule").isNull()).withColumn("run", lit(run));
            tables.replaceWhere(definitions.table("observations"), accepted, plan.replacedObservations());
        }
    }

    private void write(Findings findings, TableWriters writers) {
        Dataset<Row> rejected =
                cells.filter(col("rule").isNotNull().and(col("rule").notEqual(Cells.EXCLUDED)));
        writers.begin(() -> append("rejected_rows", rejected));
        writers.begin(() -> append("rule_results", findings.table(session).coalesce(1)));
    }

    /** Computes everything that follows from the observations, and writes each table once. */
    void compute(RunInfo info) {
        Dataset<Row> industries = industryMeasures();
        Dataset<Row> indicators = new IndicatorValues(
                        definitions.indicators().values(), DatasetContents.of(plan.contracts(), definitions))
                .of(industries)
                .persist(StorageLevel.MEMORY_AND_DISK());
        try (TableWriters writers = new TableWriters(WRITERS)) {
            writers.begin(() -> replace("industry_measures", industries));
            writers.begin(() -> replace("indicator_values", indicators));
            writers.begin(() -> replace("traditional_share", TraditionalShare.of(industries)));
            writers.begin(() -> replace("structure_statistics", structure().of(industries)));
            Decompositions decompositions = new Decompositions(divisions);
            writers.begin(() -> replace("productivity_decomposition", decompositions.productivity(industries)));
            writers.begin(() -> replace("intensity_decomposition", decompositions.intensity(industries)));
            List<CompositeTables> composites = composites(indicators, writers);
            codeLists(writers);
            History history = new History(lake, definitions);
            writers.begin(() -> replace("runs", history.runs(session, info)));
            writers.begin(() -> replace(
                    "releases", history.releases(session, run, Instant.now().toString())));
            writers.await();
            composites.forEach(CompositeTables::free);
        }
        indicators.unpersist();
        industries.unpersist();
    }

    /** Writes the code lists, unless the definitions that they show are those of the current release. */
    private void codeLists(TableWriters writers) {
        new CodeLists(definitions).tables(session).forEach((name, rows) -> {
            if (plan.sameDefinitions()) {
                note(name);
            } else {
                writers.begin(() -> replace(name, rows));
            }
        });
    }

    private Dataset<Row> industryMeasures() {
        Dataset<Row> observations = tables.read(definitions.table("observations"));
        Map<String, Set<String>> activities = activities(observations);
        IndustryMapping mapping = new IndustryMapping(definitions, activities);
        divisions = new Divisions(definitions.scheme(), mapping.undivided());
        Dataset<Row> industries = new IndustryMeasures(
                        notAdditive(),
                        hasUnits(activities.keySet()),
                        plan.request().asOf())
                .of(observations, mapping.table(session))
                // All that follows compares industries and years of one area: it need not be shuffled again.
                .repartition(col("dataset"), col("area"))
                .withColumn(
                        "method_version",
                        lit(IndustryMeasures.METHOD + "+" + definitions.scheme().id()))
                .persist(StorageLevel.MEMORY_AND_DISK());
        refuseTwoSources(industries);
        return industries;
    }

    private StructureStatistics structure() {
        return new StructureStatistics(
                divisions, definitions.measures().values(), definitions.areas().values());
    }

    private List<String> notAdditive() {
        return definitions.measures().values().stream()
                .filter(measure -> !measure.additive())
                .map(MeasureCode::code)
                .toList();
    }

    private boolean hasUnits(Set<String> sources) {
        return sources.stream()
                .flatMap(id -> Optional.ofNullable(definitions.sources().get(id)).stream())
                .anyMatch(source -> !source.keys().breakdown().isEmpty());
    }

    /** The activity codes in the data: as many as the classifications have, however large the data are. */
    private static Map<String, Set<String>> activities(Dataset<Row> observations) {
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

    private static void refuseTwoSources(Dataset<Row> industries) {
        List<Problem> problems = industries.filter(col("figures").gt(1)).limit(20).collectAsList().stream()
                .map(row -> new Problem(
                        ErrorCode.FIGURE_FROM_TWO_SOURCES,
                        "dataset " + row.getAs("dataset"),
                        "two sources give " + row.getAs("measure") + " of " + row.getAs("industry") + " in "
                                + row.getAs("area") + " " + row.getAs("period"),
                        "Put them in two datasets, or let one contract exclude the figure"))
                .toList();
        if (!problems.isEmpty()) {
            throw new MillwrightException(problems);
        }
    }

    /** Writes the tables of the composites. */
    private List<CompositeTables> composites(Dataset<Row> indicators, TableWriters writers) {
        List<CompositeTables> composites = plan.request().settings().composites().stream()
                .map(id -> CompositeTables.of(id, indicators, plan))
                .toList();
        CompositeTables.united(composites).forEach((table, rows) -> writers.begin(() -> replace(table, rows)));
        return composites;
    }

    ReleaseInfo publish() {
        List<String> methods = new ArrayList<>();
        methods.add(IndustryMeasures.METHOD.toString());
        methods.add(StructureStatistics.METHOD.toString());
        methods.add(Decompositions.SHIFT_SHARE.toString());
        methods.add(Decompositions.LMDI.toString());
        plan.request()
                .settings()
                .composites()
                .forEach(id -> methods.add(CompositeScores.METHOD + "+" + id + "/"
                        + definitions.composites().get(id).version()));
        List<ReleaseInfo.Input> inputs = plan.ledgerAfter(run).files().stream()
                .map(entry -> input(entry.file()))
                .toList();
        ReleaseInfo draft = new ReleaseInfo(run, "", run, plan.checksum(), methods, inputs, List.of());
        ReleaseInfo release = new Publisher(lake, tables, definitions)
                .publish(draft, written.stream().sorted().toList());
        plan.ledgerAfter(run).write(lake);
        return release;
    }

    private static ReleaseInfo.Input input(InputFile file) {
        return new ReleaseInfo.Input(file.source(), file.name(), file.sha256(), file.vintage());
    }

    private void append(String table, Dataset<Row> rows) {
        note(table);
        tables.append(definitions.table(table), rows.withColumn("run", lit(run)));
    }

    private void replace(String table, Dataset<Row> rows) {
        boolean stamped = definitions.table(table).schema().getFieldIndex("run").isDefined();
        boolean hasOwn = List.of(rows.columns()).contains("run");
        tables.replace(definitions.table(table), stamped && !hasOwn ? rows.withColumn("run", lit(run)) : rows);
        note(table);
    }

    private void note(String table) {
        synchronized (written) {
            written.add(table);
        }
    }
}
