package org.millwright.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run that is told to end is interrupted, unless it has begun to publish, and is waited for either way. */
@Timeout(30)
class CleanStopTest {
    @AfterEach
    void leaveNoInterrupt() {
        Thread.interrupted();
    }

    private static Thread stopping(CleanStop stop) {
        Thread hook = new Thread(stop::stop);
        hook.start();
        return hook;
    }

    @Test
    void whoIsAtWorkIsInterruptedAndMayStillSaySo() throws InterruptedException {
        try (CleanStop stop = new CleanStop()) {
            Thread hook = stopping(stop);
            boolean interrupted = false;
            try {
                TimeUnit.SECONDS.sleep(20);
            } catch (InterruptedException expected) {
                interrupted = true;
            }
            assertThat(interrupted).isTrue();
            Thread.currentThread().interrupt();
            assertThat(stop.finish()).isFalse();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            assertThat(hook.isAlive()).isTrue();
            stop.close();
            hook.join();
        }
    }

    @Test
    void whoHasBegunToPublishIsWaitedFor() throws InterruptedException {
        try (CleanStop stop = new CleanStop()) {
            assertThat(stop.finish()).isTrue();
            Thread hook = stopping(stop);
            hook.join(200);
            assertThat(hook.isAlive()).isTrue();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            assertThat(stop.finish()).isTrue();
            stop.close();
            hook.join();
        }
    }
}
