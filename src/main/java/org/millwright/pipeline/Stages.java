package org.millwright.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.millwright.contract.DatasetContents;
import org.millwright.contract.Definitions;
import org.millwright.contract.MeasureCode;
import org.millwright.harmonise.ConstantPrices;
import org.millwright.harmonise.GrowthRates;
import org.millwright.harmonise.RevisionStatistics;
import org.millwright.ingest.Records;
import org.millwright.lake.DeltaTables;
import org.millwright.lake.Lake;
import org.millwright.lake.Ledger;
import org.millwright.lake.ReleaseInfo;
import org.millwright.lake.Releases;
import org.millwright.lake.RunInfo;
import org.millwright.measure.IndicatorValues;
import org.millwright.publish.CodeLists;
import org.millwright.publish.History;
import org.millwright.publish.Publisher;
import org.millwright.structure.Decompositions;
import org.millwright.structure.StructureStatistics;
import org.millwright.structure.TraditionalShare;
import org.millwright.validate.Cells;
import org.millwright.validate.Validation;

/** The stages of one run, each from tables to tables. */
final class Stages {
    private static final int WRITERS = 4;
    private static final String OBSERVATIONS = "observations";
    private static final String REJECTED = "rejected_rows";
    private static final String RESULTS = "rule_results";

    private final Workload workload;
    private final SparkSession session;
    private final Lake lake;
    private RunPlan plan;
    private final String run;
    private final Definitions definitions;
    private final DeltaTables delta;
    private final PeriodWindow periods;
    private final RunTables tables;
    private Set<String> leftOut = Set.of();
    private Dataset<Row> cells;
    private Industries industries;

    Stages(SparkSession session, Lake lake, RunPlan plan, String run) {
        this.workload = Workload.of(session, plan, run);
        this.session = workload.session();
        this.lake = lake;
        this.plan = plan;
        this.run = run;
        this.definitions = plan.definitions();
        this.delta = new DeltaTables(this.session, lake, run);
        this.periods = new PeriodWindow(plan.request().window());
        this.tables = new RunTables(delta, definitions, periods, run);
    }

    /**
     * Takes back what runs stored that did not end by themselves.
     *
     * @return what was taken back, for people
     */
    Optional<String> takeBack() {
        List<String> taken = delta.takeBack(
                plan.ledger(),
                Stream.of(OBSERVATIONS, REJECTED, RESULTS)
                        .map(definitions::table)
                        .toList());
        return Optional.of(String.join(", ", taken))
                .filter(names -> !names.isEmpty())
                .map(names -> "taken back what a run had stored that did not end: " + names);
    }

    /** Reads and judges the new files, and checks every rule; nothing is written yet. */
    Findings ingest(Verdict verdict) {
        Dataset<Row> records = workload.gathered(new Records(session).read(plan.contracts(), plan.unread()));
        cells = new Validation(definitions).judge(records, plan.contracts()).persist(StorageLevel.MEMORY_AND_DISK());
        Findings findings = Findings.of(cells, plan, verdict);
        new VolumeGate(lake, plan.request().settings().sources())
                .results(findings.sources())
                .forEach(verdict::add);
        return findings;
    }

    /**
     * Leaves out the optional sources that cannot be used, unless there would be nothing at all.
     *
     * @return whether there is anything to compute
     */
    boolean leaveOut(Verdict verdict) {
        leftOut = verdict.leftOut().keySet();
        plan = plan.without(leftOut);
        if (plan.ledgerAfter(run).files().isEmpty()) {
            verdict.requireAll();
        }
        return !plan.nothingNew();
    }

    /** Writes what was rejected and how every rule fared, and leaves it to be queried: nothing will be published. */
    void leave(Verdict verdict) {
        try (TableWriters writers = new TableWriters(WRITERS)) {
            if (!tables.written().contains(REJECTED)) {
                writers.begin(this::rejected);
            }
            writers.begin(() -> results(verdict));
            writers.await();
        }
        free();
        List<String> left = List.of(REJECTED, RESULTS);
        new Publisher(lake, delta, definitions).leaveFindings(run, left);
        plan.ledger().after(run, tables.versions(left)).write(lake);
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
        tables.keep(OBSERVATIONS);
        if (!plan.unread().isEmpty()) {
            Dataset<Row> accepted =
                    cells.filter(col("rule").isNull()).filter(not(col("source").isin(leftOut.toArray())));
            plan.replacedObservations()
                    .ifPresentOrElse(
                            condition -> tables.replaceWhere(OBSERVATIONS, accepted, condition),
                            () -> tables.append(OBSERVATIONS, accepted));
        }
    }

    private void rejected() {
        tables.append(
                REJECTED, cells.filter(col("rule").isNotNull().and(col("rule").notEqual(Cells.EXCLUDED))));
    }

    private void results(Verdict verdict) {
        tables.append(RESULTS, Findings.table(verdict.results(), session).coalesce(1));
    }

    /**
     * Makes the figures of industries, and adds to the verdict what is to be told of them.
     *
     * @return the sources of which nothing was known on the day that was asked for, for people
     */
    List<String> harmonise(Verdict verdict) {
        Dataset<Row> observations = workload.gathered(tables.read(OBSERVATIONS));
        AsOf asOf = new AsOf(plan.request().asOf());
        List<String> unknown = asOf.unknown(observations);
        ConstantPrices prices =
                new ConstantPrices(plan.contracts(), plan.request().settings().baseYear());
        industries = new Industries(asOf.known(observations), definitions, prices);
        industries.rules().forEach(verdict::add);
        industries.contradictions().forEach(problem -> verdict.refuse("", problem));
        DriftGate.results(plan, industries.rows(), lake).forEach(verdict::add);
        periods.requireFigures(industries.rows());
        return unknown;
    }

    /** Computes everything that follows from the figures of industries, and writes each table once. */
    void compute(RunInfo info, Verdict verdict) {
        Dataset<Row> figures = industries.rows();
        Dataset<Row> revisions = industries.revisions().persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> indicators = new IndicatorValues(
                        definitions.indicators().values(), DatasetContents.of(plan.contracts(), definitions))
                .of(figures)
                .persist(StorageLevel.MEMORY_AND_DISK());
        SeasonalTables seasonal = new SeasonalTables(plan);
        try (TableWriters writers = new TableWriters(WRITERS)) {
            writers.begin(() -> results(verdict));
            writers.begin(() -> tables.replace("industry_measures", figures));
            writers.begin(() -> tables.replace("growth_rates", growthRates().of(figures)));
            writers.begin(() -> tables.replace("revisions", revisions));
            writers.begin(() -> tables.replace("revision_statistics", RevisionStatistics.of(revisions)));
            writers.begin(() -> tables.replace("indicator_values", indicators));
            writers.begin(() -> tables.replace("activity_industries", industries.activities()));
            writers.begin(() -> tables.replace("traditional_share", TraditionalShare.of(figures)));
            writers.begin(
                    () -> tables.replace("structure_statistics", structure().of(figures)));
            Decompositions decompositions = new Decompositions(
                    industries.divisions(), definitions.areas().values());
            writers.begin(() -> tables.replace("productivity_decomposition", decompositions.productivity(figures)));
            writers.begin(() -> tables.replace("intensity_decomposition", decompositions.intensity(figures)));
            writers.begin(() -> tables.replace("regional_decomposition", decompositions.regional(figures)));
            writers.begin(() -> seasonal.of(industries, lake).forEach(tables::replace));
            List<CompositeTables> composites = composites(indicators, writers);
            codeLists(writers);
            History history = new History(lake, definitions);
            writers.begin(() -> tables.replace("runs", history.runs(session, info)));
            writers.begin(() -> tables.replace(
                    "releases", history.releases(session, run, Instant.now().toString(), current())));
            writers.await();
            composites.forEach(CompositeTables::free);
        }
        revisions.unpersist();
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

    /** Writes the code lists, unless they show the definitions of the current release already. */
    private void codeLists(TableWriters writers) {
        new CodeLists(definitions).tables(session).forEach((name, rows) -> {
            if (plan.sameDefinitions() && delta.isAsLeft(definitions.table(name), plan.ledger())) {
                tables.keep(name);
            } else {
                writers.begin(() -> tables.replace(name, rows));
            }
        });
    }

    private StructureStatistics structure() {
        return new StructureStatistics(
                industries.divisions(),
                definitions.measures().values(),
                definitions.areas().values());
    }

    /** The release that readers will see: a backfill leaves it as it is. */
    private String current() {
        return plan.request().backfills() ? new Releases(lake).current().orElse("") : run;
    }

    private GrowthRates growthRates() {
        List<String> growthThemselves = definitions.measures().values().stream()
                .filter(MeasureCode::isGrowthItself)
                .map(MeasureCode::code)
                .toList();
        return new GrowthRates(growthThemselves, plan.request().settings().growthSpans());
    }

    /** Writes the tables of the composites. */
    private List<CompositeTables> composites(Dataset<Row> indicators, TableWriters writers) {
        List<CompositeTables> composites = plan.request().settings().composites().stream()
                .map(id -> CompositeTables.of(id, indicators, plan))
                .toList();
        CompositeTables.united(composites).forEach((table, rows) -> writers.begin(() -> tables.replace(table, rows)));
        return composites;
    }

    /** Copies and checks what is going to be published; nobody sees it yet. */
    ReleaseInfo prepare() {
        return new Publisher(lake, delta, definitions).prepare(ReleaseDraft.of(plan, run), tables.written());
    }

    /** Publishes, and remembers which files the tables hold now; killed in between, the next run does. */
    void publish(ReleaseInfo prepared) {
        Map<String, Long> versions = prepared.tables().stream()
                .collect(Collectors.toMap(ReleaseInfo.Table::name, ReleaseInfo.Table::deltaVersion));
        plan.ledgerAfter(run).after(run, versions).announce(lake);
        new Publisher(lake, delta, definitions).publish(prepared);
        Ledger.settle(lake);
    }
}
