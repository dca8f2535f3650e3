package org.millwright.pipeline;

import java.util.List;
import org.millwright.error.Problem;
import org.millwright.lake.ReleaseInfo;
import org.millwright.lake.RunInfo;

/**
 * How a run ended.
 *
 * @param run the truth about it
 * @param problems what stopped it; empty if nothing did
 * @param tables the tables it published
 * @param failedRules rules that failed, warnings among them, as text
 * @param unknown sources of which nothing was known on the day that the run was asked for, as text
 */
public record RunReport(
        RunInfo run,
        List<Problem> problems,
        List<ReleaseInfo.Table> tables,
        List<String> failedRules,
        List<String> unknown) {

    /** A run that found nothing new. */
    static RunReport nothingNew(RunInfo run) {
        return new RunReport(run, List.of(), List.of(), List.of(), List.of());
    }

    /** A run that bad input ended. */
    static RunReport rejected(RunInfo run, Verdict verdict) {
        return new RunReport(run, verdict.errors(), List.of(), verdict.failedRules(), List.of());
    }
}
