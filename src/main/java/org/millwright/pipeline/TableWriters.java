package org.millwright.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;

/**
 * Writes tables at the same time: each small Delta write mostly waits for its own driver work, so that a few of them
 * together take little longer than one.
 */
final class TableWriters implements AutoCloseable {
    private static final Duration LAST_WRITES = Duration.ofSeconds(20);

    private final ExecutorService threads;
    private final List<Future<?>> begun = new ArrayList<>();

    TableWriters(int threads) {
        this.threads = Executors.newFixedThreadPool(threads);
    }

    void begin(Runnable write) {
        begun.add(threads.submit(write));
    }

    /** Waits for all writes that have begun; throws the first failure. */
    void await() {
        try {
            for (Future<?> write : begun) {
                write.get();
            }
            begun.clear();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new MillwrightException(
                    new Problem(ErrorCode.STORAGE_FAILED, "", "the run was interrupted", "Run again"), stopped);
        }
    }

    /** Ends the writes that are under way, and waits for that: a run that has freed the lake must not write any more. */
    @Override
    public void close() {
        threads.shutdownNow();
        boolean interrupted = false;
        Instant given = Instant.now().plus(LAST_WRITES);
        while (!threads.isTerminated() && Instant.now().isBefore(given)) {
            try {
                threads.awaitTermination(1, TimeUnit.SECONDS);
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
