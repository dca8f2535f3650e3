package org.millwright.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.millwright.contract.DatasetContents;
import org.millwright.contract.Definitions;
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
import org.millwright.structure.TraditionalShare;
import org.millwright.validate.Cells;
import org.millwright.validate.Validation;

/** The stages of one run, each from tables to tables. */
final class Stages {
    private static final int WRITERS = 4;
    private static final String REJECTED = "rejected_rows";
    private static final String RESULTS = "rule_results";

    private final SparkSession session;
    private final Lake lake;
    private final RunPlan plan;
    private final String run;
    private final Definitions definitions;
    private final DeltaTables tables;
    private final List<String> written = new ArrayList<>();
    private Dataset<Row> cells;
    private Industries industries;

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
            if (!written.contains(REJECTED)) {
                writers.begin(this::rejected);
            }
            writers.begin(() -> results(findings));
            writers.await();
        }
        free();
        new Publisher(lake, tables, definitions).leaveFindings(run, List.of(REJECTED, RESULTS));
    }

    /** Stores the accepted figures, and what was rejected. */
    void store() {
        try (TableWriters writers = new TableWriters(WRITERS)) {
            writers.begin(this::observations);
            writers.begin(this::rejected);
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

    private void rejected() {
        append(REJECTED, cells.filter(col("rule").isNotNull().and(col("rule").notEqual(Cells.EXCLUDED))));
    }

    private void results(Findings findings) {
        append(RESULTS, findings.table(session).coalesce(1));
    }

    /** Makes the figures of industries, and adds to the findings what is to be told of them. */
    void harmonise(Findings findings) {
        Dataset<Row> observations = tables.read(definitions.table("observations"));
        industries = Industries.of(observations, definitions, plan.request().asOf());
        findings.add(industries.rules(), industries.contradictions());
    }

    /** Computes everything that follows from the figures of industries, and writes each table once. */
    void compute(RunInfo info, Findings findings) {
        Dataset<Row> figures = industries.rows();
        Dataset<Row> indicators = new IndicatorValues(
                        definitions.indicators().values(), DatasetContents.of(plan.contracts(), definitions))
                .of(figures)
                .persist(StorageLevel.MEMORY_AND_DISK());
        SeasonalTables seasonal = new SeasonalTables(plan);
        try (TableWriters writers = new TableWriters(WRITERS)) {
            writers.begin(() -> results(findings));
            writers.begin(() -> replace("industry_measures", figures));
            writers.begin(() -> replace("indicator_values", indicators));
            writers.begin(() -> replace("traditional_share", TraditionalShare.of(figures)));
            writers.begin(() -> seasonal.of(tables.read(definitions.table("observations")), figures, lake)
                    .forEach(this::replace));
            List<CompositeTables> composites = composites(indicators, writers);
            codeLists(writers);
            History history = new History(lake, definitions);
            writers.begin(() -> replace("runs", history.runs(session, info)));
            writers.begin(() -> replace(
                    "releases", history.releases(session, run, Instant.now().toString())));
            writers.await();
            composites.forEach(CompositeTables::free);
        }
        seasonal.free();
        indicators.unpersist();
        free();
    }

    private void free() {
        cells.unpersist();
        if (industries != null) {
            industries.unpersist();
        }
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
        methods.addAll(new SeasonalTables(plan).methods());
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
