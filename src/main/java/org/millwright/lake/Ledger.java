package org.millwright.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.millwright.model.InputFile;

/**
 * The input files whose figures the tables hold, the definitions behind the current release, and the versions of the tables.
 *
 * <p>A run that ends by itself writes it last: what is newer in the tables comes from a run that did not.
 *
 * @param files one entry for each file that was read
 * @param definitions checksum of all that decides the figures apart from the files
 * @param run the run that wrote it; empty for none
 * @param versions table name to Delta version; null in a lake whose last run did not record them
 */
public record Ledger(List<Entry> files, String definitions, String run, Map<String, Long> versions) {

    /** One file, the checksum of the contract it was read under, and the run that read it. */
    public record Entry(InputFile file, String contract, String run) {}

    /** A lost ledger leaves unknown what the tables hold; before the first run that is nothing. */
    public static Ledger read(Lake lake) {
        if (Files.exists(lake.ledger())) {
            return Json.read(lake.ledger(), Ledger.class);
        }
        boolean lost = new Releases(lake).current().isPresent();
        return new Ledger(List.of(), "", "", lost ? null : Map.of());
    }

    /** Whether the tables hold this content, read under this contract. The name of the file does not matter. */
    public boolean knows(InputFile file, String contract) {
        return files.stream()
                .anyMatch(entry -> entry.file().sha256().equals(file.sha256())
                        && entry.file().source().equals(file.source())
                        && entry.contract().equals(contract));
    }

    /** The version of a table that the last run left; empty if there was no such table, or that is not recorded. */
    Optional<Long> version(String table) {
        return Optional.ofNullable(versions).map(recorded -> recorded.get(table));
    }

    /** This ledger after a run that left these versions of tables, and no others. */
    public Ledger after(String by, Map<String, Long> written) {
        Map<String, Long> all = new TreeMap<>(versions == null ? Map.of() : versions);
        all.putAll(written);
        return new Ledger(files, definitions, by, all);
    }

    public void write(Lake lake) {
        Lake.writeAtomically(lake.ledger(), Json.text(this));
    }

    /** Says what the ledger will be as soon as the release of its run is the current one. */
    public void announce(Lake lake) {
        Lake.writeAtomically(lake.nextLedger(), Json.text(this));
    }

    /**
     * Puts the announced ledger in force if readers see the release of its run. Else that release was never shown to anybody,
     * and what there is of it is removed.
     */
    public static void settle(Lake lake) {
        if (!Files.exists(lake.nextLedger())) {
            return;
        }
        Releases releases = new Releases(lake);
        String announced = Json.read(lake.nextLedger(), Ledger.class).run();
        if (releases.current().filter(announced::equals).isPresent()) {
            try {
                Files.move(
                        lake.nextLedger(),
                        lake.ledger(),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException failed) {
                throw Lake.storageFailed(lake.ledger(), failed);
            }
        } else {
            releases.place(announced).filter(Files::exists).ifPresent(Lake::delete);
            Lake.delete(lake.nextLedger());
        }
    }
}
