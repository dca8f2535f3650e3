package org.millwright.storage;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder or file as an engine finds it that reads local files alone: itself where it is local, a temporary copy where it is not.
 */
public final class LocalCopy implements AutoCloseable {
    private final Path path;
    private final boolean temporary;

    private LocalCopy(Path path, boolean temporary) {
        this.path = path;
        this.temporary = temporary;
    }

    public static LocalCopy of(Path original) throws IOException {
        if (original.getFileSystem().equals(FileSystems.getDefault())) {
            return new LocalCopy(original, false);
        }
        LocalCopy copy = new LocalCopy(
                Files.createTempDirectory("millwright-")
                        .resolve(original.getFileName().toString()),
                true);
        copyTree(original, copy.path);
        return copy;
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> below = Files.walk(from)) {
            for (Path source : below.toList()) {
                String place = from.relativize(source).toString();
                Path target = place.isEmpty() ? to : to.resolve(place);
                Files.copy(source, target);
            }
        }
    }

    /** Where it can be read. */
    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            try (Stream<Path> below = Files.walk(path.getParent())) {
                List<Path> deepestFirst =
                        below.sorted(Comparator.reverseOrder()).toList();
                for (Path each : deepestFirst) {
                    Files.delete(each);
                }
            }
        }
    }
}
