package org.millwright.pipeline;

import java.nio.file.Path;
import java.util.List;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.lake.Lake;
import org.millwright.lake.LakeLock;
import org.millwright.lake.Leftovers;
import org.millwright.lake.Releases;

/**
 * Shows readers an earlier release again. Nothing is deleted and no table changes: the pointer moves, and the lake
 * remembers that it did. The next run that publishes moves it on.
 */
public final class Rollback {
    private Rollback() {}

    /**
     * Makes a kept release the current one.
     *
     * @return the release that was current before
     * @throws MillwrightException if there is no such release, it is the current one already, or a run is on
     */
    public static String to(Lake lake, String release) {
        RunStart start = RunStart.in(lake);
        Releases releases = new Releases(lake);
        try (LakeLock lock = LakeLock.take(lake, start.id())) {
            Leftovers.clear(lake);
            String before = releases.current().orElse("");
            Path folder = releases.folder(release).orElseThrow(() -> refused(lake, "there is no release " + release));
            if (release.equals(before)) {
                throw refused(lake, "the release " + folder.getFileName() + " is the current one already");
            }
            if (releases.manifest(release).orElseThrow().window().hasBounds()) {
                throw refused(lake, "the release " + release + " is a backfill, which holds some periods only");
            }
            releases.pointTo(release);
            start.done("rolled-back", release, Known.NOTHING, List.of()).write(lake);
            return before;
        }
    }

    private static MillwrightException refused(Lake lake, String what) {
        return new MillwrightException(new Problem(
                ErrorCode.NOTHING_PUBLISHED,
                lake.root().toString(),
                what,
                "See './millwright releases --lake " + lake.root() + "'"));
    }
}
