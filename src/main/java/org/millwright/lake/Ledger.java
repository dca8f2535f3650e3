package org.millwright.lake;

import java.nio.file.Files;
import java.util.List;
import org.millwright.model.InputFile;

/**
 * The input files whose figures the tables hold, and the definitions behind the current release.
 *
 * @param files one entry for each file that was read
 * @param definitions checksum of all that decides the figures apart from the files
 */
public record Ledger(List<Entry> files, String definitions) {

    /** One file, the checksum of the contract it was read under, and the run that read it. */
    public record Entry(InputFile file, String contract, String run) {}

    public static Ledger read(Lake lake) {
        return Files.exists(lake.ledger()) ? Json.read(lake.ledger(), Ledger.class) : new Ledger(List.of(), "");
    }

    /** Whether the tables hold this content, read under this contract. The name of the file does not matter. */
    public boolean knows(InputFile file, String contract) {
        return files.stream()
                .anyMatch(entry -> entry.file().sha256().equals(file.sha256())
                        && entry.file().source().equals(file.source())
                        && entry.contract().equals(contract));
    }

    public void write(Lake lake) {
        Lake.writeAtomically(lake.ledger(), Json.text(this));
    }
}
