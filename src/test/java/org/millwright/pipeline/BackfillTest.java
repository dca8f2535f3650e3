package org.millwright.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.contract.DefinitionFiles;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.lake.Lake;
import org.millwright.lake.Releases;
import org.millwright.model.Window;
import org.millwright.testing.LocalSession;
import org.millwright.testing.RunRecord;

/**
 * What works beside the current release: a backfill, a rehearsal, and a run of a file that changes under its hands. All of it
 * leaves the current release as it is, byte by byte.
 */
class BackfillTest {
    private static final String FILE = "tiny-2022-03-01.csv";
    private static final String STEEL = "SELECT value FROM industry_measures WHERE measure = 'value_added'"
            + " AND industry = 'steel' AND price_basis = 'current' ORDER BY period";

    @TempDir
    private Path folder;

    private Workshop workshop;

    /** Every file of the lake but the records of runs, with its content. */
    private Map<String, String> lakeFiles() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> below = Files.walk(workshop.lake())) {
            below.filter(Files::isRegularFile)
                    .filter(file -> !file.getParent().endsWith("runs"))
                    .filter(file -> !file.endsWith("run.json") && !file.endsWith("metrics.prom"))
                    .forEach(file -> files.put(workshop.lake().relativize(file).toString(), checksum(file)));
        }
        return files;
    }

    private static String checksum(Path file) {
        try {
            return DefinitionFiles.sha256(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private RunReport run(String from, String to, Supplier<SparkSession> sessions) {
        return workshop.run(workshop.request(Optional.empty(), false).within(new Window(from, to)), sessions);
    }

    private MillwrightException failure(String from, String to, Supplier<SparkSession> sessions) {
        return catchThrowableOfType(MillwrightException.class, () -> run(from, to, sessions));
    }

    private JsonNode lastRun() throws IOException {
        return RunRecord.read(workshop.lake().resolve("run.json"));
    }

    /** Steel is 100, 110 and 132 thousand: it grows by 10 % and 20 %. */
    @Test
    void leavesTheCurrentReleaseAsItIs() throws IOException {
        workshop = new Workshop(folder);
        workshop.land(FILE, "CN,31,2019,100,10", "CN,31,2020,110,10", "CN,31,2021,132,10", "CN,31,2021,x,1");
        String current = workshop.run().run().release();
        Map<String, String> before = lakeFiles();

        String backfill = backfillHoldsItsPeriodsWithGrowthSinceTheYearBefore(current);
        Map<String, String> after = lakeFiles();
        after.keySet().removeIf(file -> file.startsWith("releases/" + backfill));
        assertThat(after).isEqualTo(before);

        assertThat(failure("1990", "1991", LocalSession::shared).exitCode()).isEqualTo(64);
        assertThat(lastRun().at("/problems/0").asText()).contains("1990 to 1991", "figures of 2019 to 2021");
        workshop.write("landing/tiny-2022-06-01.csv", "area,code,year,va,emp\nCN,31,2021,143,10\nCN,31,2020,y,1\n");
        rehearsalSaysWhatARunWouldPublish(current);
        MillwrightException changing = failure("", "", this::sessionWhileSomebodyWrites);
        assertThat(changing.problems().get(0).code()).isEqualTo(ErrorCode.FILE_CHANGING);
        assertThat(changing.exitCode()).isEqualTo(75);
        after = lakeFiles();
        after.keySet().removeIf(file -> file.startsWith("releases/" + backfill));
        assertThat(after).isEqualTo(before);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("definitions", "landing", "lake");
    }

    private String backfillHoldsItsPeriodsWithGrowthSinceTheYearBefore(String current) throws IOException {
        RunReport report = run("2020", "2020", LocalSession::shared);
        assertThat(report.run().outcome()).isEqualTo("backfilled");
        String release = report.run().release();
        assertThat(lastRun().at("/window/from").asText()).isEqualTo("2020");
        assertThat(workshop.ask(release, STEEL)).containsExactly(110_000.0);
        assertThat(workshop.ask(current, STEEL)).containsExactly(100_000.0, 110_000.0, 132_000.0);
        assertThat(workshop.ask(
                        release,
                        "SELECT round(growth, 9) FROM growth_rates WHERE industry = 'steel'"
                                + " AND measure = 'value_added' AND price_basis = 'current' AND growth IS NOT NULL"))
                .containsOnly(10.0);
        assertThat(workshop.ask(release, "SELECT release FROM releases WHERE current"))
                .containsExactly(current);
        Lake lake = Lake.existing(workshop.lake()).orElseThrow();
        assertThat(new Releases(lake).current()).contains(current);
        assertThat(new Releases(lake).manifest(release).orElseThrow().window()).isEqualTo(new Window("2020", "2020"));
        assertThat(catchThrowableOfType(MillwrightException.class, () -> Rollback.to(lake, release)))
                .hasMessageContaining("is a backfill");
        return release;
    }

    private void rehearsalSaysWhatARunWouldPublish(String current) throws IOException {
        try (Rehearsal rehearsal = new Rehearsal(workshop.request(Optional.empty(), false))) {
            RunReport report = rehearsal.execute(LocalSession::shared, workshop.progress());
            assertThat(report.run().outcome()).isEqualTo("published");
            assertThat(report.run().files())
                    .singleElement()
                    .satisfies(file -> assertThat(file.state()).isEqualTo("new"));
            assertThat(report.run().sources().get(0).rejected()).isEqualTo(1);
            Releases releases = new Releases(rehearsal.lake());
            assertThat(releases.folder(current)).isPresent();
            assertThat(releases.current()).contains(report.run().release());
        }
    }

    private SparkSession sessionWhileSomebodyWrites() {
        try {
            Files.writeString(
                    folder.resolve("landing/tiny-2022-06-01.csv"), "CN,32,2021,1,1\n", StandardOpenOption.APPEND);
            return LocalSession.shared();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
