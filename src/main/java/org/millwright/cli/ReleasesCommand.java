package org.millwright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.millwright.lake.ReleaseInfo;
import org.millwright.lake.Releases;
import org.millwright.query.ReleaseSql.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "releases",
        description = "What was published: the releases that the lake keeps, the newest last.",
        footer = {
            "",
            "Examples:",
            "  millwright releases",
            "  millwright releases show",
            "  millwright releases diff 20260101T020000000Z 20260102T020000000Z",
            "  millwright releases rollback 20260101T020000000Z"
        },
        subcommands = {ReleaseShowCommand.class, ReleaseDiffCommand.class, ReleaseRollbackCommand.class})
final class ReleasesCommand implements Callable<Integer> {
    @Mixin
    private LakeOption lake;

    @Option(names = "--format", defaultValue = "table", description = "table (default), csv or json.")
    private AnswerPrinter format;

    @Override
    public Integer call() {
        Releases releases = new Releases(lake.lake());
        String current = releases.current().orElse("");
        List<List<Object>> rows = new ArrayList<>();
        for (ReleaseInfo release : releases.all()) {
            rows.add(List.of(
                    release.release(),
                    release.publishedAt(),
                    release.inputs().size(),
                    release.tables().size(),
                    release.tables().stream().mapToLong(ReleaseInfo.Table::rows).sum(),
                    state(release, current)));
        }
        format.print(
                new Answer(List.of("release", "published_at", "inputs", "tables", "rows", "state"), rows), System.out);
        return 0;
    }

    private static String state(ReleaseInfo release, String current) {
        if (release.window().hasBounds()) {
            return "backfill " + release.window().text();
        }
        return release.release().equals(current) ? "current" : "";
    }
}
