package org.millwright.pipeline;

import static org.apache.spark.sql.functions.col;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.millwright.contract.Rule;
import org.millwright.contract.SourceContract;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problem;
import org.millwright.lake.RunInfo;
import org.millwright.model.InputFile;
import org.millwright.model.Severity;
import org.millwright.pipeline.RuleResult.Cases;
import org.millwright.validate.Cells;
import org.millwright.validate.RuleCheck;
import org.millwright.validate.Tally;

/** What reading and judging found: counts for each source, and the result of every rule. */
final class Findings {
    private static final StructType RESULTS =
            StructType.fromDDL("source STRING, rule STRING, severity STRING, checked BIGINT,"
                    + " failed BIGINT, allowed DOUBLE, measured DOUBLE, worst_case STRING, passed BOOLEAN");
    private static final int MOST_FILES = 100;

    private final List<SourceContract> contracts;
    private final List<InputFile> files;
    private final Verdict verdict;
    /** By source and rule. */
    private final Map<String, Map<String, Tally>> outcomes = new TreeMap<>();

    private Findings(RunPlan plan, Verdict verdict) {
        this.contracts = plan.contracts();
        this.files = plan.unread();
        this.verdict = verdict;
    }

    /**
     * Counts judged figures and checks rules; runs a Spark job over the cells, which should be persisted.
     *
     * @param verdict is told every result
     */
    static Findings of(Dataset<Row> cells, RunPlan plan, Verdict verdict) {
        Findings findings = new Findings(plan, verdict);
        RuleCheck.Results results = RuleCheck.of(cells, plan.contracts());
        results.outcomes().forEach(findings::add);
        findings.structural();
        findings.unreadable(cells);
        results.rules().forEach(findings::declared);
        return findings;
    }

    private void add(Tally outcome) {
        outcomes.computeIfAbsent(outcome.source(), source -> new TreeMap<>()).put(outcome.rule(), outcome);
    }

    private Collection<Tally> rejections(String source) {
        return outcomes.getOrDefault(source, Map.of()).values().stream()
                .filter(outcome -> !outcome.rule().isEmpty() && !outcome.rule().equals(Cells.EXCLUDED))
                .toList();
    }

    private long number(String source, String rule) {
        Tally outcome = outcomes.getOrDefault(source, Map.of()).get(rule);
        return outcome == null ? 0 : outcome.checked();
    }

    private long rejected(String source) {
        return rejections(source).stream().mapToLong(Tally::failed).sum();
    }

    /** The rules that every figure is held to: one result for each that rejected something, and one for all together. */
    private void structural() {
        for (SourceContract contract : contracts) {
            String id = contract.id();
            long rejected = rejected(id);
            long all = number(id, "") + rejected;
            rejections(id).forEach(outcome -> {
                boolean unreadable = outcome.rule().equals(Verdict.FILE_RULE);
                double share = (double) outcome.failed() / all;
                verdict.add(RuleResult.of(
                        id,
                        outcome.rule(),
                        unreadable ? Severity.ERROR : Severity.WARNING,
                        new Cases(all, outcome.failed(), share, outcome.worstCase()),
                        unreadable ? 0 : contract.rejectTolerance()));
            });
            double share = all == 0 ? 0 : (double) rejected / all;
            Cases cases = new Cases(all, rejected, share, "");
            verdict.add(RuleResult.of(id, "rejected-share", Severity.ERROR, cases, contract.rejectTolerance()));
        }
    }

    /** Every file that cannot be read to its end is told by itself: its agency or its copy is at fault, not a figure. */
    private void unreadable(Dataset<Row> cells) {
        if (outcomes.values().stream().noneMatch(source -> source.containsKey(Verdict.FILE_RULE))) {
            return;
        }
        cells.filter(col("rule").equalTo(Verdict.FILE_RULE))
                .select("source", "file", "sheet", "row", "observed")
                .orderBy("source", "file", "sheet", "row")
                .limit(MOST_FILES)
                .collectAsList()
                .forEach(row -> verdict.refuse(row.getString(0), unreadable(row)));
    }

    private static Problem unreadable(Row row) {
        String sheet = row.getString(2).isEmpty() ? "" : " " + row.getString(2);
        String line = row.getLong(3) > 0 ? ":" + row.getLong(3) : "";
        return new Problem(
                ErrorCode.FILE_UNREADABLE,
                row.getString(1) + sheet + line,
                row.getString(4),
                "Get the file again, or correct the contract " + row.getString(0));
    }

    private void declared(Tally tally) {
        Rule rule = contracts.stream()
                .filter(contract -> contract.id().equals(tally.source()))
                .flatMap(contract -> contract.rules().stream())
                .filter(candidate -> candidate.id().equals(tally.rule()))
                .findFirst()
                .orElseThrow();
        Cases cases = new Cases(tally.checked(), tally.failed(), tally.worst(), tally.worstCase());
        verdict.add(RuleResult.of(tally.source(), tally.rule(), rule.severity(), cases, rule.allow()));
    }

    /** What each source brought; of one that is left out no figure is accepted. */
    List<RunInfo.Source> sources() {
        Map<String, String> leftOut = verdict.leftOut();
        return contracts.stream()
                .map(contract -> source(contract, leftOut.getOrDefault(contract.id(), "")))
                .toList();
    }

    private RunInfo.Source source(SourceContract contract, String leftOut) {
        String id = contract.id();
        long read = files.stream().filter(file -> file.source().equals(id)).count();
        return new RunInfo.Source(
                id,
                contract.dataset(),
                (int) read,
                leftOut.isEmpty() ? number(id, "") : 0,
                rejected(id),
                number(id, Cells.EXCLUDED),
                verdict.failed(id),
                leftOut);
    }

    /** Results as rows of {@code rule_results}, without the run. */
    static Dataset<Row> table(List<RuleResult> results, SparkSession session) {
        List<Row> rows = results.stream()
                .map(result -> RowFactory.create(
                        result.source(),
                        result.rule(),
                        result.severity().name().toLowerCase(Locale.ROOT),
                        result.checked(),
                        result.failed(),
                        result.allowed(),
                        result.measured(),
                        result.worstCase(),
                        result.passed()))
                .toList();
        return session.createDataFrame(rows, RESULTS);
    }
}
