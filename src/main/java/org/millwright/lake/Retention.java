package org.millwright.lake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.millwright.config.Keep;

/**
 * Removes what a lake need not keep any longer: old releases, the records and findings of the runs before the oldest release that is
 * kept, and the data files that no version of a table behind a kept release needs, nor the newest one. Only files that the lake
 * itself names are removed, each by its name: a release by its manifest, a data file by the log of its table.
 *
 * @param now when the run that published began
 */
public record Retention(Lake lake, Keep keep, Instant now) {
    private static final String TABLE = "[a-z_]+\\.parquet";
    private static final String PART = "part-\\d{5}\\.parquet";

    /**
     * Removes it; only who holds the lock may.
     *
     * @return what was done, for people; empty if there was nothing to remove
     * @throws IOException if the storage fails; what is left is removed the next time
     */
    public List<String> apply() throws IOException {
        Releases releases = new Releases(lake);
        List<ReleaseInfo> all = releases.all();
        Set<String> recent = recent(all);
        Set<String> kept = new TreeSet<>(recent);
        releases.current().ifPresent(kept::add);
        List<ReleaseInfo> old = all.stream()
                .filter(release -> !kept.contains(release.release()))
                .toList();
        List<String> done = new ArrayList<>();
        Removal removal = new Removal(lake);
        int removed = 0;
        for (ReleaseInfo release : old) {
            removed += release(release, removal);
        }
        add(done, removed, "releases");
        add(done, runs(recent, kept, removal), "records of runs");
        add(done, tables(all, kept, removal, done), "data files of tables");
        return done;
    }

    private static void add(List<String> done, int number, String what) {
        if (number > 0) {
            done.add("keep: removed " + number + " " + what + " that the setting no longer protects");
        }
    }

    /** The releases that the rule protects. */
    private Set<String> recent(List<ReleaseInfo> all) {
        List<String> ids = all.stream().map(ReleaseInfo::release).sorted().toList();
        Set<String> recent = new TreeSet<>(ids.subList(Math.max(0, ids.size() - keep.releases()), ids.size()));
        ids.stream().filter(id -> id.compareTo(oldestByAge()) >= 0).forEach(recent::add);
        return recent;
    }

    private String oldestByAge() {
        return RunInfo.id(now.minus(Duration.ofDays(keep.days())));
    }

    /** Removes the files that the manifest names, and the manifest last, so that a removal that was cut short goes on. */
    private int release(ReleaseInfo release, Removal removal) throws IOException {
        Path folder = lake.releases().resolve(release.release());
        Set<Path> folders = new TreeSet<>();
        for (ReleaseInfo.Table table : release.tables()) {
            for (ReleaseInfo.File file : table.files()) {
                Path path = folder.resolve(file.name()).normalize();
                if (path.startsWith(folder)) {
                    removal.file(path);
                    folders.add(path.getParent());
                }
            }
        }
        folders.remove(folder);
        for (Path below : folders) {
            removal.folderIfEmpty(below);
        }
        boolean removed = removal.file(folder.resolve(Releases.MANIFEST));
        removal.folderIfEmpty(folder);
        return removed ? 1 : 0;
    }

    /** Keeps the records of kept releases, and of the last delivery of each source, with which the next one is compared. */
    private int runs(Set<String> recent, Set<String> kept, Removal removal) throws IOException {
        Set<String> pinned = new HashSet<>(kept);
        pinned.addAll(lastDeliveries());
        String oldest = recent.stream().findFirst().orElse("");
        String bound = oldest.compareTo(oldestByAge()) < 0 ? oldest : oldestByAge();
        int removed = 0;
        for (String run : RunInfo.ids(lake)) {
            if (run.compareTo(bound) < 0 && !pinned.contains(run)) {
                findings(lake.findings(run), removal);
                removed += removal.file(lake.runs().resolve(run + ".json")) ? 1 : 0;
            }
        }
        return removed;
    }

    private Collection<String> lastDeliveries() {
        Map<String, String> last = new TreeMap<>();
        Ledger.read(lake)
                .files()
                .forEach(entry -> last.merge(entry.file().source(), entry.run(), (a, b) -> a.compareTo(b) > 0 ? a : b));
        return last.values();
    }

    private static void findings(Path folder, Removal removal) throws IOException {
        for (Path table : removal.entries(folder)) {
            if (table.getFileName().toString().matches(TABLE) && !removal.file(table)) {
                for (Path part : removal.entries(table)) {
                    if (part.getFileName().toString().matches(PART)) {
                        removal.file(part);
                    }
                }
                removal.folderIfEmpty(table);
            }
        }
        removal.folderIfEmpty(folder);
    }

    private int tables(List<ReleaseInfo> all, Set<String> kept, Removal removal, List<String> done) throws IOException {
        Map<String, Set<Long>> versions = new TreeMap<>();
        for (ReleaseInfo release : all) {
            for (ReleaseInfo.Table table : release.tables()) {
                Set<Long> needed = versions.computeIfAbsent(table.name(), name -> new HashSet<>());
                if (kept.contains(release.release())) {
                    needed.add(table.deltaVersion());
                }
            }
        }
        int removed = 0;
        for (Map.Entry<String, Set<Long>> table : versions.entrySet()) {
            Path folder = lake.table(table.getKey());
            TableLog log = TableLog.complete(folder).orElse(null);
            if (log == null) {
                done.add("keep: the first versions are no longer in the log of " + folder
                        + ", so that its data files stay");
                continue;
            }
            for (String file : log.unneeded(table.getValue())) {
                removed += removal.file(folder.resolve(file)) ? 1 : 0;
            }
        }
        return removed;
    }
}
