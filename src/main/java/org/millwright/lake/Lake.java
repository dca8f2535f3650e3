package org.millwright.lake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;

/**
 * The folder that holds everything a run leaves behind.
 *
 * <pre>
 * millwright-lake    says that the folder is ours
 * tables/NAME        Delta tables, every version of them
 * releases/ID        Parquet snapshots with release.json; releases/CURRENT names the one that readers see
 * runs/ID.json       the truth about each run; run.json is the last one
 * metrics.prom       the last run in figures, for Prometheus
 * ledger.json        the input files that the tables hold, and the versions of the tables that hold them
 * ledger-next.json   the same, while a release is being published
 * lock               who is at work
 * </pre>
 */
public final class Lake {
    private static final String MARKER = "millwright-lake";
    /** How the name of a file ends that is being written. */
    static final String TEMPORARY = ".tmp";

    private static final String MARKER_TEXT = "This folder belongs to Millwright. Layout 1.\n";

    private final Path root;

    private Lake(Path root) {
        this.root = root;
    }

    /** The lake in a folder; an empty or absent folder becomes one, any other folder is refused. */
    public static Lake openOrCreate(Path folder) {
        return ifThere(folder).orElseGet(() -> create(folder.toAbsolutePath().normalize()));
    }

    private static Lake create(Path root) {
        try {
            Files.createDirectories(root);
            writeAtomically(root.resolve(MARKER), MARKER_TEXT);
            return new Lake(root);
        } catch (IOException failed) {
            throw storageFailed(root, failed);
        }
    }

    /** The lake in a folder; empty if that is empty or absent, and could become one. Any other folder is refused. */
    public static Optional<Lake> ifThere(Path folder) {
        Optional<Lake> lake = existing(folder);
        Path root = folder.toAbsolutePath().normalize();
        try {
            if (lake.isEmpty() && Files.exists(root) && !isEmptyFolder(root)) {
                throw new MillwrightException(new Problem(
                        ErrorCode.NOT_A_LAKE,
                        root.toString(),
                        "this is not an empty folder, and not a lake either",
                        "Name an empty folder with --lake; nothing here was touched"));
            }
            return lake;
        } catch (IOException failed) {
            throw storageFailed(root, failed);
        }
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            // Who was killed while making the lake left its marker half made.
            return entries.allMatch(temporary(folder.resolve(MARKER))::equals);
        }
    }

    /** The lake in a folder; empty if there is none. */
    public static Optional<Lake> existing(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        return Files.exists(root.resolve(MARKER)) ? Optional.of(new Lake(root)) : Optional.empty();
    }

    public Path root() {
        return root;
    }

    public Path releases() {
        return root.resolve("releases");
    }

    Path table(String name) {
        return tables().resolve(name);
    }

    Path tables() {
        return root.resolve("tables");
    }

    Path runs() {
        return root.resolve("runs");
    }

    /** Where a run that published nothing leaves what it found, as Parquet files. */
    public Path findings(String run) {
        return runs().resolve(run);
    }

    Path lastRun() {
        return root.resolve("run.json");
    }

    /** The last run in figures, for Prometheus. */
    public Path metrics() {
        return root.resolve("metrics.prom");
    }

    Path ledger() {
        return root.resolve("ledger.json");
    }

    /** Takes the place of the ledger as soon as readers see the release of its run. */
    Path nextLedger() {
        return root.resolve("ledger-next.json");
    }

    Path lock() {
        return root.resolve("lock");
    }

    /** Replaces a small file by a temporary one and a rename: a reader sees the old text or the new one, never a part. */
    public static void writeAtomically(Path file, String text) {
        Path temporary = temporary(file);
        try {
            Files.createDirectories(file.getParent());
            Files.write(temporary, text.getBytes(StandardCharsets.UTF_8));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw storageFailed(file, failed);
        }
    }

    private static Path temporary(Path file) {
        return file.resolveSibling("." + file.getFileName() + TEMPORARY);
    }

    /** Removes a file, or a folder with all that is in it. */
    static void delete(Path place) {
        try (Stream<Path> below = Files.walk(place)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException gone) {
            // Another run that only looked at the lock may have removed its own temporary file meanwhile.
        } catch (IOException failed) {
            throw storageFailed(place, failed);
        }
    }

    /** What to throw when the storage of the lake fails: a retry may help. */
    public static MillwrightException storageFailed(Path place, Throwable cause) {
        return new MillwrightException(
                new Problem(
                        ErrorCode.STORAGE_FAILED,
                        place.toString(),
                        "the storage failed: " + cause.getMessage(),
                        "Check free space and permissions, then run again; earlier releases are untouched"),
                cause);
    }
}
