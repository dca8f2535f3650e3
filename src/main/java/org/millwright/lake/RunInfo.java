package org.millwright.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.millwright.contract.SourceContract;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problem;
import org.millwright.model.Window;

/**
 * The truth about one run.
 *
 * @param outcome one of {@link #OUTCOMES}: {@code rejected} if a rule of severity error failed, {@code stopped} if the process
 *     was told to end, {@code killed} if it died without a word, {@code failed} if anything else was in the way
 * @param release the release it published, or that was current; empty if none
 * @param sources what each source brought; none if the run ended before that was known
 * @param problems what stopped it, as text
 * @param warnings what did not stop it and somebody should know, as text: sources left out, gates of severity warning
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
        List<String> warnings,
        List<File> files,
        List<String> definitionsChanged,
        Window window) {

    public static final List<String> OUTCOMES =
            List.of("published", "nothing-new", "rejected", "failed", "stopped", "killed", "rolled-back", "backfilled");
    /** What a shell says of a process that SIGKILL ended. */
    private static final int KILLED = 137;

    private static final DateTimeFormatter AS_ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final String ID = "\\d{8}T\\d{9}Z";

    /** A record of before this was told has none. */
    public RunInfo {
        warnings = warnings == null ? List.of() : warnings;
        files = files == null ? List.of() : files;
        definitionsChanged = definitionsChanged == null ? List.of() : definitionsChanged;
        window = window == null ? Window.ALL : window;
    }

    /**
     * What one source brought.
     *
     * @param files files that this run read
     * @param accepted figures
     * @param rejected figures and records
     * @param excluded records that the contract leaves out
     * @param leftOut why the new figures of an optional source were left out; empty where they were not
     */
    public record Source(
            String id,
            String dataset,
            int files,
            long accepted,
            long rejected,
            long excluded,
            int rulesFailed,
            String leftOut) {
        /** The record of a run of before sources could be left out says nothing of it. */
        public Source {
            leftOut = leftOut == null ? "" : leftOut;
        }

        /** The source of an id. */
        public static Optional<Source> named(String id, List<Source> sources) {
            return sources.stream().filter(source -> source.id().equals(id)).findFirst();
        }

        /** A source of which nothing was read. */
        public static Source unread(SourceContract contract, int rulesFailed, String leftOut) {
            return new Source(contract.id(), contract.dataset(), 0, 0, 0, 0, rulesFailed, leftOut);
        }
    }

    /**
     * The record of a run whose process died.
     *
     * @param lastSeen its last sign of life
     */
    static RunInfo killed(Lake lake, LakeLock.Holder holder, Instant lastSeen) {
        boolean published =
                new Releases(lake).current().filter(holder.run()::equals).isPresent();
        Problem problem = new Problem(
                ErrorCode.STOPPED,
                "",
                "the run was killed or its machine failed; the last sign of life of " + holder.text() + " is of "
                        + lastSeen,
                published ? "Its release had been published" : "Run again: what it had begun is taken back");
        return new RunInfo(
                holder.run(),
                holder.since(),
                lastSeen.toString(),
                "killed",
                KILLED,
                "",
                List.of(),
                List.of(problem.text()),
                List.of(),
                List.of(),
                List.of(),
                Window.ALL);
    }

    /** Writes {@code runs/ID.json}, unless the run has a record; {@code run.json} stays that of the last run that ended. */
    void writeIfNone(Lake lake) {
        if (!Files.exists(file(lake))) {
            writeApart(lake);
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

    boolean endedByItself() {
        return !outcome.equals("killed");
    }

    /** The record of a run; empty if it has none. */
    static Optional<RunInfo> read(Lake lake, String run) {
        return Optional.of(lake.runs().resolve(run + ".json"))
                .filter(Files::exists)
                .map(file -> Json.read(file, RunInfo.class));
    }

    /** The id of a run that began at an instant. */
    public static String id(Instant start) {
        return AS_ID.format(start);
    }

    /** The instant of an id. */
    public static Instant start(String id) {
        return AS_ID.parse(id, Instant::from);
    }

    /** The ids of all runs that have a record, the oldest first. */
    static List<String> ids(Lake lake) {
        return files(lake).stream()
                .map(file -> file.getFileName().toString().replace(".json", ""))
                .toList();
    }

    /** Whether it left a release: the current one, or a backfill beside it. */
    public boolean madeRelease() {
        return outcome.equals("published") || outcome.equals("backfilled");
    }

    /** All runs, the oldest first. */
    public static List<RunInfo> all(Lake lake) {
        return files(lake).stream().map(file -> Json.read(file, RunInfo.class)).toList();
    }

    /** The last run that succeeded; empty before the first. */
    public static Optional<RunInfo> lastSuccess(Lake lake) {
        return newest(lake, RunInfo::succeeded);
    }

    /** The newest run of a kind; the newest records alone are read. */
    public static Optional<RunInfo> newest(Lake lake, Predicate<RunInfo> kind) {
        return files(lake).stream()
                .sorted(Comparator.reverseOrder())
                .map(file -> Json.read(file, RunInfo.class))
                .filter(kind)
                .findFirst();
    }

    /** The greatest id that a run of this lake has, the one that is on among them; empty before the first. */
    public static Optional<String> lastId(Lake lake) {
        Stream<String> on = LakeLock.holder(lake).map(LakeLock.Holder::run).stream();
        return Stream.of(ids(lake).stream(), on, new Releases(lake).current().stream())
                .flatMap(ids -> ids)
                .filter(id -> id.matches(ID))
                .max(Comparator.naturalOrder());
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
