package org.millwright.pipeline;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.millwright.contract.Rule;
import org.millwright.contract.Severity;
import org.millwright.contract.SourceContract;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problem;
import org.millwright.lake.RunInfo;
import org.millwright.model.InputFile;
import org.millwright.validate.Cells;
import org.millwright.validate.RuleCheck;
import org.millwright.validate.Tally;

/** What a run found: counts for each source, and the result of every rule. */
final class Findings {
    private static final StructType RESULTS =
            StructType.fromDDL("source STRING, rule STRING, severity STRING, checked BIGINT,"
                    + " failed BIGINT, allowed DOUBLE, measured DOUBLE, worst_case STRING, passed BOOLEAN");
    /** A file that cannot be read is never tolerated. */
    private static final String FILE_RULE = "file-readable";

    private static final int MOST_FILES = 100;

    private final List<SourceContract> contracts;
    private final List<InputFile> files;
    /** By source and rule. */
    private final Map<String, Map<String, Tally>> outcomes = new TreeMap<>();

    private final List<Result> results = new ArrayList<>();
    /** What stops the publication and is the result of no rule. */
    private final List<Problem> refused = new ArrayList<>();

    /** How one rule fared in one source. */
    record Result(
            String source,
            String rule,
            Severity severity,
            long checked,
            long failed,
            double allowed,
            double measured,
            String worstCase) {
        boolean passed() {
            return failed == 0 || (double) failed / checked <= allowed;
        }
    }

    private Findings(List<SourceContract> contracts, List<InputFile> files) {
        this.contracts = contracts;
        this.files = files;
    }

    /** Counts judged figures and checks rules; runs a Spark job over the cells, which should be persisted. */
    static Findings of(Dataset<Row> cells, List<SourceContract> contracts, List<InputFile> files) {
        Findings findings = new Findings(contracts, files);
        RuleCheck.Results results = RuleCheck.of(cells, contracts);
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
                boolean unreadable = outcome.rule().equals(FILE_RULE);
                results.add(new Result(
                        id,
                        outcome.rule(),
                        unreadable ? Severity.ERROR : Severity.WARNING,
                        all,
                        outcome.failed(),
                        unreadable ? 0 : contract.rejectTolerance(),
                        (double) outcome.failed() / all,
                        outcome.worstCase()));
            });
            double share = all == 0 ? 0 : (double) rejected / all;
            results.add(new Result(
                    id, "rejected-share", Severity.ERROR, all, rejected, contract.rejectTolerance(), share, ""));
        }
    }

    /** Every file that cannot be read to its end is told by itself: its agency or its copy is at fault, not a figure. */
    private void unreadable(Dataset<Row> cells) {
        if (outcomes.values().stream().noneMatch(source -> source.containsKey(FILE_RULE))) {
            return;
        }
        cells.filter(col("rule").equalTo(FILE_RULE))
                .select("source", "file", "sheet", "row", "observed")
                .orderBy("source", "file", "sheet", "row")
                .limit(MOST_FILES)
                .collectAsList()
                .forEach(row -> refused.add(unreadable(row)));
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

    /** Adds what the stages after validation found. */
    void add(List<Result> rules, List<Problem> contradictions) {
        results.addAll(rules);
        refused.addAll(contradictions);
    }

    private void declared(Tally tally) {
        Rule rule = contracts.stream()
                .filter(contract -> contract.id().equals(tally.source()))
                .flatMap(contract -> contract.rules().stream())
                .filter(candidate -> candidate.id().equals(tally.rule()))
                .findFirst()
                .orElseThrow();
        results.add(new Result(
                tally.source(),
                tally.rule(),
                rule.severity(),
                tally.checked(),
                tally.failed(),
                rule.allow(),
                tally.worst(),
                tally.worstCase()));
    }

    List<Result> failed() {
        return results.stream().filter(result -> !result.passed()).toList();
    }

    /** Whether nothing may be published. */
    boolean stop() {
        return !errors().isEmpty();
    }

    /** What stops the publication, as problems for people: rules of severity error that failed, and contradictions. */
    List<Problem> errors() {
        Stream<Problem> rules = failed().stream()
                .filter(result -> result.severity() == Severity.ERROR)
                .filter(result -> !result.rule().equals(FILE_RULE))
                .map(Findings::problem);
        return Stream.concat(refused.stream(), rules).toList();
    }

    private static Problem problem(Result result) {
        String what = String.format(
                Locale.ROOT,
                "the rule %s failed in %d of %d cases (%.4g %% may fail)%s",
                result.rule(),
                result.failed(),
                result.checked(),
                100 * result.allowed(),
                result.worstCase().isEmpty() ? "" : ", for example " + result.worstCase());
        return new Problem(
                ErrorCode.RULE_FAILED,
                result.source(),
                what,
                "Look at the rejected rows, then ask the agency or change the contract; nothing was published");
    }

    /** A failed rule in a few words. */
    static String text(Result result) {
        return result.source() + " " + result.rule() + ": " + result.failed() + " of " + result.checked()
                + (result.worstCase().isEmpty() ? "" : ", for example " + result.worstCase());
    }

    List<RunInfo.Source> sources() {
        return contracts.stream()
                .map(contract -> new RunInfo.Source(
                        contract.id(),
                        contract.dataset(),
                        (int) files.stream()
                                .filter(file -> file.source().equals(contract.id()))
                                .count(),
                        number(contract.id(), ""),
                        rejected(contract.id()),
                        number(contract.id(), Cells.EXCLUDED),
                        (int) failed().stream()
                                .filter(result -> result.source().equals(contract.id()))
                                .count()))
                .toList();
    }

    /** The results as rows of {@code rule_results}, without the run. */
    Dataset<Row> table(SparkSession session) {
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
