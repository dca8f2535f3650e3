package org.millwright.pipeline;

import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.millwright.error.MillwrightException;
import org.millwright.lake.Lake;
import org.millwright.lake.LakeCopy;
import org.millwright.lake.LakeLock;

/**
 * A run in a copy of the lake: how it would end, and what it would publish, while the lake stays as it is. The lake is locked
 * for the time of copying only. Closing removes the copy, also where the process is told to end.
 */
public final class Rehearsal implements AutoCloseable {
    private final RunRequest request;
    private final LakeCopy copy;
    private final CleanStop stop;

    /**
     * Copies the lake.
     *
     * @throws MillwrightException if the folder is something else, or a run is on
     */
    public Rehearsal(RunRequest request) {
        copy = Lake.ifThere(request.lake()).map(Rehearsal::locked).orElseGet(LakeCopy::ofNothing);
        stop = new CleanStop();
        this.request = request.rehearsedIn(copy.lake().root());
    }

    private static LakeCopy locked(Lake lake) {
        try (LakeLock lock = LakeLock.take(lake, RunStart.in(lake).id())) {
            return LakeCopy.of(lake);
        }
    }

    /** The copy, which has the release that is current in the lake, and later the rehearsed one. */
    public Lake lake() {
        return copy.lake();
    }

    /** Runs, see {@link NightlyRun#execute()}. */
    public RunReport execute(Supplier<SparkSession> sessions, Progress progress) {
        return new NightlyRun(request, sessions, progress).execute();
    }

    @Override
    public void close() {
        copy.close();
        stop.close();
    }
}
