package org.millwright.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.config.Gates;
import org.millwright.config.RunSettings.SourcePath;
import org.millwright.error.Problem;
import org.millwright.lake.Lake;
import org.millwright.query.ReleaseSql;
import org.millwright.testing.RunRecord;

/** A bad source stops the run once all others have been judged, and an optional one stops nothing. */
class OptionalSourcesTest {
    private static final SourcePath TINY = new SourcePath("tiny", "tiny-*.csv");
    private static final SourcePath EXTRA = new SourcePath("extra", "extra-*.csv", true, Gates.NONE);
    private static final SourcePath ABSENT = new SourcePath("absent", "absent-*.csv", true, Gates.NONE);
    private static final String STEEL = "SELECT value FROM industry_measures WHERE measure = 'value_added'"
            + " AND industry = 'steel' AND dataset = '%s' ORDER BY period";

    @TempDir
    private Path folder;

    private Workshop workshop;

    @BeforeEach
    void openWorkshop() throws IOException {
        workshop = new Workshop(folder);
        String tiny = Files.readString(folder.resolve("definitions/sources/tiny.yaml"));
        for (String id : List.of("extra", "absent")) {
            workshop.write("definitions/sources/" + id + ".yaml", tiny.replace(": tiny\n", ": " + id + "\n"));
        }
    }

    private List<Object> steel(String dataset) {
        return workshop.ask(STEEL.formatted(dataset));
    }

    private JsonNode source(int place) throws IOException {
        return RunRecord.read(workshop.lake().resolve("run.json")).at("/sources/" + place);
    }

    /** Value added stands in thousand yuan in the files. */
    @Test
    void anOptionalSourceIsLeftOutUntilItsFileIsGood() throws IOException {
        workshop.sources(TINY, EXTRA, ABSENT);
        workshop.land("tiny-2022-03-01.csv", "CN,31,2021,100,10");
        workshop.land("extra-2022-03-01.csv", "CN,31,2021,7,1");
        RunReport first = workshop.run();
        assertThat(first.run().outcome()).isEqualTo("published");
        assertThat(first.run().warnings())
                .singleElement()
                .asString()
                .contains("absent is left out", "there is no file");

        workshop.land("tiny-2023-03-01.csv", "CN,31,2022,110,10");
        workshop.land("extra-2023-03-01.csv", "CN,31,2021,9,1", "CN,31,2022,-8,1");
        RunReport second = workshop.run();
        assertThat(second.run().outcome()).isEqualTo("published");
        assertThat(second.run().exitCode()).isZero();
        assertThat(steel("tiny")).containsExactly(100_000.0, 110_000.0);
        assertThat(steel("extra")).containsExactly(7_000.0);
        assertThat(source(1).get("left_out").asText()).contains("value-added-possible", "1 of 2 cases", "CN 31 2022");
        assertThat(source(1).get("accepted").asInt()).isZero();
        assertThat(source(0).get("left_out").asText()).isEmpty();
        assertThat(workshop.ask("SELECT DISTINCT source || ' ' || rule || ' ' || severity FROM rule_results"
                        + " WHERE run = '" + second.run().run() + "' AND NOT passed ORDER BY ALL"))
                .containsExactly(
                        "absent file-present warning",
                        "absent optional-source-used warning",
                        "extra optional-source-used warning",
                        "extra value-added-possible warning");

        RunReport nextNight = workshop.run();
        assertThat(nextNight.run().outcome()).isEqualTo("nothing-new");
        assertThat(nextNight.run().release()).isEqualTo(second.run().release());
        assertThat(nextNight.run().warnings()).hasSize(2);

        workshop.land("extra-2023-03-01.csv", "CN,31,2021,9,1", "CN,31,2022,8,1");
        assertThat(workshop.run().run().outcome()).isEqualTo("published");
        assertThat(steel("extra")).containsExactly(9_000.0, 8_000.0);
        aSourceThatIsGoneIsNotMissed();
    }

    /** What was read of it stays, and a night without its files has nothing new. */
    private void aSourceThatIsGoneIsNotMissed() throws IOException {
        Files.delete(folder.resolve("landing/extra-2022-03-01.csv"));
        Files.delete(folder.resolve("landing/extra-2023-03-01.csv"));
        RunReport gone = workshop.runWithoutEngine();
        assertThat(gone.run().outcome()).isEqualTo("nothing-new");
        assertThat(gone.run().warnings()).hasSize(2);
    }

    @Test
    void allSourcesAreJudgedBeforeARequiredOneStopsTheRun() throws IOException {
        workshop.sources(TINY, new SourcePath("extra", "extra-*.csv"), new SourcePath("absent", "absent-*.csv"));
        workshop.land("tiny-2022-03-01.csv", "CN,31,2021,-5,10", "CN,32,2021,1,1");
        workshop.write("landing/extra-2022-03-01.csv", "");
        RunReport report = workshop.run();
        assertThat(report.run().outcome()).isEqualTo("rejected");
        assertThat(report.run().exitCode()).isEqualTo(65);
        assertThat(report.problems().stream().map(Problem::text).sorted())
                .satisfiesExactly(
                        missing ->
                                assertThat(missing).contains("absent-*.csv", "there is no file of the source absent"),
                        empty -> assertThat(empty).startsWith("extra-2022-03-01.csv"),
                        share -> assertThat(share).startsWith("extra: the rule rejected-share"),
                        rule -> assertThat(rule).startsWith("tiny: the rule value-added-possible"));
        assertThat(source(0).get("files").asInt()).isEqualTo(1);
        Path findings = Lake.existing(workshop.lake())
                .orElseThrow()
                .findings(report.run().run());
        try (ReleaseSql sql = new ReleaseSql(findings)) {
            assertThat(sql.ask("SELECT DISTINCT source || ' ' || rule FROM rule_results WHERE NOT passed"
                                    + " AND severity = 'error' AND rule <> 'rejected-share' ORDER BY ALL")
                            .rows())
                    .containsExactly(
                            List.of("absent file-present"),
                            List.of("extra file-readable"),
                            List.of("tiny value-added-possible"));
        }
    }

    @Test
    void whereAllThatThereIsWouldBeLeftOutNothingIsPublished() {
        workshop.sources(EXTRA);
        workshop.land("extra-2022-03-01.csv", "CN,31,2021,-5,10");
        RunReport report = workshop.run();
        assertThat(report.run().exitCode()).isEqualTo(65);
        assertThat(report.problems()).singleElement().asString().contains("value-added-possible");
    }
}
