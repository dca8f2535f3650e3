package org.millwright.monitoring;

import java.nio.file.Path;
import java.util.Optional;

/** An address to which the record of a failed run is posted as JSON. */
record FailureWebhook(SecretAddress address) implements FailureHook {
    static final String PURPOSE = "the webhook on failure";

    @Override
    public Optional<String> tell(Path record, String json) {
        return address.post(json);
    }
}
