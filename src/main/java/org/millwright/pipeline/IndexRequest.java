package org.millwright.pipeline;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command {@code index} is asked for.
 *
 * @param data CSV with a header, or Parquet: one row per unit and period
 * @param definition the composite
 * @param output file of the scores; {@code .parquet} for Parquet, else CSV
 * @param wide whether the output has a column for each node instead of a row
 * @param stages folder for the table after every step
 * @param replicates how many of them the uncertainty analysis has; 0 for as many as the definition says; empty for no analysis
 */
public record IndexRequest(
        Path data, Path definition, Path output, boolean wide, Optional<Path> stages, Optional<Integer> replicates) {

    /** Where the tables beside the scores go. */
    Path folder() {
        return stages.orElse(output.toAbsolutePath().getParent());
    }
}
