package org.millwright.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.millwright.contract.SourceContract;
import org.millwright.model.Window;

/**
 * The truth about one run.
 *
 * @param outcome one of {@link #OUTCOMES}: {@code rejected} if a rule of severity error failed, {@code stopped} if the process
 *     was told to end, {@code failed} if anything else was in the way
 * @param release the release it published, or that was current; empty if none
 * @param sources what each source brought; none if the run ended before that was known
 * @param problems what stopped it, as text
 * @param files the files that were not in the tables already, with their states
 * @param definitionsChanged paths of the definition files for which figures were computed anew
 * @param window the periods of a backfill
 */
public record RunInfo(
        String run,
        String startedAt,
        String endedAt,
        String outcome,
        int exitCode,
        String release,
        List<Source> sources,
        List<String> problems,
        List<File> files,
        List<String> definitionsChanged,
        Window window) {

    public static final List<String> OUTCOMES =
            List.of("published", "nothing-new", "rejected", "failed", "stopped", "rolled-back", "backfilled");

    /** A record of before this was told has none. */
    public RunInfo {
        files = files == null ? List.of() : files;
        definitionsChanged = definitionsChanged == null ? List.of() : definitionsChanged;
        window = window == null ? Window.ALL : window;
    }

    private static final String ID = "\\d{8}T\\d{9}Z";

    /**
     * What one source brought.
     *
     * @param files files that this run read
     * @param accepted figures
     * @param rejected figures and records
     * @param excluded records that the contract leaves out
     */
    public record Source(
            String id, String dataset, int files, long accepted, long rejected, long excluded, int rulesFailed) {
        /** A source of which nothing was read, since nothing was new. */
        public static Source unread(SourceContract contract) {
            return new Source(contract.id(), contract.dataset(), 0, 0, 0, 0, 0);
        }
    }

    /**
     * A file that the run found, or missed.
     *
     * @param state a {@link org.millwright.model.FileState} as text
     * @param size in bytes
     * @param sha256 checksum of its content; empty for an incomplete file
     * @param vintage ISO 8601 date; empty where every record has its own, or the file is incomplete
     */
    public record File(String name, String source, String state, long size, String sha256, String vintage) {}

    /** Writes {@code runs/ID.json}, and {@code run.json} for who asks after the last one: only who holds the lock may. */
    public void write(Lake lake) {
        writeApart(lake);
        Lake.writeAtomically(lake.lastRun(), json());
    }

    /** Writes {@code runs/ID.json} alone: the record of a run that was turned away because another one is on. */
    public void writeApart(Lake lake) {
        Lake.writeAtomically(file(lake), json());
    }

    public String json() {
        return Json.text(this);
    }

    /** {@code runs/ID.json}, which no later run replaces. */
    public Path file(Lake lake) {
        return lake.runs().resolve(run + ".json");
    }

    /** Whether it did all there was to do: the figures that readers see are those of the files in landing. */
    public boolean succeeded() {
        return outcome.equals("published") || outcome.equals("nothing-new");
    }

    /** Whether it left a release: the current one, or a backfill beside it. */
    public boolean madeRelease() {
        return outcome.equals("published") || outcome.equals("backfilled");
    }

    /** All runs, the oldest first. */
    public static List<RunInfo> all(Lake lake) {
        return files(lake).stream().map(file -> Json.read(file, RunInfo.class)).toList();
    }

    /** The last run that succeeded; empty before the first. The newest records alone are read. */
    public static Optional<RunInfo> lastSuccess(Lake lake) {
        return files(lake).stream()
                .sorted(Comparator.reverseOrder())
                .map(file -> Json.read(file, RunInfo.class))
                .filter(RunInfo::succeeded)
                .findFirst();
    }

    private static List<Path> files(Lake lake) {
        if (!Files.isDirectory(lake.runs())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(lake.runs())) {
            return files.filter(file -> file.getFileName().toString().matches(ID + "\\.json"))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw Lake.storageFailed(lake.runs(), failed);
        }
    }
}
