package org.millwright.pipeline;

import java.nio.file.Path;
import java.util.Optional;
import org.millwright.config.RunSettings;
import org.millwright.contract.DefinitionFiles;

/**
 * What somebody asked for.
 *
 * @param asOf ISO 8601 date: only vintages that were known then
 * @param force run also where nothing is new
 */
public record RunRequest(
        RunSettings settings,
        DefinitionFiles definitions,
        Path landing,
        Path lake,
        Optional<String> asOf,
        boolean force) {}
