package org.millwright.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;

import java.util.ArrayList;
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
import org.millwright.contract.Severity;
import org.millwright.contract.SourceContract;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problem;
import org.millwright.lake.RunInfo;
import org.millwright.model.InputFile;
import org.millwright.validate.Cells;
import org.millwright.validate.RuleCheck;
import org.millwright.validate.Tally;

/** What validation found: counts for each source, and the result of every rule. */
final class Findings {
    private static final StructType RESULTS =
            StructType.fromDDL("source STRING, rule STRING, severity STRING, checked BIGINT,"
                    + " failed BIGINT, allowed DOUBLE, measured DOUBLE, worst_case STRING, passed BOOLEAN");
    /** A file that cannot be read is never tolerated. */
    private static final String FILE_RULE = "file-readable";

    private final List<SourceContract> contracts;
    private final List<InputFile> files;
    private final Map<String, Map<String, Long>> counts = new TreeMap<>();
    private final Map<String, Map<String, String>> examples = new TreeMap<>();
    private final List<Result> results = new ArrayList<>();

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

    /** Counts judged figures and checks rules; runs two Spark jobs over the cells, which should be persisted. */
    static Findings of(Dataset<Row> cells, List<SourceContract> contracts, List<InputFile> files) {
        Findings findings = new Findings(contracts, files);
        cells.groupBy("source", "rule")
                .agg(
                        count(lit(1)),
                        min_by(
                                concat_ws(
                                        " ",
                                        col("file"),
                                        col("sheet"),
                                        lit("row"),
                                        col("row"),
                                        col("field"),
                                        col("observed")),
                                col("row")))
                .collectAsList()
                .forEach(findings::add);
        findings.structural();
        RuleCheck.tallies(cells, contracts).forEach(findings::declared);
        return findings;
    }

    private void add(Row row) {
        String rule = row.isNullAt(1) ? "" : row.getString(1);
        counts.computeIfAbsent(row.getString(0), source -> new TreeMap<>()).put(rule, row.getLong(2));
        examples.computeIfAbsent(row.getString(0), source -> new TreeMap<>()).put(rule, String.valueOf(row.get(3)));
    }

    private long number(String source, String rule) {
        return counts.getOrDefault(source, Map.of()).getOrDefault(rule, 0L);
    }

    private long rejected(String source) {
        return counts.getOrDefault(source, Map.of()).entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty() && !entry.getKey().equals(Cells.EXCLUDED))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The rules that every figure is held to: one result for each that rejected something, and one for all together. */
    private void structural() {
        for (SourceContract contract : contracts) {
            String id = contract.id();
            long rejected = rejected(id);
            long all = number(id, "") + rejected;
            counts.getOrDefault(id, Map.of()).forEach((rule, failed) -> {
                if (!rule.isEmpty() && !rule.equals(Cells.EXCLUDED)) {
                    boolean unreadable = rule.equals(FILE_RULE);
                    results.add(new Result(
                            id,
                            rule,
                            unreadable ? Severity.ERROR : Severity.WARNING,
                            all,
                            failed,
                            unreadable ? 0 : contract.rejectTolerance(),
                            (double) failed / all,
                            examples.get(id).get(rule)));
                }
            });
            double share = all == 0 ? 0 : (double) rejected / all;
            results.add(new Result(
                    id, "rejected-share", Severity.ERROR, all, rejected, contract.rejectTolerance(), share, ""));
        }
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

    /** The rules of severity error that failed, as problems for people. */
    List<Problem> errors() {
        return failed().stream()
                .filter(result -> result.severity() == Severity.ERROR)
                .map(Findings::problem)
                .toList();
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
                "Nothing was published. See rejected_rows and rule_results of this run; ask the agency, or change the contract");
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
