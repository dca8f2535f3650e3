package org.millwright.pipeline;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.millwright.config.Gates.Volume;
import org.millwright.config.RunSettings.SourcePath;
import org.millwright.lake.Lake;
import org.millwright.lake.RunInfo;
import org.millwright.pipeline.RuleResult.Cases;

/**
 * Compares the number of figures that a source brought with that of the delivery before: the last run that published and read
 * files of the source. It is counted by file, since a first run reads the deliveries of years.
 */
record VolumeGate(Lake lake, List<SourcePath> settings) {
    private static final String RULE = "gate-volume";
    private static final String REMEDY =
            "Look whether the files are complete; if they are, raise 'change' of the gate in the"
                    + " settings, or make it a warning, for this run";

    /** The result for each source that has the gate; nothing is checked where one of the two deliveries is not there. */
    List<RuleResult> results(List<RunInfo.Source> sources) {
        return settings.stream()
                .flatMap(setting -> setting.gates().volume().stream().map(gate -> result(setting, gate, sources)))
                .toList();
    }

    private RuleResult result(SourcePath setting, Volume gate, List<RunInfo.Source> sources) {
        Cases cases = RunInfo.Source.named(setting.contract(), sources)
                .filter(VolumeGate::isDelivery)
                .flatMap(now -> before(now.id()).map(before -> compare(gate, now, before)))
                .orElse(Cases.NONE);
        return RuleResult.gate(setting.contract(), RULE, gate.severity(), cases, REMEDY);
    }

    private Optional<RunInfo.Source> before(String source) {
        return RunInfo.newest(
                        lake,
                        run -> run.outcome().equals("published")
                                && RunInfo.Source.named(source, run.sources())
                                        .filter(VolumeGate::isDelivery)
                                        .isPresent())
                .flatMap(run -> RunInfo.Source.named(source, run.sources()));
    }

    private static boolean isDelivery(RunInfo.Source source) {
        return source.files() > 0 && source.leftOut().isEmpty();
    }

    private static Cases compare(Volume gate, RunInfo.Source now, RunInfo.Source before) {
        Change change = new Change(perFile(now), perFile(before));
        String what = String.format(
                Locale.ROOT,
                "%,.0f figures in a file, and %,.0f in the delivery before: a change of %s; %s is allowed",
                perFile(now),
                perFile(before),
                change.percent(),
                Change.percent(gate.change()));
        return Cases.one(change.within(gate.change()), change.share(), what);
    }

    private static double perFile(RunInfo.Source source) {
        return (double) source.accepted() / source.files();
    }
}
