package org.millwright.cli;

import java.util.concurrent.Callable;
import org.millwright.pipeline.Rollback;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "rollback",
        description = {
            "Shows readers an earlier release again. Nothing is deleted; the next run that publishes moves on from what the",
            "lake holds, so that a bad file has to be replaced by its agency's next delivery."
        },
        footer = {"", "Example:", "  millwright releases rollback 20260101T020000000Z --lake /data/lake"})
final class ReleaseRollbackCommand implements Callable<Integer> {
    @Mixin
    private LakeOption lake;

    @Parameters(paramLabel = "RELEASE", description = "Id of the release that readers shall see.")
    private String release;

    @Override
    public Integer call() {
        String before = Rollback.to(lake.lake(), release);
        System.err.println("The current release is " + release + ", no longer " + before + ". Nothing was deleted.");
        return 0;
    }
}
