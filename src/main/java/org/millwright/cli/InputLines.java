package org.millwright.cli;

import java.util.List;
import java.util.function.Predicate;
import org.millwright.lake.RunInfo;
import org.millwright.model.FileState;

/** What a person is told of the inputs of a run beyond new files: files that stand otherwise, and changed definitions. */
final class InputLines {
    private static final int MOST = 20;

    private InputLines() {}

    /** The lines, each below a heading; none where there is nothing to tell. */
    static String of(RunInfo run) {
        return of(run, file -> !file.state().equals(FileState.NEW.text()));
    }

    /** The lines with those of new files. */
    static String ofAll(RunInfo run) {
        return of(run, file -> true);
    }

    private static String of(RunInfo run, Predicate<RunInfo.File> told) {
        List<String> files =
                run.files().stream().filter(told).map(InputLines::line).toList();
        return block("Files:", files) + block("Definitions that changed:", run.definitionsChanged());
    }

    /** One file with its state. */
    private static String line(RunInfo.File file) {
        return file.source() + ": " + file.name() + " "
                + FileState.of(file.state()).meaning();
    }

    private static String block(String heading, List<String> lines) {
        if (lines.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n").append(heading).append('\n');
        lines.stream()
                .limit(MOST)
                .forEach(line -> text.append("  ").append(line).append('\n'));
        if (lines.size() > MOST) {
            text.append("  and ").append(lines.size() - MOST).append(" more, see run.json\n");
        }
        return text.toString();
    }
}
