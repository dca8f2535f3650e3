package org.millwright.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.testing.TinySource;

/** Seven nights of a statistics office, with all that happens in a week, and the tables that must come of it. */
class WeekIT {
    private static final int BAD_INPUT = 65;
    private static final String BY_MONTH = " FROM industry_measures WHERE measure = 'value_added'"
            + " AND period LIKE '2024-0%%' AND industry = '%s' ORDER BY period";

    @TempDir
    private Path folder;

    private Nights nights;

    /** Steel and all the rest, in thousand yuan, and a row of an unknown code that is always rejected. */
    private void month(String vintage, int month, int steel, int rest) {
        String period = "2024-%02d".formatted(month);
        nights.land(
                "tiny-" + vintage + ".csv",
                "CN,31," + period + "," + steel + ",1",
                "CN,32," + period + ",200,1",
                "CN,33," + period + ",100,1",
                "CN,40," + period + "," + rest + ",1",
                "CN,99," + period + ",1,1");
    }

    @Test
    void theTablesAreThoseThatTheFilesMake() throws Exception {
        nights = new Nights(folder, folder.resolve("lake"));
        nights.write(
                "definitions/sources/tiny.yaml",
                TinySource.FILES.get("sources/tiny.yaml").replace("frequency: annual", "frequency: monthly"));

        month("2024-02-15", 1, 10, 90);
        assertThat(nights.run()).as("Monday: the first month").isZero();

        month("2024-03-15", 2, 20, 80);
        assertThat(nights.run()).as("Tuesday: a month more").isZero();

        month("2024-04-15", 3, -30, 70);
        assertThat(nights.run()).as("Wednesday: a figure that cannot be").isEqualTo(BAD_INPUT);
        assertThat(nights.ask("SELECT count(DISTINCT period) FROM observations"))
                .containsExactly(2L);

        month("2024-04-15", 3, 30, 70);
        assertThat(nights.run()).as("Thursday: the agency's correction").isZero();

        Path landing = folder.resolve("landing");
        Files.move(landing, folder.resolve("away"));
        assertThat(nights.run()).as("Friday: no file is there").isEqualTo(BAD_INPUT);
        Files.move(folder.resolve("away"), landing);

        month("2024-05-15", 4, 40, 60);
        month("2024-05-16", 1, 15, 90);
        killWhileItComputes();
        assertThat(nights.ask("SELECT count(DISTINCT period) FROM observations"))
                .as("Saturday: killed")
                .containsExactly(3L);

        month("2024-06-15", 5, 50, 50);
        assertThat(nights.run()).as("Sunday: three files at once").isZero();
        assertWeek();
    }

    /** Observations have been stored by then. */
    private void killWhileItComputes() throws Exception {
        Process run = nights.start();
        while (!Files.readString(nights.said()).contains("  3/5 ")) {
            assertThat(run.isAlive()).as(Files.readString(nights.said())).isTrue();
            Thread.sleep(10);
        }
        assertThat(run.destroyForcibly().waitFor()).isNotZero();
    }

    /**
     * Steel: 10 was revised to 15. Manufacturing is steel + 200 + 100 + the rest: 15 + 300 + 90 = 405, and 400 in each of
     * the other months, since 20 + 80 = 30 + 70 = 40 + 60 = 50 + 50. Six files have been read, each of four rows of two
     * figures; the file with the impossible one was replaced before it was stored.
     */
    private void assertWeek() {
        assertThat(nights.ask("SELECT value" + BY_MONTH.formatted("steel")))
                .containsExactly(15_000.0, 20_000.0, 30_000.0, 40_000.0, 50_000.0);
        assertThat(nights.ask("SELECT value" + BY_MONTH.formatted("manufacturing")))
                .containsExactly(405_000.0, 400_000.0, 400_000.0, 400_000.0, 400_000.0);
        assertThat(nights.ask("SELECT count(*) FROM observations")).containsExactly(6 * 4 * 2L);
        // One of the rejected run, which left what it found, and one of each file that was stored.
        assertThat(nights.ask("SELECT file FROM rejected_rows WHERE rule = 'activity-known' ORDER BY file"))
                .containsExactly(
                        "tiny-2024-02-15.csv",
                        "tiny-2024-03-15.csv",
                        "tiny-2024-04-15.csv",
                        "tiny-2024-04-15.csv",
                        "tiny-2024-05-15.csv",
                        "tiny-2024-05-16.csv",
                        "tiny-2024-06-15.csv");
        assertThat(nights.ask("SELECT outcome FROM runs ORDER BY run"))
                .containsExactly("published", "published", "rejected", "published", "rejected", "killed", "published");
    }
}
