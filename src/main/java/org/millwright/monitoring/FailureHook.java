package org.millwright.monitoring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millwright.config.Monitoring;

/** Somebody who is told of a run that failed. */
public sealed interface FailureHook permits FailureCommand, FailureWebhook {
    /** How long one may take. */
    Duration LIMIT = Duration.ofSeconds(30);

    /**
     * Tells.
     *
     * @param record the run's {@code runs/ID.json}; there is none where the lake's storage failed
     * @param json what it says, or would say
     * @return what went wrong with it, in one line that holds no secret; empty if nothing did
     */
    Optional<String> tell(Path record, String json);

    /** Those whom the settings name; addresses come from the environment. */
    static List<FailureHook> of(Monitoring monitoring, Map<String, String> environment) {
        List<FailureHook> hooks = new ArrayList<>();
        if (!monitoring.command().isEmpty()) {
            hooks.add(new FailureCommand(monitoring.command(), LIMIT));
        }
        monitoring
                .webhookVariable()
                .map(variable -> new SecretAddress(FailureWebhook.PURPOSE, variable, environment.get(variable), LIMIT))
                .ifPresent(address -> hooks.add(new FailureWebhook(address)));
        return List.copyOf(hooks);
    }
}
