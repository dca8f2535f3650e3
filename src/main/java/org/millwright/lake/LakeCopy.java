package org.millwright.lake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A copy of a lake beside it, in which a run does as it likes while the lake stays as it is; closing removes it.
 *
 * <p>Its files are links to those of the lake where the file system has them, so that it takes neither time nor room: what a
 * run writes are files of new names, or replacements by a rename. What Delta writes in place is copied.
 */
public final class LakeCopy implements AutoCloseable {
    /** What says who is at work in the lake and how it went: a copy has its own. */
    private static final Set<String> LEFT_BEHIND = Set.of("lock", "run.json", "metrics.prom");

    private final Path original;
    private final Lake copy;

    private LakeCopy(Path original, Lake copy) {
        this.original = original;
        this.copy = copy;
    }

    /** Copies a lake; who calls holds its lock. */
    public static LakeCopy of(Lake lake) {
        Path root = lake.root();
        try {
            // Beside the lake, where it can have links, and where executors see it as they see the lake.
            Path folder = Files.createTempDirectory(
                    root.getParent(), prefix(root) + ProcessHandle.current().pid() + "-");
            LakeCopy copied = new LakeCopy(root, Lake.openOrCreate(folder));
            try {
                Files.walkFileTree(root, new Copying(root, folder));
            } catch (IOException failed) {
                copied.close();
                throw failed;
            }
            return copied;
        } catch (IOException failed) {
            throw Lake.storageFailed(root, failed);
        }
    }

    /** How the names of copies begin that are made on this host; the number of the process follows. */
    private static String prefix(Path root) {
        return "." + root.getFileName() + "-copy-" + LakeLock.host() + "-";
    }

    /** The copies beside a lake whose process, on this host, came to its end without removing them. */
    static List<Path> abandoned(Path root) {
        Pattern name = Pattern.compile(Pattern.quote(prefix(root)) + "(\\d+)-\\d+");
        try (Stream<Path> beside = Files.list(root.getParent())) {
            return beside.filter(
                            path -> isAbandoned(name.matcher(path.getFileName().toString())))
                    .filter(path -> Lake.existing(path).isPresent())
                    .sorted()
                    .toList();
        } catch (AccessDeniedException nothingOfOurs) {
            // Who may not look there has made no copy there.
            return List.of();
        } catch (IOException failed) {
            throw Lake.storageFailed(root.getParent(), failed);
        }
    }

    private static boolean isAbandoned(Matcher name) {
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    /** An empty lake, in place of one that is not there yet. */
    public static LakeCopy ofNothing() {
        try {
            Path folder = Files.createTempDirectory("millwright-lake-");
            return new LakeCopy(folder, Lake.openOrCreate(folder));
        } catch (IOException failed) {
            throw Lake.storageFailed(Path.of(System.getProperty("java.io.tmpdir")), failed);
        }
    }

    public Lake lake() {
        return copy;
    }

    /** Moves a folder of the copy to the same place in the lake, in one step. */
    public void handOver(Path folder) {
        Path place = original.resolve(copy.root().relativize(folder));
        try {
            Files.createDirectories(place.getParent());
            Files.move(folder, place);
        } catch (IOException failed) {
            throw Lake.storageFailed(place, failed);
        }
    }

    @Override
    public void close() {
        Lake.delete(copy.root());
    }

    private static final class Copying extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        Copying(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            Files.createDirectories(counterpart(folder));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            boolean ours = file.getParent().equals(from)
                    && LEFT_BEHIND.contains(file.getFileName().toString());
            if (!ours && !Files.exists(counterpart(file))) {
                linkOrCopy(file, counterpart(file));
            }
            return FileVisitResult.CONTINUE;
        }

        private Path counterpart(Path path) {
            return to.resolve(from.relativize(path));
        }

        private static void linkOrCopy(Path file, Path target) throws IOException {
            if (file.getFileName().toString().contains("_last_checkpoint")) {
                Files.copy(file, target);
                return;
            }
            try {
                Files.createLink(target, file);
            } catch (UnsupportedOperationException | FileSystemException noLinks) {
                Files.copy(file, target);
            }
        }
    }
}
