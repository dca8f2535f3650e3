package org.millwright.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs that are killed at any moment leave no trace: readers see the release of before or the new one, each of them whole,
 * and after the next run every table is as in a lake whose runs nobody disturbed.
 *
 * <p>A killed run costs its lifetime only. A run that ends is therefore made after some kills in a row and not after each: it
 * has to mend what all of them left, and is compared row by row. It runs in this process, which is faster; the last one in a
 * process like those that were killed, whose temporary files it has to remove.
 */
class KillIT {
    private static final int KILLS = Integer.getInteger("faults.kills", 30);
    private static final long SEED = Long.getLong("faults.seed", System.nanoTime());
    private static final int MOST_A_NIGHT = 15;
    /** One in so many is killed while it publishes, which a moment by chance would seldom hit. */
    private static final int PUBLISHING = 4;

    private final Random random = new Random(SEED);

    @TempDir
    private Path folder;

    private Nights disturbed;
    private Nights undisturbed;
    private Map<String, String> before = Map.of();
    private Map<String, String> after = Map.of();
    private Duration lifetime;
    private Duration publishing = Duration.ofSeconds(1);

    @Test
    void aRunThatIsKilledAnywhereLeavesNoTrace() throws Exception {
        disturbed = new Nights(folder, folder.resolve("disturbed"));
        undisturbed = new Nights(folder, folder.resolve("undisturbed"));
        land(1);
        // The first archives the classes for all that follow.
        timeOf(new Nights(folder, folder.resolve("first")));
        lifetime = timeOf(new Nights(folder, folder.resolve("second")));
        List<Double> moments = moments();
        int night = 1;
        for (; !moments.isEmpty(); night++) {
            begin(night);
            int kills = 0;
            while (kills < MOST_A_NIGHT && !moments.isEmpty() && kill(moments)) {
                kills++;
            }
            assertThat(disturbed.run()).as("seed %d, night %d", SEED, night).isZero();
            check(night);
        }
        begin(night);
        timeOf(disturbed);
        check(night);
        assertThat(disturbed.leftInTemporary()).as("seed %d", SEED).isEmpty();
    }

    /** Runs in a process that ends by itself. */
    private Duration timeOf(Nights nights) throws Exception {
        Instant start = Instant.now();
        assertThat(nights.start().waitFor())
                .as(() -> "seed " + SEED + ": " + said())
                .isZero();
        return Duration.between(start, Instant.now());
    }

    private void begin(int night) throws IOException {
        land(night);
        assertThat(undisturbed.run()).isZero();
        before = after;
        after = undisturbed.seen();
        assertThat(after).as("what is new is seen").isNotEqualTo(before);
    }

    private void check(int night) throws IOException {
        assertThat(disturbed.seen()).as("seed %d, night %d", SEED, night).isEqualTo(after);
        assertThat(disturbed.leftovers()).as("seed %d, night %d", SEED, night).isEmpty();
    }

    /** Parts of the lifetime of a run, one in each of as many equal parts of it, in any order. */
    private List<Double> moments() {
        List<Double> moments = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            moments.add((kill + random.nextDouble()) / KILLS);
        }
        Collections.shuffle(moments, random);
        return moments;
    }

    /** A year more in odd nights, in even ones a revision of the year before; one row in three is rejected. */
    private void land(int night) {
        int year = 2000 + (night + 1) / 2;
        String file = "tiny-%d-%02d-01.csv".formatted(year + 1, night % 2 == 1 ? 3 : 9);
        disturbed.land(
                file,
                "CN,31," + year + "," + (100 + night) + ",10",
                "CN,32," + year + ",200,10",
                "CN,99," + year + ",1," + night);
    }

    /**
     * Kills a run.
     *
     * @return whether there is still something to do for the next one
     */
    private boolean kill(List<Double> moments) throws Exception {
        double part = moments.get(moments.size() - 1);
        boolean whilePublishing = moments.size() % PUBLISHING == 0;
        Instant start = Instant.now();
        Process run = disturbed.start();
        boolean ended = whilePublishing ? endsBefore(run, part) : endsWithin(run, lifetime.toNanos() * part);
        String where = "seed %d, %d kills to go, at %.3f of a run%s"
                .formatted(SEED, moments.size(), part, whilePublishing ? "'s publishing" : "");
        run.destroyForcibly().waitFor();
        if (ended) {
            assertThat(run.exitValue()).as(where + ": " + said()).isZero();
            lifetime = Duration.between(start, Instant.now());
        } else {
            moments.remove(moments.size() - 1);
        }
        Map<String, String> seen = disturbed.seen();
        assertThat(seen).as(where).isIn(before, after);
        return !seen.equals(after);
    }

    private static boolean endsWithin(Process run, double nanos) throws InterruptedException {
        return run.waitFor(Math.round(nanos), TimeUnit.NANOSECONDS);
    }

    /** Waits until the run publishes, and a part of what that takes, as far as it is known. */
    private boolean endsBefore(Process run, double part) throws Exception {
        while (!said().contains(" 4/5 ")) {
            if (run.waitFor(5, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        Instant start = Instant.now();
        boolean ended = endsWithin(run, publishing.toNanos() * part);
        if (ended) {
            publishing = Duration.between(start, Instant.now());
        }
        return ended;
    }

    private String said() {
        try {
            return Files.readString(disturbed.said());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
