package org.millwright.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The truth about one run.
 *
 * @param outcome {@code published}, {@code nothing-new}, {@code rejected} (a rule of severity error failed), {@code failed}
 *     or {@code rolled-back}
 * @param release the release it published, or that was current; empty if none
 * @param problems what stopped it, as text
 */
public record RunInfo(
        String run,
        String startedAt,
        String endedAt,
        String outcome,
        int exitCode,
        String release,
        List<Source> sources,
        List<String> problems) {

    /**
     * What one source brought.
     *
     * @param accepted figures
     * @param rejected figures and records
     * @param excluded records that the contract leaves out
     */
    public record Source(
            String id, String dataset, int files, long accepted, long rejected, long excluded, int rulesFailed) {}

    /** Writes {@code runs/ID.json}, and {@code run.json} for who asks after the last one. */
    public void write(Lake lake) {
        String json = Json.text(this);
        Lake.writeAtomically(lake.runs().resolve(run + ".json"), json);
        Lake.writeAtomically(lake.lastRun(), json);
    }

    /** All runs, the oldest first. */
    public static List<RunInfo> all(Lake lake) {
        if (!Files.isDirectory(lake.runs())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(lake.runs())) {
            return files.filter(file -> file.getFileName().toString().matches("\\d.*\\.json"))
                    .sorted()
                    .map(file -> Json.read(file, RunInfo.class))
                    .toList();
        } catch (IOException failed) {
            throw Lake.storageFailed(lake.runs(), failed);
        }
    }
}
