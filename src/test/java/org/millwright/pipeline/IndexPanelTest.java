package org.millwright.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.testing.ReferenceTable;

/** Five years of COINr's ASEM panel, of which the last lies behind the reference window. */
class IndexPanelTest {
    private static final String LAST = ",2022,";

    @TempDir
    private Path folder;

    @Test
    void newYearChangesNoPublishedScore() throws IOException {
        Path panel = ReferenceTable.file("coinr/inputs/iData_panel.csv");
        List<String> lines = Files.readAllLines(panel);
        List<String> before =
                lines.stream().filter(line -> !line.contains("\"2022\"")).toList();
        assertThat(before).hasSize(1 + 4 * 51);
        Path earlier = Files.write(folder.resolve("earlier.csv"), before);

        List<String> published = scores(earlier, "earlier");
        List<String> later = scores(panel, "later");
        assertThat(published).hasSize(1 + 4 * 51 * 60);
        assertThat(later).hasSize(1 + 5 * 51 * 60);
        assertThat(later.stream().filter(line -> !line.contains(LAST)).toList()).isEqualTo(published);
    }

    private List<String> scores(Path data, String name) throws IOException {
        IndexRun run = IndexRun.of("asem-panel", data, folder.resolve(name));
        return Files.readAllLines(run.folder().resolve("scores.csv"));
    }
}
