package org.millwright.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small file system in memory, for storage that is full or cannot be written; where it cannot be mounted the test is skipped. */
record Mount(Path place) implements AutoCloseable {

    static Mount of(Path place, String size) throws IOException, InterruptedException {
        Files.createDirectories(place);
        assumeTrue(
                mount("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", place.toString()),
                "needs the right to mount a file system");
        return new Mount(place);
    }

    void readOnly(boolean only) throws IOException, InterruptedException {
        assumeTrue(
                mount("mount", "-o", "remount," + (only ? "ro" : "rw"), place.toString()),
                "needs the right to mount a file system again");
    }

    private static boolean mount(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(List.of(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        mount("umount", "-l", place.toString());
    }
}
