package org.millwright.pipeline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.millwright.config.Gates.Freshness;
import org.millwright.config.RunSettings.SourcePath;
import org.millwright.error.Problem;
import org.millwright.lake.Ledger;
import org.millwright.model.InputFile;
import org.millwright.model.Severity;
import org.millwright.pipeline.RuleResult.Cases;

/**
 * What can be said of the deliveries without reading them, and so before the engine starts: whether each source has files, and
 * how old its newest delivery is.
 *
 * @param day the day of the run, or the day whose knowledge was asked for
 */
record Deliveries(RunPlan plan, LocalDate day) {
    /** The rule that a source has files, and that all of them can be opened. */
    static final String FILE_RULE = "file-present";

    private static final String FRESHNESS = "gate-freshness";

    /** The results of all sources. */
    List<RuleResult> results() {
        return plan.request().settings().sources().stream()
                .flatMap(source -> Stream.concat(Stream.of(files(source)), freshness(source).stream()))
                .toList();
    }

    private RuleResult files(SourcePath source) {
        List<Problem> problems = plan.unusable().getOrDefault(source.contract(), List.of());
        long found = plan.found().stream()
                .filter(file -> file.source().equals(source.contract()))
                .count();
        long all = found + problems.size();
        String worst = problems.isEmpty() ? "" : problems.get(0).where();
        double share = (double) problems.size() / all;
        return RuleResult.of(
                source.contract(),
                FILE_RULE,
                source.optional() ? Severity.WARNING : Severity.ERROR,
                new Cases(all, problems.size(), share, worst),
                0);
    }

    private Optional<RuleResult> freshness(SourcePath source) {
        return source.gates().freshness().map(gate -> {
            Cases cases =
                    newest(source.contract()).map(vintage -> age(vintage, gate)).orElse(Cases.NONE);
            return RuleResult.gate(
                    source.contract(),
                    FRESHNESS,
                    gate.severity(),
                    cases,
                    "Put the agency's newer file into landing, or ask the agency; if there is none yet, raise 'days' of the"
                            + " gate in the settings");
        });
    }

    private Cases age(LocalDate newest, Freshness gate) {
        long days = ChronoUnit.DAYS.between(newest, day);
        String what = "the newest delivery is of " + newest + ", " + days + " days before " + day + "; " + gate.days()
                + " days are allowed";
        return Cases.one(days <= gate.days(), days, what);
    }

    /** The newest vintage that the ledger or landing knows; none after the day where a day was asked for. */
    private Optional<LocalDate> newest(String source) {
        return Stream.concat(
                        plan.found().stream(), plan.ledger().files().stream().map(Ledger.Entry::file))
                .filter(file -> file.source().equals(source))
                .map(InputFile::vintage)
                .filter(vintage -> !vintage.isEmpty())
                .map(LocalDate::parse)
                .filter(vintage -> plan.request().asOf().isEmpty() || !vintage.isAfter(day))
                .max(LocalDate::compareTo);
    }
}
