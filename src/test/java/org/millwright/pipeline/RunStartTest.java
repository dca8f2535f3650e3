package org.millwright.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.lake.Lake;
import org.millwright.lake.LakeLock;
import org.millwright.lake.RunInfo;
import org.millwright.model.Window;

/** Ids of runs rise, whatever the clock does: releases are sorted by them, and Delta counts on them. */
class RunStartTest {
    @TempDir
    private Path folder;

    @Test
    void theIdIsTheTimeUnlessTheClockWasSetBack() {
        Lake lake = Lake.openOrCreate(folder.resolve("lake"));
        Instant noon = Instant.parse("2024-01-01T12:00:00.000999Z");
        assertThat(RunStart.next(lake, noon).id()).isEqualTo("20240101T120000000Z");
        new RunInfo(
                        "20240101T120000000Z",
                        "",
                        "",
                        "failed",
                        70,
                        "",
                        List.of(),
                        List.of("why"),
                        List.of(),
                        List.of(),
                        List.of(),
                        Window.ALL)
                .write(lake);
        assertThat(RunStart.next(lake, noon).id()).isEqualTo("20240101T120000001Z");
        assertThat(RunStart.next(lake, noon.minusSeconds(86_400)).id()).isEqualTo("20240101T120000001Z");
        assertThat(RunStart.next(lake, noon.plusSeconds(1)).id()).isEqualTo("20240101T120001000Z");
        try (LakeLock on = LakeLock.take(lake, "20240101T125959999Z")) {
            assertThat(on).isNotNull();
            assertThat(RunStart.next(lake, noon).id()).isEqualTo("20240101T130000000Z");
        }
    }
}
