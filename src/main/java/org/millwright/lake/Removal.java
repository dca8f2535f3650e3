package org.millwright.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Removes files of a lake, one by one and by their names; never a link, nor what a link leads to. */
final class Removal {
    private final Path root;
    private final Path real;

    Removal(Lake lake) throws IOException {
        root = lake.root();
        real = root.toRealPath();
    }

    /**
     * Removes a file if it is one, with the checksum that Hadoop keeps beside it.
     *
     * @return whether it was there
     */
    boolean file(Path file) throws IOException {
        if (!isInPlace(file) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Files.delete(file);
        Path checksum = file.resolveSibling("." + file.getFileName() + ".crc");
        if (Files.isRegularFile(checksum, LinkOption.NOFOLLOW_LINKS)) {
            Files.delete(checksum);
        }
        return true;
    }

    /** Removes a folder if it is one and nothing is left in it. */
    void folderIfEmpty(Path folder) throws IOException {
        if (isInPlace(folder) && isFolder(folder) && entries(folder).isEmpty()) {
            Files.delete(folder);
        }
    }

    /** What is in a folder; nothing where it is no folder of the lake. */
    List<Path> entries(Path folder) throws IOException {
        if (!isInPlace(folder) || !isFolder(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether a path leads to where it seems to lead: no folder on the way is a link, and none is outside the lake. */
    private boolean isInPlace(Path path) throws IOException {
        Path folder = path.normalize().getParent();
        return folder.startsWith(root)
                && Files.isDirectory(folder)
                && folder.toRealPath().equals(real.resolve(root.relativize(folder)));
    }
}
