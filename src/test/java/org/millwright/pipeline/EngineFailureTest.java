package org.millwright.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;

/** A full disk is not a defect: an operator makes room and runs again. */
class EngineFailureTest {
    private static final Path LAKE = Path.of("/data/lake");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No space left on device",
                "java.io.IOException: No space left on device\n\tat java.base/sun.nio.ch.FileDispatcherImpl.write0",
                "Job aborted due to stage failure: Task 0 failed: java.nio.file.FileSystemException: /data: Disk quota exceeded",
                "/data/lake/tables: Permission denied",
                "/data/lake: Read-only file system"
            })
    void storageThatFailsAnywhereInTheChainIsTheOperators(String message) {
        Exception task = new ExecutionException("Writing job failed.", new IOException(message));
        MillwrightException explained = EngineFailure.explained(new IllegalStateException("Stage 3", task), LAKE);
        assertThat(explained.exitCode()).isEqualTo(75);
        assertThat(explained.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.STORAGE_FAILED);
            assertThat(problem.where()).isEqualTo(LAKE.toString());
            assertThat(problem.what()).contains(message.lines().findFirst().orElseThrow());
            assertThat(problem.remedy()).contains("free space", "earlier releases are untouched");
        });
        assertThat(explained).hasRootCauseMessage(message);
    }

    @Test
    void anythingElseIsADefectThatKeepsItsCause() {
        Exception failure = new IllegalStateException("first line\nsecond line");
        MillwrightException explained = EngineFailure.explained(failure, LAKE);
        assertThat(explained.exitCode()).isEqualTo(70);
        assertThat(explained)
                .hasMessage("the run stopped at first line."
                        + " This is a defect: run again with --verbose and report what it prints")
                .hasCause(failure);
    }
}
