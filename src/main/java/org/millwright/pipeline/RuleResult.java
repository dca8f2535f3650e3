package org.millwright.pipeline;

import java.util.Locale;
import java.util.Optional;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problem;
import org.millwright.model.Severity;

/**
 * How one rule or gate fared in one source.
 *
 * @param allowed share of the cases that may fail
 * @param worstCase where the largest deviation is; of a gate what was found, as a sentence
 * @param remedy what to do where a gate fails; empty for a rule of a contract
 */
record RuleResult(
        String source,
        String rule,
        Severity severity,
        long checked,
        long failed,
        double allowed,
        double measured,
        String worstCase,
        Optional<String> remedy) {

    /** The result of a rule that is declared in a contract, or that every figure is held to. */
    static RuleResult of(String source, String rule, Severity severity, Cases cases, double allowed) {
        return new RuleResult(
                source,
                rule,
                severity,
                cases.checked(),
                cases.failed(),
                allowed,
                cases.measured(),
                cases.worst(),
                Optional.empty());
    }

    /** The result of a gate, none of whose cases may fail. */
    static RuleResult gate(String source, String gate, Severity severity, Cases cases, String remedy) {
        return new RuleResult(
                source,
                gate,
                severity,
                cases.checked(),
                cases.failed(),
                0,
                cases.measured(),
                cases.worst(),
                Optional.of(remedy));
    }

    /** How many cases were checked and failed, the measured value, and the worst of them. */
    record Cases(long checked, long failed, double measured, String worst) {
        /** Nothing to check. */
        static final Cases NONE = new Cases(0, 0, 0, "");

        /** A single case. */
        static Cases one(boolean holds, double measured, String what) {
            return new Cases(1, holds ? 0 : 1, measured, what);
        }
    }

    boolean passed() {
        return failed == 0 || (double) failed / checked <= allowed;
    }

    /** Whether it failed and is of severity error. */
    boolean stops() {
        return !passed() && severity == Severity.ERROR;
    }

    /** The same result, as a warning only. */
    RuleResult asWarning() {
        return new RuleResult(source, rule, Severity.WARNING, checked, failed, allowed, measured, worstCase, remedy);
    }

    /** What failed, as a problem for people. */
    Problem problem() {
        if (remedy.isPresent()) {
            return new Problem(ErrorCode.GATE_FAILED, source, worstCase, remedy.get());
        }
        String what = String.format(
                Locale.ROOT,
                "the rule %s failed in %d of %d cases (%.4g %% may fail)%s",
                rule,
                failed,
                checked,
                100 * allowed,
                worstCase.isEmpty() ? "" : ", for example " + worstCase);
        return new Problem(
                ErrorCode.RULE_FAILED,
                source,
                what,
                "Look at the rejected rows, then ask the agency or change the contract; nothing was published");
    }

    /** What failed, in a few words. */
    String text() {
        if (remedy.isPresent()) {
            return source + " " + rule + ": " + worstCase;
        }
        return source + " " + rule + ": " + failed + " of " + checked
                + (worstCase.isEmpty() ? "" : ", for example " + worstCase);
    }
}
