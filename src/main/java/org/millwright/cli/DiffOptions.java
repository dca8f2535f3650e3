package org.millwright.cli;

import java.io.PrintStream;
import java.util.List;
import org.millwright.contract.DefinitionFiles;
import org.millwright.contract.Definitions;
import org.millwright.contract.TableContract;
import org.millwright.error.Problems;
import org.millwright.lake.ReleaseInfo;
import org.millwright.lake.Releases;
import org.millwright.query.ReleaseDiff;
import org.millwright.query.ReleaseDiff.Figures;
import picocli.CommandLine.Option;

/** The options that say how differences of figures are shown, and the printing of them. */
final class DiffOptions {
    private static final int LARGEST = 20;

    @Option(names = "--format", defaultValue = "table", description = "table (default), csv or json.")
    private AnswerPrinter format;

    @Option(
            names = "--all",
            description = "Every changed figure, the largest change first (default: the largest " + LARGEST + ").")
    private boolean all;

    AnswerPrinter format() {
        return format;
    }

    /** Prints how the figures of two releases differ, and why. */
    void print(Releases releases, ReleaseInfo before, ReleaseInfo after, PrintStream out) {
        List<String> definitions = after.definitionsChangedSince(before);
        try (ReleaseDiff diff =
                new ReleaseDiff(side(releases, before), side(releases, after), figures(), definitions)) {
            if (!all && format == AnswerPrinter.TABLE) {
                format.print(diff.summary(), out);
                out.println();
            }
            format.print(diff.largest(all ? Integer.MAX_VALUE : LARGEST), out);
        }
    }

    private static ReleaseDiff.Side side(Releases releases, ReleaseInfo release) {
        return new ReleaseDiff.Side(
                releases.folder(release.release()).orElseThrow(), LakeOption.asOf(release), release.window());
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
