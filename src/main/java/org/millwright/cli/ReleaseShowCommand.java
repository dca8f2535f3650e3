package org.millwright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.millwright.lake.ReleaseInfo;
import org.millwright.query.ReleaseSql.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = "What a release holds and what it was made from.",
        footer = {
            "",
            "Examples:",
            "  millwright releases show",
            "  millwright releases show 20260101T020000000Z --format json"
        })
final class ReleaseShowCommand implements Callable<Integer> {
    @Mixin
    private LakeOption lake;

    @Option(names = "--format", defaultValue = "table", description = "table (default), csv or json.")
    private AnswerPrinter format;

    @Parameters(arity = "0..1", paramLabel = "RELEASE", description = "Id of the release (default: the current one).")
    private String release;

    @Override
    public Integer call() {
        ReleaseInfo info = lake.manifest(release);
        if (format == AnswerPrinter.JSON) {
            System.out.print(info.json());
            return 0;
        }
        List<List<Object>> rows = new ArrayList<>();
        info.inputs()
                .forEach(input -> rows.add(List.of("input", input.source() + " " + input.name(), input.vintage())));
        info.methods().forEach(method -> rows.add(List.of("method", method, "")));
        info.tables().forEach(table -> rows.add(List.of("table", table.name(), table.rows() + " rows")));
        System.err.println("Release " + info.release() + ", published " + info.publishedAt());
        format.print(new Answer(List.of("kind", "name", "vintage_or_rows"), rows), System.out);
        return 0;
    }
}
