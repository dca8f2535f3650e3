package org.millwright.pipeline;

import java.nio.file.Path;
import java.util.Optional;
import org.millwright.config.Monitoring;
import org.millwright.config.RunSettings;
import org.millwright.contract.DefinitionFiles;
import org.millwright.model.Window;

/**
 * What somebody asked for.
 *
 * @param asOf ISO 8601 date: only vintages that were known then
 * @param force run also where nothing is new
 * @param window the periods of a backfill, a release beside the current one; {@link Window#ALL} for the nightly run
 * @param rehearsal nobody is told how it ends
 */
public record RunRequest(
        RunSettings settings,
        DefinitionFiles definitions,
        Path landing,
        Path lake,
        Optional<String> asOf,
        boolean force,
        Window window,
        boolean rehearsal) {

    /** Whether it computes history anew, beside the current release. */
    boolean backfills() {
        return window.hasBounds();
    }

    Monitoring monitoring() {
        return rehearsal ? Monitoring.NONE : settings.monitoring();
    }

    /** The same as a backfill of some periods. */
    public RunRequest within(Window periods) {
        return new RunRequest(settings, definitions, landing, lake, asOf, force, periods, rehearsal);
    }

    RunRequest rehearsedIn(Path copy) {
        return new RunRequest(settings, definitions, landing, copy, asOf, force, window, true);
    }
}
