package org.millwright.lake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;

/**
 * One run per lake. The lock is a file that names its holder; its time of change is the holder's heartbeat. The lock of a
 * process that has died on this host, or whose heart stands still on another one, is taken over; a live one never.
 */
public final class LakeLock implements AutoCloseable {
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final Duration DEAD_AFTER = Duration.ofMinutes(10);
    /** How the name of a lock begins that is not in its place yet, or not any more. */
    static final String APART = ".lock-of-";

    private final Lake lake;
    private final Holder holder;
    private final ScheduledExecutorService heart;

    /**
     * Who holds a lock.
     *
     * @param run id of its run
     * @param token tells one holding from another by the same process
     */
    public record Holder(String host, long process, String since, String token, String run) {
        public String text() {
            return "process " + process + " on " + host + " since " + since;
        }

        private boolean isComplete() {
            try {
                Instant.parse(String.valueOf(since));
                return host != null && token != null;
            } catch (DateTimeParseException noInstant) {
                return false;
            }
        }
    }

    private LakeLock(Lake lake, Holder holder) {
        this.lake = lake;
        this.holder = holder;
        this.heart = Executors.newSingleThreadScheduledExecutor(beat -> {
            Thread thread = new Thread(beat, "lake-lock");
            thread.setDaemon(true);
            return thread;
        });
        // beat() reports nothing that anybody could wait for; a lock that stops beating says it to the others.
        Future<?> unused =
                heart.scheduleAtFixedRate(this::beat, HEARTBEAT.toSeconds(), HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
    }

    /**
     * Takes the lock for a run. The run of a dead holder gets its record, with the outcome {@code killed}.
     *
     * @throws MillwrightException with {@link ErrorCode#LAKE_LOCKED}, naming the holder, if another run is on
     */
    public static LakeLock take(Lake lake, String run) {
        Holder holder = new Holder(
                host(),
                ProcessHandle.current().pid(),
                Instant.now().toString(),
                UUID.randomUUID().toString(),
                run);
        removeIfDead(lake);
        try {
            write(holder, lake);
            return new LakeLock(lake, holder);
        } catch (FileAlreadyExistsException | NoSuchFileException held) {
            throw new MillwrightException(new Problem(
                    ErrorCode.LAKE_LOCKED,
                    lake.root().toString(),
                    "another run is on: " + holder(lake).map(Holder::text).orElse("it has just begun"),
                    "Wait for it to end, then run again"));
        } catch (IOException failed) {
            throw Lake.storageFailed(lake.lock(), failed);
        }
    }

    /**
     * Puts a complete file into place in one step: who is killed while writing leaves no lock that names nobody. The one who
     * holds the lock may have cleared the file away; then the lock is held.
     */
    private static void write(Holder holder, Lake lake) throws IOException {
        byte[] text = Json.text(holder).getBytes(StandardCharsets.UTF_8);
        Path complete = apart(holder, lake);
        Files.write(complete, text);
        try {
            Files.createLink(lake.lock(), complete);
        } catch (FileAlreadyExistsException | NoSuchFileException held) {
            throw held;
        } catch (FileSystemException | UnsupportedOperationException noLinksHere) {
            Files.write(lake.lock(), text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } finally {
            Files.deleteIfExists(complete);
        }
    }

    private static Path apart(Holder holder, Lake lake) {
        return lake.root().resolve(APART + holder.token().replaceAll("[^\\w-]", ""));
    }

    /** Who holds the lock; empty if nobody does. */
    public static Optional<Holder> holder(Lake lake) {
        try {
            return Optional.of(Json.read(lake.lock(), Holder.class)).filter(Holder::isComplete);
        } catch (MillwrightException absentOrBeingWritten) {
            return Optional.empty();
        }
    }

    /**
     * Removes a dead holder's lock. Of several who find it only one may, and only while it is still that one: the next holder
     * may have put its own into the place.
     */
    private static void removeIfDead(Lake lake) {
        Path lock = lake.lock();
        try {
            Optional<Holder> holder = holder(lake);
            FileTime heartbeat = Files.getLastModifiedTime(lock);
            if (isDead(holder, heartbeat)) {
                holder.filter(dead -> dead.run() != null)
                        .ifPresent(dead -> RunInfo.killed(lake, dead, heartbeat.toInstant())
                                .writeIfNone(lake));
                removeAlone(lake, () -> holder(lake).equals(holder));
            }
        } catch (NoSuchFileException released) {
            // The holder ended between the two looks: the lock is free.
        } catch (FileAlreadyExistsException claimed) {
            // Another one removes it, and may take the lock.
        } catch (IOException failed) {
            throw Lake.storageFailed(lock, failed);
        }
    }

    /** Nobody else removes a lock while a claim stands. It does for a moment; an old one is of somebody who died in it. */
    private static void removeAlone(Lake lake, BooleanSupplier isStillDead) throws IOException {
        Path claim = lake.root().resolve(APART + "the-dead");
        if (Files.exists(claim) && isSilent(Files.getLastModifiedTime(claim))) {
            Files.deleteIfExists(claim);
        }
        Files.createFile(claim);
        try {
            if (isStillDead.getAsBoolean()) {
                Files.deleteIfExists(lake.lock());
            }
        } finally {
            Files.deleteIfExists(claim);
        }
    }

    private static boolean isSilent(FileTime since) {
        return since.toInstant().isBefore(Instant.now().minus(DEAD_AFTER));
    }

    /** Who died while writing the lock left one that names nobody; then its age alone tells. */
    private static boolean isDead(Optional<Holder> holder, FileTime heartbeat) {
        if (holder.isPresent() && holder.get().host().equals(host())) {
            return ProcessHandle.of(holder.get().process())
                    .filter(process -> !startedAfter(process, holder.get()))
                    .isEmpty();
        }
        return isSilent(heartbeat);
    }

    /** A process that began after the lock was taken only inherited the number of the holder. */
    private static boolean startedAfter(ProcessHandle process, Holder holder) {
        return process.info()
                .startInstant()
                .filter(start -> start.isAfter(Instant.parse(holder.since()).plusSeconds(1)))
                .isPresent();
    }

    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "localhost";
        }
    }

    private boolean isOurs() {
        return holder(lake).filter(holder::equals).isPresent();
    }

    private void beat() {
        try {
            if (isOurs()) {
                Files.setLastModifiedTime(lake.lock(), FileTime.from(Instant.now()));
            }
        } catch (IOException missed) {
            // The next beat tries again; only many missed ones look like death.
        }
    }

    @Override
    public void close() {
        heart.shutdownNow();
        try {
            if (isOurs()) {
                Files.delete(lake.lock());
            }
        } catch (IOException failed) {
            throw Lake.storageFailed(lake.lock(), failed);
        }
    }
}
