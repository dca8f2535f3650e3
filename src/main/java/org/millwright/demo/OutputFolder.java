package org.millwright.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;

/**
 * A folder of demonstration data, with a label that says what it is and lists its files.
 *
 * <p>It appears complete or not at all: everything is written beside it and renamed. Nothing is ever replaced but a folder
 * whose label lists all that is in it.
 */
final class OutputFolder {
    private static final String LABEL = "SYNTHETIC.txt";
    private static final String HEADING = """
            Synthetic data. Synthetica (XM) does not exist; no figure here describes a real country.
            Written by millwright demo, %s
            """;

    private final Path path;

    OutputFolder(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    /** Writes files into the folder that it is given, and what belongs to them. */
    interface Content {
        void write(Path folder) throws IOException;
    }

    Path path() {
        return path;
    }

    /** Whether the folder holds the data of this edition, all of it. */
    boolean holds(String edition) {
        try {
            return label().equals(text(edition, path));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Replaces what is there; returns the new files in the order of their names. */
    List<Path> replace(String edition, Content content) {
        try {
            refuseStrangers();
            Files.createDirectories(path.getParent());
            Path fresh = Files.createDirectory(path.resolveSibling(".millwright-demo-" + UUID.randomUUID()));
            try {
                content.write(fresh);
                Files.writeString(fresh.resolve(LABEL), text(edition, fresh));
                swap(fresh, edition);
            } finally {
                delete(fresh);
            }
            return content(path).stream().map(path::resolve).toList();
        } catch (IOException failed) {
            throw new MillwrightException(
                    new Problem(
                            ErrorCode.STORAGE_FAILED,
                            path.toString(),
                            "the demonstration data cannot be written: " + failed,
                            "Make room and access, or name another folder"),
                    failed);
        }
    }

    private void swap(Path fresh, String edition) throws IOException {
        Path old = fresh.resolveSibling(fresh.getFileName() + ".old");
        try {
            if (Files.exists(path)) {
                Files.move(path, old, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            // Somebody else may have written the same data at the same moment.
            if (!holds(edition)) {
                throw failed;
            }
        }
        delete(old);
    }

    private void refuseStrangers() throws IOException {
        List<String> strangers = Files.isDirectory(path) || !Files.exists(path) ? strangers() : List.of("a file");
        if (!strangers.isEmpty()) {
            throw new MillwrightException(new Problem(
                    ErrorCode.FOLDER_NOT_OURS,
                    path.toString(),
                    "the folder holds what 'millwright demo' did not write: " + strangers.get(0),
                    "Name a new or empty folder with --output"));
        }
    }

    /** What is in the folder but not on its label. */
    private List<String> strangers() throws IOException {
        List<String> listed = label().lines().toList();
        return content(path).stream().filter(name -> !listed.contains(name)).toList();
    }

    private String label() throws IOException {
        try {
            return Files.readString(path.resolve(LABEL));
        } catch (NoSuchFileException none) {
            return "";
        }
    }

    /** What the label of a folder of this edition says. */
    private static String text(String edition, Path folder) throws IOException {
        return HEADING.formatted(edition) + String.join("\n", content(folder)) + "\n";
    }

    /** The files below a folder, apart from the label. */
    private static List<String> content(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !Files.isDirectory(file) && !file.equals(folder.resolve(LABEL)))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** Deletes a folder that this class made. */
    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
