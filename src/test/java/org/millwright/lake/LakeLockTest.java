package org.millwright.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.error.MillwrightException;

/** One run per lake: the lock of the dead is taken over, that of the living never. */
class LakeLockTest {
    /** Linux gives no process a number above 2^22. */
    private static final long NO_PROCESS = 1L << 30;

    private static final String RUN = "20240101T000000000Z";

    @TempDir
    private Path folder;

    private Lake lake;

    @BeforeEach
    void makeLake() {
        lake = Lake.openOrCreate(folder);
    }

    private void held(String host, long process, Instant since, Duration silentFor) throws IOException {
        Files.writeString(lake.lock(), Json.text(new LakeLock.Holder(host, process, since.toString(), "token", RUN)));
        Files.setLastModifiedTime(lake.lock(), FileTime.from(Instant.now().minus(silentFor)));
    }

    private static String thisHost() throws IOException {
        return InetAddress.getLocalHost().getHostName();
    }

    private void assertIsTaken() {
        try (LakeLock lock = LakeLock.take(lake, RUN)) {
            assertThat(lock).isNotNull();
            assertThat(LakeLock.holder(lake).orElseThrow().process())
                    .isEqualTo(ProcessHandle.current().pid());
        }
        assertThat(LakeLock.holder(lake)).isEmpty();
        // In runs is the record of a run whose lock was taken over.
        assertThat(folder.toFile().list()).contains("millwright-lake").isSubsetOf("millwright-lake", "runs");
    }

    private MillwrightException refused() {
        return catchThrowableOfType(MillwrightException.class, () -> LakeLock.take(lake, RUN));
    }

    @Test
    void freeLockIsTakenAndGivenBack() {
        assertIsTaken();
        assertIsTaken();
    }

    @Test
    void secondRunIsTurnedAwayAndToldWhoAndSinceWhen() {
        try (LakeLock first = LakeLock.take(lake, RUN)) {
            assertThat(first).isNotNull();
            String holder = LakeLock.holder(lake).orElseThrow().text();
            assertThat(refused().exitCode()).isEqualTo(75);
            assertThat(refused())
                    .hasMessage(folder + ": another run is on: " + holder + ". Wait for it to end, then run again");
            assertThat(LakeLock.holder(lake)).isPresent();
        }
    }

    /** Takers find the lock of the dead at the same moment, again and again; two at work would spoil the lake. */
    @Test
    void ofManyWhoFindADeadLockOneTakesIt() throws Exception {
        int takers = 4;
        int nightsWithAHolder = 0;
        ExecutorService threads = Executors.newFixedThreadPool(takers);
        try {
            for (int night = 0; night < 300; night++) {
                held(thisHost(), NO_PROCESS, Instant.now(), Duration.ZERO);
                CyclicBarrier start = new CyclicBarrier(takers);
                List<Future<Optional<LakeLock>>> taken = new ArrayList<>();
                for (int taker = 0; taker < takers; taker++) {
                    taken.add(threads.submit(() -> takeAfter(start)));
                }
                List<LakeLock> holders = new ArrayList<>();
                for (Future<Optional<LakeLock>> one : taken) {
                    one.get().ifPresent(holders::add);
                }
                assertThat(holders).as("night %d", night).hasSizeLessThanOrEqualTo(1);
                nightsWithAHolder += holders.size();
                holders.forEach(LakeLock::close);
                assertIsTaken();
            }
            assertThat(nightsWithAHolder).isPositive();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Who has it clears the lake of what others leave, who meanwhile remove their own temporary files. */
    private Optional<LakeLock> takeAfter(CyclicBarrier start) throws Exception {
        start.await();
        LakeLock taken;
        try {
            taken = LakeLock.take(lake, RUN);
        } catch (MillwrightException turnedAway) {
            assertThat(turnedAway.exitCode()).isEqualTo(75);
            return Optional.empty();
        }
        Leftovers.clear(lake);
        return Optional.of(taken);
    }

    @Test
    void whoDiedWhileRemovingADeadLockIsNoHindrance() throws IOException {
        held(thisHost(), NO_PROCESS, Instant.now(), Duration.ZERO);
        Path claim = Files.createFile(folder.resolve(LakeLock.APART + "the-dead"));
        assertThat(refused().exitCode()).isEqualTo(75);
        Files.setLastModifiedTime(claim, FileTime.from(Instant.now().minus(Duration.ofMinutes(11))));
        assertIsTaken();
    }

    @Test
    void lockOfAProcessThatDiedHereIsTakenOver() throws IOException {
        held(thisHost(), NO_PROCESS, Instant.now(), Duration.ZERO);
        assertIsTaken();
    }

    @Test
    void lockOfAnEarlierProcessWithTheSameNumberIsTakenOver() throws IOException {
        held(thisHost(), ProcessHandle.current().pid(), Instant.parse("2000-01-01T00:00:00Z"), Duration.ZERO);
        assertIsTaken();
    }

    @Test
    void lockOfALivingProcessHereIsNeverTakenOver() throws IOException {
        held(thisHost(), ProcessHandle.current().pid(), Instant.now(), Duration.ofDays(2));
        assertThat(refused()).hasMessageContaining("another run is on: process");
        assertThat(lake.lock()).exists();
    }

    @Test
    void otherHostIsDeadOnlyOnceItsHeartStandsStill() throws IOException {
        held("elsewhere.example", 1, Instant.now(), Duration.ofMinutes(9));
        assertThat(refused()).hasMessageContaining("process 1 on elsewhere.example since ");
        held("elsewhere.example", 1, Instant.now(), Duration.ofMinutes(11));
        assertIsTaken();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "{\"host\": \"h\", \"process\": 1, \"since\": \"today\", \"token\": \"t\"}"})
    void lockThatNobodyCanReadCountsAsHeldUntilItsHeartStandsStill(String text) throws IOException {
        Files.writeString(lake.lock(), text);
        assertThat(refused()).hasMessageContaining("another run is on: ");
        Files.setLastModifiedTime(lake.lock(), FileTime.from(Instant.now().minus(Duration.ofMinutes(11))));
        assertIsTaken();
    }

    @Test
    void closingLeavesTheLockOfAnother() throws IOException {
        LakeLock first = LakeLock.take(lake, RUN);
        held("elsewhere.example", 1, Instant.now(), Duration.ZERO);
        first.close();
        assertThat(LakeLock.holder(lake).orElseThrow().host()).isEqualTo("elsewhere.example");
    }
}
