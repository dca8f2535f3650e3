package org.millwright.pipeline;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.millwright.contract.Alternatives;
import org.millwright.contract.Composite;
import org.millwright.contract.CompositeCheck;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.error.Problems;
import org.millwright.index.UnitTable;

/** One composite on one table of units x indicators, outside of a lake. */
public final class IndexJob {

    private final IndexRequest request;
    private final Supplier<SparkSession> sessions;

    public IndexJob(IndexRequest request, Supplier<SparkSession> sessions) {
        this.request = request;
        this.sessions = sessions;
    }

    /**
     * Computes and writes.
     *
     * @throws MillwrightException if the definition or the data are wrong; nothing is written then
     */
    public void execute() {
        Problems problems = new Problems();
        Optional<Composite> read = definition(problems);
        if (!Files.exists(request.data())) {
            problems.add(ErrorCode.FILE_MISSING, request.data().toString(), "there is nothing here", "Correct --data");
        }
        problems.throwIfAny();
        Composite composite = read.orElseThrow().withDirections(1);
        UnitTable table = new UnitTable(composite, data(sessions.get()));
        table.requireColumns(request.data().toString(), problems);
        problems.throwIfAny();
        try {
            new IndexOutput(request).write(composite, table.panel());
        } catch (MillwrightException explained) {
            throw explained;
        } catch (Exception failed) {
            findProblems(table, problems);
            throw EngineFailure.explained(failed, request.output());
        }
    }

    private void findProblems(UnitTable table, Problems problems) {
        try {
            table.findProblems(request.data().toString(), problems);
        } catch (Exception unreadable) {
            throw unreadable(unreadable);
        }
        problems.throwIfAny();
    }

    private Optional<Composite> definition(Problems problems) {
        String file = request.definition().toString();
        try {
            Optional<Composite> read = Composite.read(file, Files.readString(request.definition()), problems);
            read.ifPresent(composite -> new CompositeCheck(composite, problems).alone());
            return read.map(composite -> withReplicates(composite, problems));
        } catch (NoSuchFileException missing) {
            problems.add(ErrorCode.DEFINITION_UNREADABLE, file, "there is nothing here", "Correct --definition");
        } catch (CharacterCodingException otherEncoding) {
            problems.add(ErrorCode.DEFINITION_UNREADABLE, file, "this is not UTF-8", "Save the file as UTF-8");
        } catch (IOException failed) {
            problems.add(
                    ErrorCode.DEFINITION_UNREADABLE,
                    file,
                    "cannot be read: " + failed.getMessage(),
                    "Correct --definition");
        }
        return Optional.empty();
    }

    private Composite withReplicates(Composite composite, Problems problems) {
        int replicates = request.replicates().orElse(0);
        if (request.replicates().isPresent() && composite.alternatives().isEmpty()) {
            problems.add(
                    ErrorCode.DEFINITION_INVALID,
                    composite.where(),
                    "--robustness is asked for, and the definition does not say what to vary",
                    "Add for example robustness: {vary: {weights: {noise: 0.25}, leave-one-out: true}}");
        }
        if (replicates < 0 || replicates > Alternatives.MOST_REPLICATES) {
            problems.add(
                    ErrorCode.UNKNOWN_OPTION,
                    "--robustness",
                    "there are " + replicates + " replicates",
                    "Give 1 to " + Alternatives.MOST_REPLICATES + ", or none for as many as the definition says");
        }
        return composite
                .alternatives()
                .filter(alternatives -> replicates > 0)
                .map(alternatives -> composite.withRobustness(alternatives.withReplicates(replicates)))
                .orElse(composite);
    }

    private Dataset<Row> data(SparkSession session) {
        try {
            return new UnitFile(request.data()).read(session);
        } catch (Exception failed) {
            throw unreadable(failed);
        }
    }

    private MillwrightException unreadable(Exception failed) {
        return new MillwrightException(
                new Problem(
                        ErrorCode.FILE_UNREADABLE,
                        request.data().toString(),
                        "cannot be read: " + EngineFailure.firstLine(failed),
                        "Give a CSV with a header, or Parquet (.parquet or a folder)"),
                failed);
    }
}
