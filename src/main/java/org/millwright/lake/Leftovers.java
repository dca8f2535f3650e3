package org.millwright.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What runs left in the folders of a lake that did not end by themselves. Tables are taken back apart from it, by
 * {@link DeltaTables#takeBack}; data files that no version of a table knows are left to Delta's {@code VACUUM}.
 */
public final class Leftovers {
    /** How the name of a folder begins in which a release is made. */
    public static final String STAGING = ".staging-";

    private Leftovers() {}

    /**
     * Ends what a killed run had begun to publish, one way or the other, and removes its temporary files, its half-written
     * findings and the copy that it had worked in; only who holds the lock may.
     *
     * @return what was removed, for people
     */
    public static Optional<String> clear(Lake lake) {
        Ledger.settle(lake);
        List<Path> left = new ArrayList<>();
        left.addAll(entries(lake.root(), Leftovers::isTemporary));
        left.addAll(entries(lake.releases(), Leftovers::isTemporary));
        left.addAll(entries(lake.runs(), path -> isTemporary(path) || isUnknown(path, lake)));
        for (Path table : entries(lake.tables(), Files::isDirectory)) {
            left.addAll(entries(table.resolve(TableVersion.LOG), Leftovers::isTemporary));
        }
        left.addAll(LakeCopy.abandoned(lake.root()));
        left.forEach(Lake::delete);
        return Optional.of(left.size())
                .filter(number -> number > 0)
                .map(number -> "removed " + number + " temporary files and folders of a run that did not end");
    }

    private static List<Path> entries(Path folder, Predicate<Path> wanted) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(wanted).sorted().toList();
        } catch (IOException failed) {
            throw Lake.storageFailed(folder, failed);
        }
    }

    /** The log of a Delta table names its own temporary files in the same way, and their checksums. */
    private static boolean isTemporary(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(STAGING)
                || name.startsWith(LakeLock.APART)
                || (name.startsWith(".") && (name.endsWith(Lake.TEMPORARY) || name.endsWith(Lake.TEMPORARY + ".crc")));
    }

    /** Findings of a run that did not come to write its record, or was killed. */
    private static boolean isUnknown(Path findings, Lake lake) {
        return Files.isDirectory(findings)
                && RunInfo.read(lake, findings.getFileName().toString())
                        .filter(RunInfo::endedByItself)
                        .isEmpty();
    }
}
