package org.millwright.pipeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.millwright.config.RunSettings.SourcePath;
import org.millwright.error.Problem;
import org.millwright.model.Severity;
import org.millwright.pipeline.RuleResult.Cases;

/**
 * What follows from all that a run found: whether it may publish, which sources it leaves out, and what somebody should know.
 *
 * <p>What is wrong with a required source stops the publication, after all others have been judged as well. What is wrong with an
 * optional one leaves that source out.
 */
final class Verdict {
    /** A file that cannot be read is never tolerated. */
    static final String FILE_RULE = "file-readable";

    /** These are told file by file, by a refusal each. */
    private static final Set<String> TOLD_BY_FILE = Set.of(FILE_RULE, Deliveries.FILE_RULE);

    private final Set<String> optional = new TreeSet<>();
    private final List<RuleResult> results = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    /** Something wrong that is the result of no rule; it is of no single source where that is empty. */
    private record Refusal(String source, Problem problem) {}

    Verdict(List<SourcePath> sources) {
        sources.stream().filter(SourcePath::optional).map(SourcePath::contract).forEach(optional::add);
    }

    /** What is known before any file is read. */
    static Verdict before(RunPlan plan, LocalDate day) {
        Verdict verdict = new Verdict(plan.request().settings().sources());
        new Deliveries(plan, day).results().forEach(verdict::add);
        plan.unusable().forEach((source, problems) -> problems.forEach(problem -> verdict.refuse(source, problem)));
        return verdict;
    }

    void add(RuleResult result) {
        results.add(result);
    }

    void refuse(String source, Problem problem) {
        refusals.add(new Refusal(source, problem));
    }

    /** No source may be left out: without those that would be, there is nothing at all. */
    void requireAll() {
        optional.clear();
    }

    /** Whether nothing may be published. */
    boolean stops() {
        return !errors().isEmpty();
    }

    /** What stops the publication. */
    List<Problem> errors() {
        return blocking()
                .filter(refusal -> !optional.contains(refusal.source()))
                .map(Refusal::problem)
                .toList();
    }

    private Stream<Refusal> blocking() {
        Stream<Refusal> rules = results.stream()
                .filter(RuleResult::stops)
                .filter(result -> !TOLD_BY_FILE.contains(result.rule()))
                .map(result -> new Refusal(result.source(), result.problem()));
        return Stream.concat(refusals.stream(), rules);
    }

    /** The optional sources whose new figures are left out, and why. */
    Map<String, String> leftOut() {
        Map<String, List<String>> why = new TreeMap<>();
        blocking()
                .filter(refusal -> optional.contains(refusal.source()))
                .forEach(refusal -> why.computeIfAbsent(refusal.source(), source -> new ArrayList<>())
                        .add(refusal.problem().text()));
        Map<String, String> leftOut = new TreeMap<>();
        why.forEach((source, texts) -> leftOut.put(
                source, texts.get(0) + (texts.size() == 1 ? "" : " (and " + (texts.size() - 1) + " more)")));
        return leftOut;
    }

    /** What stops nothing and somebody should know: sources that are left out, and gates of severity warning that failed. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        leftOut()
                .forEach((source, why) ->
                        warnings.add(source + " is left out, and what earlier runs read of it stays: " + why));
        results.stream()
                .filter(result ->
                        !result.passed() && !result.stops() && result.remedy().isPresent())
                .map(result -> result.problem().text())
                .forEach(warnings::add);
        return warnings;
    }

    /** Every result; of an optional source none is more than a warning, and a row says whether it is left out. */
    List<RuleResult> results() {
        Map<String, String> leftOut = leftOut();
        Stream<RuleResult> judged =
                results.stream().map(result -> optional.contains(result.source()) ? result.asWarning() : result);
        Stream<RuleResult> used = optional.stream().map(source -> used(source, leftOut.getOrDefault(source, "")));
        return Stream.concat(judged, used).toList();
    }

    private static RuleResult used(String source, String why) {
        Cases cases = Cases.one(why.isEmpty(), why.isEmpty() ? 0 : 1, why);
        return RuleResult.of(source, "optional-source-used", Severity.WARNING, cases, 0);
    }

    /** The rules of contracts that failed, in a few words; gates and files are among the errors and warnings. */
    List<String> failedRules() {
        return results.stream()
                .filter(result -> !result.passed() && result.remedy().isEmpty())
                .filter(result -> !result.rule().equals(Deliveries.FILE_RULE))
                .map(RuleResult::text)
                .distinct()
                .toList();
    }

    /** How many rules and gates of a source failed. */
    int failed(String source) {
        return (int) results.stream()
                .filter(result -> result.source().equals(source) && !result.passed())
                .count();
    }
}
