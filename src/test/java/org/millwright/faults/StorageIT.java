package org.millwright.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Storage that fails ends a run with 75; readers see the earlier release, and the next run is as if nothing had been. */
class StorageIT {
    private static final int TRANSIENT = 75;
    /** Enough for some releases of the tiny source, which take about 2 MB each with its tables. */
    private static final String SIZE = "64m";

    @TempDir
    private Path folder;

    /** One lake fails in every way after another, since each whole run costs; the other one never does. */
    @Test
    void storageThatIsFullOrCannotBeWrittenIsTransient() throws Exception {
        try (Mount mount = Mount.of(folder.resolve("mount"), SIZE)) {
            Nights failing = new Nights(folder, mount.place().resolve("lake"));
            Nights sound = new Nights(folder, folder.resolve("sound"));
            failing.land("tiny-2022-03-01.csv", "CN,31,2021,100,10", "CN,40,2021,100,20", "CN,99,2021,1,1");
            assertThat(failing.run()).isZero();
            assertThat(sound.run()).isZero();
            Map<String, String> before = failing.seen();
            failing.land("tiny-2023-03-01.csv", "CN,31,2022,110,10", "CN,40,2022,100,20", "CN,99,2022,1,1");

            mount.readOnly(true);
            assertThat(failing.run()).isEqualTo(TRANSIENT);
            assertThat(failing.seen()).isEqualTo(before);
            mount.readOnly(false);

            // Full at once, and full in the middle of storing.
            for (long free : new long[] {0, 100_000}) {
                Path filler = fill(mount.place(), free);
                assertThat(failing.run()).as(free + " bytes free").isEqualTo(TRANSIENT);
                assertThat(failing.seen()).isEqualTo(before);
                Files.delete(filler);
            }
            assertThat(failing.run()).isZero();
            assertThat(sound.run()).isZero();
            assertThat(failing.seen()).isEqualTo(sound.seen());
            assertThat(failing.leftovers()).isEmpty();
        }
    }

    /** Leaves so many bytes free on the file system of a folder. */
    private static Path fill(Path place, long free) throws IOException {
        Path filler = place.resolve("filler");
        long size = Files.getFileStore(place).getUsableSpace() - free;
        return Files.write(filler, new byte[Math.toIntExact(size)]);
    }
}
