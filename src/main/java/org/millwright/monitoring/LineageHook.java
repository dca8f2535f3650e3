package org.millwright.monitoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millwright.config.Monitoring;
import org.millwright.lake.Lake;
import org.millwright.lake.Ledger;
import org.millwright.lake.ReleaseInfo;
import org.millwright.lake.Releases;
import org.millwright.lake.RunInfo;

/** A catalogue of data that is told of every run, by two events of OpenLineage: that it began, and how it ended. */
public record LineageHook(SecretAddress address, String namespace) {

    /** The catalogue that the settings name, if they name one; its address comes from the environment. */
    public static Optional<LineageHook> of(Monitoring monitoring, Map<String, String> environment) {
        return monitoring.lineage().map(lineage -> {
            String address = environment.get(lineage.variable());
            return new LineageHook(
                    new SecretAddress("the lineage", lineage.variable(), address, FailureHook.LIMIT),
                    lineage.namespace());
        });
    }

    /**
     * Tells.
     *
     * @return what went wrong with it, in one line that holds no secret; empty if nothing did
     */
    public Optional<String> tell(Lake lake, RunInfo run) {
        LineageEvent event = new LineageEvent(run, lake.root().toString(), namespace);
        Optional<ReleaseInfo> release =
                run.outcome().equals("published") ? new Releases(lake).manifest(run.release()) : Optional.empty();
        List<Ledger.Entry> inputs = release.isPresent() ? Ledger.read(lake).files() : List.of();
        List<ReleaseInfo.Table> tables = release.map(ReleaseInfo::tables).orElse(List.of());
        return address.post(event.start()).or(() -> address.post(event.end(inputs, tables)));
    }
}
