package org.millwright.lake;

import java.util.List;

/**
 * The manifest of a release, {@code release.json}: what it holds and what it was made from.
 *
 * @param definitions checksum of settings and definitions
 * @param methods method and definition versions behind the figures
 */
public record ReleaseInfo(
        String release,
        String publishedAt,
        String run,
        String definitions,
        List<String> methods,
        List<Input> inputs,
        List<Table> tables) {

    /** An input file. */
    public record Input(String source, String name, String sha256, String vintage) {}

    /**
     * A table.
     *
     * @param deltaVersion version of the Delta table that the snapshot copies
     * @param contract version of its contract
     */
    public record Table(String name, long deltaVersion, String contract, long rows, List<File> files) {}

    /** A file of the release, by its path below the release's folder. */
    public record File(String name, long size, String sha256) {}

    public String json() {
        return Json.text(this);
    }
}
