package org.millwright.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;

/**
 * Lets a run end by itself when the process is told to end (SIGTERM, or Ctrl-C): it is interrupted, and the process waits until
 * it has written its record and freed the lake. A run that has begun to publish is not interrupted: it publishes all of it.
 *
 * <p>The process ends with 143 after SIGTERM, whatever the run makes of it; Spark stops at the same time, by a hook of its own.
 */
final class CleanStop implements AutoCloseable {
    /** Shorter than the 90 s after which systemd kills. */
    private static final Duration PATIENCE = Duration.ofSeconds(75);

    private final Thread run = Thread.currentThread();
    private final Thread hook = new Thread(this::stop, "clean-stop");
    private final CountDownLatch ended = new CountDownLatch(1);
    private State state = State.RUNNING;

    private enum State {
        RUNNING,
        /** Being interrupted until it notices. */
        STOPPING,
        STOPPED,
        FINISHING
    }

    /** Watches over what the calling thread does from now on. */
    CleanStop() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Interrupts the run, unless it is finishing, and waits for its end. It does so every second until the run has noticed:
     * an interrupt is lost on an engine that is just starting or planning.
     */
    void stop() {
        Instant given = Instant.now().plus(PATIENCE);
        try {
            do {
                interrupt();
            } while (!ended.await(1, TimeUnit.SECONDS) && Instant.now().isBefore(given));
        } catch (InterruptedException killed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void interrupt() {
        if (state == State.RUNNING) {
            state = State.STOPPING;
        }
        if (state == State.STOPPING) {
            run.interrupt();
        }
    }

    /**
     * Begins what must not be interrupted: from now on the run is left alone.
     *
     * @return false if it has been interrupted already; its thread may write again, and shall only say so
     */
    synchronized boolean finish() {
        if (state == State.STOPPING) {
            state = State.STOPPED;
            // Were the mark of it left, the next write would fail.
            Thread.interrupted();
        } else if (state == State.RUNNING) {
            state = State.FINISHING;
        }
        return state == State.FINISHING;
    }

    /** What to throw when the run was interrupted, with what it threw itself. */
    static MillwrightException stopped(Throwable cause) {
        return new MillwrightException(
                new Problem(
                        ErrorCode.STOPPED,
                        "",
                        "the run was stopped, since its process was told to end; nothing was published",
                        "Run again"),
                cause);
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException processEnds) {
            // The hook is at work, or done.
        }
    }
}
