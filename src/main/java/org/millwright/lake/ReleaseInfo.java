package org.millwright.lake;

import java.util.List;
import java.util.stream.Stream;
import org.millwright.model.Window;

/**
 * The manifest of a release, {@code release.json}: what it holds and what it was made from.
 *
 * @param asOf only vintages that were known on this day (ISO 8601) were used; empty for all
 * @param definitions checksum of settings and definitions together
 * @param definitionFiles each of them
 * @param window the periods that a backfill is limited to
 * @param methods method and definition versions behind the figures
 */
public record ReleaseInfo(
        String release,
        String publishedAt,
        String run,
        String asOf,
        String definitions,
        List<Definition> definitionFiles,
        List<String> methods,
        List<Input> inputs,
        List<Table> tables,
        Window window) {

    /** What a release of before this was recorded has none of is empty, not unknown. */
    public ReleaseInfo {
        definitionFiles = definitionFiles == null ? List.of() : definitionFiles;
        asOf = asOf == null ? "" : asOf;
        window = window == null ? Window.ALL : window;
    }

    /** A definition file by its path below {@code data-schemas}, or {@code settings}. */
    public record Definition(String path, String sha256) {}

    /** An input file. */
    public record Input(String source, String name, String sha256, String vintage) {}

    /**
     * A table.
     *
     * @param deltaVersion version of the Delta table that the snapshot copies; -1 in a backfill, which leaves no table behind
     * @param contract version of its contract
     */
    public record Table(String name, long deltaVersion, String contract, long rows, List<File> files) {}

    /** A file of the release, by its path below the release's folder. */
    public record File(String name, long size, String sha256) {}

    /** The definition files whose text is not that of an earlier release, and those that are gone since. */
    public List<String> definitionsChangedSince(ReleaseInfo earlier) {
        return earlier.definitionsOtherThan(definitionFiles);
    }

    /** The definition files of which later ones have another text, have none, or are new. */
    public List<String> definitionsOtherThan(List<Definition> later) {
        Stream<Definition> changed = later.stream().filter(definition -> !definitionFiles.contains(definition));
        Stream<Definition> before = definitionFiles.stream().filter(definition -> !later.contains(definition));
        return Stream.concat(changed, before).map(Definition::path).distinct().toList();
    }

    public String json() {
        return Json.text(this);
    }
}
