package org.millwright.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.millwright.contract.DefinitionFiles;
import org.millwright.contract.Definitions;
import org.millwright.contract.TableContract;
import org.millwright.error.Problems;
import org.millwright.query.ReleaseDiff;
import org.millwright.query.ReleaseDiff.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
    private static final int LARGEST = 20;

    @Mixin
    private LakeOption lake;

    @Option(names = "--format", defaultValue = "table", description = "table (default), csv or json.")
    private AnswerPrinter format;

    @Option(
            names = "--all",
            description = "Every changed figure, the largest change first (default: the largest " + LARGEST + ").")
    private boolean all;

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
        List<String> definitions = lake.manifest(after).definitionsChangedSince(lake.manifest(before));
        try (ReleaseDiff diff = new ReleaseDiff(side(before), side(after), figures(), definitions)) {
            if (!all && format == AnswerPrinter.TABLE) {
                format.print(diff.summary(), System.out);
                System.out.println();
            }
            format.print(diff.largest(all ? Integer.MAX_VALUE : LARGEST), System.out);
        }
        return 0;
    }

    private ReleaseDiff.Side side(String release) {
        return new ReleaseDiff.Side(lake.release(release), lake.asOf(release));
    }

    private static List<Figures> figures() {
        Problems problems = new Problems();
        List<TableContract> contracts = Definitions.tables(DefinitionFiles.bundled(), problems);
        problems.throwIfAny();
        return contracts.stream()
                .map(table -> new Figures(table.name(), table.key(), table.figures()))
                .toList();
    }
}
