package org.millwright.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.millwright.lake.Ledger;
import org.millwright.model.FileState;
import org.millwright.model.InputFile;

/** Every file in landing stands in one way to what was read before. */
class LandedFileTest {
    private static final Map<String, String> CONTRACTS = Map.of("asm", "contract-1");

    private static InputFile file(String path, String content, String vintage) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return new InputFile("asm", path, name, content.length(), content, vintage);
    }

    private static Ledger read(InputFile... files) {
        return new Ledger(
                Stream.of(files)
                        .map(file -> new Ledger.Entry(file, "contract-1", "run-1"))
                        .toList(),
                "definitions",
                "run-1",
                Map.of());
    }

    /** Path and state of each file, as {@code /in/a.csv known}. */
    private static List<String> states(Ledger ledger, Map<String, String> contracts, InputFile... found) {
        return new LandedFile.Comparison(ledger, contracts)
                .of(List.of(found), List.of()).stream()
                        .map(landed ->
                                landed.file().path() + " " + landed.state().text())
                        .toList();
    }

    @Test
    void pathAndContentDecideTheState() {
        Ledger ledger = read(file("/in/a.csv", "A", "2024"), file("/in/b.csv", "B", "2024"));
        assertThat(states(
                        ledger,
                        CONTRACTS,
                        file("/in/a.csv", "A", "2024"),
                        file("/in/b.csv", "B2", "2024"),
                        file("/in/c.csv", "C", "2024"),
                        file("/in/d.csv", "A", "2024")))
                .containsExactly("/in/a.csv known", "/in/b.csv changed", "/in/c.csv new", "/in/d.csv same-content");
    }

    @Test
    void aFileOfOneContentIsReadOnceAndTheEarliestCounts() {
        assertThat(states(
                        read(), CONTRACTS, file("/in/a.csv", "A", "2024-02-01"), file("/in/b.csv", "A", "2024-01-01")))
                .containsExactly("/in/b.csv new", "/in/a.csv same-content");
    }

    @Test
    void aFileThatMovedWithItsNameIsKnown() {
        assertThat(states(read(file("/in/a.csv", "A", "2024")), CONTRACTS, file("/new/place/a.csv", "A", "2024")))
                .containsExactly("/new/place/a.csv known");
    }

    @Test
    void aChangedContractReadsEachContentAgainOnce() {
        assertThat(states(
                        read(file("/in/a.csv", "A", "2024")),
                        Map.of("asm", "contract-2"),
                        file("/in/a.csv", "A", "2024"),
                        file("/in/copy.csv", "A", "2024")))
                .containsExactly("/in/a.csv read-again", "/in/copy.csv same-content");
    }

    @Test
    void whatLeftLandingIsToldUnlessItIsThereInAnotherShape() {
        Ledger ledger =
                read(file("/in/a.csv", "A", "2024"), file("/in/b.csv", "B", "2024"), file("/in/c.csv", "C", ""));
        assertThat(states(ledger, CONTRACTS, file("/in/b.csv", "B2", "2024"), file("/in/c2.csv", "C", "")))
                .containsExactly("/in/c2.csv same-content", "/in/b.csv changed", "/in/a.csv removed");
        // A source that the settings no longer name is not looked for.
        assertThat(states(ledger, Map.of())).isEmpty();
    }

    @Test
    void anIncompleteFileIsNeitherReadNorMissed() {
        List<LandedFile> files = new LandedFile.Comparison(read(file("/in/a.csv", "A", "2024")), CONTRACTS)
                .of(List.of(), List.of(file("/in/a.csv", "", "")));
        assertThat(files).extracting(LandedFile::state).containsExactly(FileState.INCOMPLETE);
        assertThat(FileState.INCOMPLETE.isRead()).isFalse();
    }
}
