package org.millwright.cli;

import java.util.concurrent.Callable;
import org.millwright.lake.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "diff",
        description = {
            "How the figures of two releases differ, and why: a new period, revised data (which file), a changed definition",
            "(which file), another version of a method, or a parameter of an index that was estimated anew."
        },
        footer = {
            "",
            "Examples:",
            "  millwright releases diff 20260101T020000000Z 20260102T020000000Z",
            "  millwright releases diff 20260101T020000000Z 20260102T020000000Z --all --format csv > changes.csv"
        })
final class ReleaseDiffCommand implements Callable<Integer> {
    @Mixin
    private LakeOption lake;

    @Mixin
    private DiffOptions differences;

    @Parameters(index = "0", paramLabel = "BEFORE", description = "Id of the earlier release.")
    private String before;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "AFTER",
            description = "Id of the later one (default: the current).")
    private String after;

    @Override
    public Integer call() {
        differences.print(new Releases(lake.lake()), lake.manifest(before), lake.manifest(after), System.out);
        return 0;
    }
}
