package org.millwright.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One folder for what Spark keeps for a while in this process: shuffled rows, cached tables. It names host and process, so that
 * a later process on this host removes what a killed one could not.
 *
 * <p>DuckDB unpacks its library beside it, into the folder that the Java machine was started with, under a name that tells
 * nothing. A process needs that file for the moment only in which it loads it, so that its age tells that it can go.
 */
final class WorkFolder {
    private static final String PLACE = "java.io.tmpdir";
    private static final Pattern NAME = Pattern.compile("millwright-(.+)-(\\d+)-[0-9a-f]{8}");

    private static final String LIBRARY = "libduckdb_java";
    private static final Duration LOADED = Duration.ofMinutes(10);

    private WorkFolder() {}

    /** Makes it the place of temporary files; where that is impossible, they stay where they were. */
    static void open() {
        Path place = Path.of(System.getProperty(PLACE));
        try {
            String host = InetAddress.getLocalHost().getHostName();
            removeThoseOfTheDead(place, host);
            String name = "millwright-" + host + "-" + ProcessHandle.current().pid() + "-"
                    + UUID.randomUUID().toString().substring(0, 8);
            Path own = Files.createDirectory(
                    place.resolve(name),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            // The first to be registered is the last to be deleted: everything in it has gone by then.
            own.toFile().deleteOnExit();
            System.setProperty(PLACE, own.toString());
        } catch (IOException | UnsupportedOperationException elsewhere) {
            // Nothing depends on it but tidiness.
        }
    }

    /** A process of another host may be alive, however it looks from here. */
    static void removeThoseOfTheDead(Path place, String host) throws IOException {
        try (Stream<Path> entries = Files.list(place)) {
            for (Path entry : entries.filter(path -> isOfTheDead(path, host) || isOldLibrary(path))
                    .toList()) {
                delete(entry);
            }
        }
    }

    private static boolean isOfTheDead(Path folder, String host) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        return name.matches()
                && name.group(1).equals(host)
                && ProcessHandle.of(Long.parseLong(name.group(2))).isEmpty();
    }

    private static boolean isOldLibrary(Path file) {
        Instant loaded = Instant.now().minus(LOADED);
        return file.getFileName().toString().startsWith(LIBRARY)
                && Instant.ofEpochMilli(file.toFile().lastModified()).isBefore(loaded);
    }

    /** Another process may be removing the same, and another user's folder is not ours to remove. */
    private static void delete(Path folder) {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException notOurs) {
            // It stays.
        }
    }
}
