package org.millwright.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.error.MillwrightException;
import org.millwright.testing.LocalSession;
import org.millwright.testing.ReferenceTable;

/** The files of {@code index --robustness}. */
class IndexRobustnessTest {
    private static final String DEFINITION = """
            id: tiny
            version: 1
            unit: unit
            normalise: {method: goalposts, lower: 1, upper: 100, scale-lower: 1, scale-upper: 100}
            tree:
              id: top
              children:
                - {indicator: a, weight: 1, direction: 1}
                - {indicator: b, weight: 1, direction: 1}
            """;

    @TempDir
    private Path folder;

    private void run(String definition, int replicates, Supplier<SparkSession> sessions) throws IOException {
        Path data = Files.writeString(folder.resolve("data.csv"), "unit,a,b\nA,100,36\nB,64,64\nC,50,50\n");
        Path file = Files.writeString(folder.resolve("tiny.yaml"), definition);
        IndexRequest request = new IndexRequest(
                data, file, folder.resolve("scores.csv"), false, Optional.empty(), Optional.of(replicates));
        new IndexJob(request, sessions).execute();
    }

    @Test
    void withoutASectionTheDefinitionIsToldWhatToAddBeforeTheEngineStarts() {
        assertThatThrownBy(() -> run(DEFINITION, 0, () -> {
                    throw new AssertionError("the engine was started");
                }))
                .isInstanceOfSatisfying(
                        MillwrightException.class,
                        refused -> assertThat(refused.exitCode()).isEqualTo(78))
                .hasMessageContaining("tiny.yaml:1")
                .hasMessageContaining("Add for example robustness:");
    }

    @Test
    void aNumberOfReplicatesBelowOneIsRefused() {
        assertThatThrownBy(
                        () -> run(DEFINITION + "robustness: {vary: {leave-one-out: true}}\n", -5, LocalSession::shared))
                .isInstanceOf(MillwrightException.class)
                .hasMessageContaining("-5 replicates");
    }

    @Test
    void filesHaveEveryUnitReplicateAndChoice() throws IOException {
        String robustness = "robustness: {replicates: 50, vary: {weights: {noise: 0.5}, leave-one-out: true}}\n";
        run(DEFINITION + robustness, 20, LocalSession::shared);
        ReferenceTable units = ReferenceTable.of(folder.resolve("robustness.csv"));
        assertThat(units.texts("unit")).containsExactly("A", "B", "C");
        assertThat(units.column("nominal_score")).containsExactly(68, 64, 50);
        assertThat(units.column("replicates")).containsOnly(20);
        ReferenceTable replicates = ReferenceTable.of(folder.resolve("replicates.csv"));
        assertThat(replicates.size()).isEqualTo(3 * 20);
        // B and C have the same figure twice, so that no weight moves them.
        for (int row = 0; row < replicates.size(); row++) {
            double score = replicates.column("score")[row];
            switch (replicates.texts("unit")[row]) {
                case "B" -> assertThat(score).isCloseTo(64, within(1e-12));
                case "C" -> assertThat(score).isCloseTo(50, within(1e-12));
                default -> assertThat(score).isBetween(36 - 1e-12, 100 + 1e-12);
            }
        }
        assertThat(ReferenceTable.of(folder.resolve("sensitivity.csv")).texts("factor"))
                .containsExactly("a", "a", "b", "b");
        assertThat(ReferenceTable.of(folder.resolve("choices.csv")).texts("factor"))
                .contains("weights", "leave_one_out");
    }
}
