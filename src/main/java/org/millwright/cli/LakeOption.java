package org.millwright.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.millwright.config.RunSettings;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.lake.Lake;
import org.millwright.lake.ReleaseInfo;
import org.millwright.lake.Releases;
import org.millwright.query.ExplainedUnit;
import picocli.CommandLine.Option;

/** The option that names an existing lake. */
final class LakeOption {
    @Option(
            names = "--lake",
            paramLabel = "DIR",
            defaultValue = RunSettings.DEFAULT_LAKE,
            converter = FolderConverter.class,
            description = "Folder of tables and releases (default: ./lake).")
    private Path path;

    Lake lake() {
        return Lake.existing(path)
                .orElseThrow(() -> new MillwrightException(new Problem(
                        ErrorCode.NOTHING_PUBLISHED,
                        path.toString(),
                        "there is no lake here",
                        "Make one with './millwright run --lake " + path + "', or name another with --lake")));
    }

    /** The folder of what a run found that published nothing. */
    Path findings(String run) {
        return Optional.of(lake().findings(run))
                .filter(folder -> run.matches("\\w+") && Files.isDirectory(folder))
                .orElseThrow(() -> new MillwrightException(new Problem(
                        ErrorCode.NOTHING_PUBLISHED,
                        path.toString(),
                        "the run " + run + " left no findings",
                        "Only a run that ended with exit code 65 does; see './millwright status --lake " + path
                                + "'")));
    }

    /** The manifest of the named release, or of the current one. */
    ReleaseInfo manifest(String name) {
        return new Releases(lake())
                .manifest(release(name).getFileName().toString())
                .orElseThrow();
    }

    /** The last day whose vintages the named release knows. */
    String asOf(String name) {
        return asOf(manifest(name));
    }

    static String asOf(ReleaseInfo release) {
        return release.asOf().isEmpty() ? ExplainedUnit.LATEST : release.asOf();
    }

    /** The folder of the named release, or of the current one. */
    Path release(String name) {
        Releases releases = new Releases(lake());
        String wanted = name != null ? name : releases.current().orElse("");
        return releases.folder(wanted)
                .orElseThrow(() -> new MillwrightException(new Problem(
                        ErrorCode.NOTHING_PUBLISHED,
                        path.toString(),
                        wanted.isEmpty() ? "nothing has been published" : "there is no release " + wanted,
                        "See './millwright releases --lake " + path + "'")));
    }
}
