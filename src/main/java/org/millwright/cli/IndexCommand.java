package org.millwright.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.millwright.pipeline.IndexJob;
import org.millwright.pipeline.IndexRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "index",
        description = "One composite index on any table of units x indicators, outside a lake.",
        footer = {
            "",
            "Examples:",
            "  millwright index --data parks.csv --definition parks.yaml",
            "      --output scores.csv --stages steps",
            "  millwright index --data panel.parquet --definition parks.yaml",
            "      --output scores.parquet --robustness 1000",
            "",
            "The output has one row per unit, period and node:",
            "unit, period, node, level, score, rank, coverage, reason.",
            "What a definition can hold: 'millwright methods', and the README."
        })
final class IndexCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "FILE",
            description =
                    "CSV with a header, or Parquet: one row per unit and period, one column per indicator. Empty and NA are"
                            + " missing.")
    private Path data;

    @Option(names = "--definition", required = true, paramLabel = "FILE", description = "The composite, in YAML.")
    private Path definition;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "Where the scores go: .parquet for Parquet, else CSV.")
    private Path output;

    @Option(names = "--wide", description = "One row per unit and period, a column with the score of each node.")
    private boolean wide;

    @Option(
            names = "--stages",
            paramLabel = "DIR",
            description = "Also parameters.csv, the table after every step (denominated.csv, imputed.csv, treated.csv,"
                    + " normalised.csv), treated_points.csv, diagnostics.csv, and with periods changes.csv.")
    private Path stages;

    @Option(
            names = "--robustness",
            arity = "0..1",
            fallbackValue = "0",
            paramLabel = "N",
            description =
                    "Also how firm scores and ranks are, from N replicates (by default as many as the definition says):"
                            + " robustness.csv, sensitivity.csv, replicates.csv and choices.csv, beside the steps or the output.")
    private Integer replicates;

    @Override
    public Integer call() {
        IndexRequest request = new IndexRequest(
                data, definition, output, wide, Optional.ofNullable(stages), Optional.ofNullable(replicates));
        new IndexJob(request, Sessions::open).execute();
        return 0;
    }
}
