package org.millwright.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;
import org.millwright.lake.Lake;
import org.millwright.lake.LakeLock;
import org.millwright.query.ReleaseSql;

/** The whole way from landing to release, on figures that the comments reckon by hand. */
class NightlyRunTest {
    private static final String[] YEAR_2021 = {
        "CN,31,2021,100,10", "CN,32,2021,200,10", "CN,33,2021,100,10", "CN,40,2021,100,20"
    };
    private static final String VALUE =
            "SELECT value FROM industry_measures WHERE measure = 'value_added' AND period = '2021' AND industry = ";

    @TempDir
    private Path folder;

    private Workshop workshop;

    @BeforeEach
    void openWorkshop() {
        workshop = new Workshop(folder);
    }

    @Test
    void industriesAreSumsOfTheirPartsAndTheTraditionalShareFollows() {
        workshop.land("tiny-2022-03-01.csv", YEAR_2021);
        assertThat(workshop.run().run().outcome()).isEqualTo("published");
        assertThat(workshop.ask(VALUE + "'steel'")).containsExactly(100_000.0);
        assertThat(workshop.ask(VALUE + "'metallurgy'")).containsExactly(300_000.0);
        // Half of code 33 goes to each of two industries, and all of it to what holds both.
        assertThat(workshop.ask(VALUE + "'textiles'")).containsExactly(50_000.0);
        assertThat(workshop.ask(VALUE + "'traditional'")).containsExactly(400_000.0);
        assertThat(workshop.ask(VALUE + "'manufacturing'")).containsExactly(500_000.0);
        // 400 / 500 of value added, 30 / 50 of employment.
        assertThat(workshop.ask("SELECT share FROM traditional_share ORDER BY measure"))
                .containsExactly(0.6, 0.8);
        // 100 000 yuan by 10 persons.
        assertThat(workshop.ask("SELECT value FROM indicator_values WHERE indicator = 'labour_productivity'"
                        + " AND industry = 'steel'"))
                .containsExactly(10_000.0);
    }

    /**
     * Most traditional industries have no figure, so that all of them are one group: 400 and 100 in 2021, 100 and 100 in 2022. Sums of
     * squares of shares, and half of |0.5 - 0.8| + |0.5 - 0.2|.
     */
    @Test
    void structureIsOfTheIndustriesThatThereAre() {
        workshop.land("tiny-2022-03-01.csv", YEAR_2021);
        workshop.land(
                "tiny-2023-03-01.csv", "CN,31,2022,20,1", "CN,32,2022,30,1", "CN,33,2022,50,1", "CN,40,2022,100,1");
        workshop.run();
        String statistics = "SELECT round(value, 9) FROM structure_statistics WHERE measure = 'value_added'"
                + " AND groups = 2 AND statistic = ";
        assertThat(workshop.ask(statistics + "'hhi' ORDER BY period")).containsExactly(0.68, 0.5);
        assertThat(workshop.ask(statistics + "'structural_change' AND period = '2022' AND base_period = '2021'"))
                .containsExactly(0.3);
    }

    @Test
    void aWithheldPartMakesItsSumsUndefinedAndConfidentialNeverZero() {
        workshop.land(
                "tiny-2022-03-01.csv", "CN,31,2021,100,10", "CN,32,2021,D,10", "CN,33,2021,7,1", "CN,40,2021,3,1");
        workshop.run();
        String status = "SELECT obs_status || conf_status || coverage FROM industry_measures"
                + " WHERE measure = 'value_added' AND industry = ";
        assertThat(workshop.ask(VALUE + "'metallurgy'")).isEqualTo(Collections.singletonList(null));
        assertThat(workshop.ask(status + "'metallurgy'")).containsExactly("QC0.5");
        assertThat(workshop.ask(status + "'manufacturing'")).containsExactly("QC0.75");
        assertThat(workshop.ask(VALUE + "'steel'")).containsExactly(100_000.0);
        assertThat(workshop.ask("SELECT reason FROM traditional_share WHERE measure = 'value_added'"))
                .containsExactly("SUPPRESSED");
    }

    @Test
    void anAbsentPartMakesASumUndefinedNotTooSmall() {
        workshop.land("tiny-2022-03-01.csv", "CN,31,2021,100,10", "CN,33,2021,7,1", "CN,40,2021,3,1");
        workshop.run();
        assertThat(workshop.ask(VALUE + "'manufacturing'")).isEqualTo(Collections.singletonList(null));
        assertThat(workshop.ask(VALUE + "'nonferrous_metals'")).isEmpty();
    }

    @Test
    void nothingNewStopsBeforeTheEngineStarts() {
        workshop.land("tiny-2022-03-01.csv", YEAR_2021);
        workshop.run();
        RunReport second = workshop.runWithoutEngine();
        assertThat(second.run().outcome()).isEqualTo("nothing-new");
        assertThat(second.run().exitCode()).isZero();
    }

    @Test
    void aLaterVintageRevisesAndTheAsOfDateStillShowsWhatWasKnown() throws IOException {
        workshop.land("tiny-2022-03-01.csv", YEAR_2021);
        String first = workshop.run().run().release();
        workshop.land("tiny-2022-09-01.csv", "CN,31,2021,150,10");
        String second = workshop.run().run().release();
        assertThat(workshop.ask(second, VALUE + "'steel'")).containsExactly(150_000.0);
        assertThat(workshop.ask(second, VALUE + "'manufacturing'")).containsExactly(550_000.0);
        assertThat(commit("observations", 1)).contains("\"mode\":\"Append\"");
        assertThat(workshop.ask(first, VALUE + "'steel'")).containsExactly(100_000.0);
        workshop.run(Optional.of("2022-06-30"), false);
        assertThat(workshop.ask(VALUE + "'steel'")).containsExactly(100_000.0);
    }

    private String commit(String table, int version) throws IOException {
        return Files.readString(workshop.lake().resolve("tables/%s/_delta_log/%020d.json".formatted(table, version)));
    }

    @Test
    void aCorrectedFileOfTheSameNameAndDateTakesThePlaceOfTheFirst() throws IOException {
        workshop.land("tiny-2022-03-01.csv", YEAR_2021);
        workshop.run();
        workshop.land(
                "tiny-2022-03-01.csv", "CN,31,2021,110,10", "CN,32,2021,200,10", "CN,33,2021,100,10", "CN,40,2021,1,1");
        workshop.run();
        assertThat(workshop.ask(VALUE + "'steel'")).containsExactly(110_000.0);
        assertThat(workshop.ask("SELECT count(*) FROM observations")).containsExactly(8L);
        assertThat(commit("observations", 1)).contains("\"mode\":\"Overwrite\"", "checksum = ");
    }

    @Test
    void aTableThatAKilledRunHadOnlyBegunIsNoHindrance() throws IOException {
        workshop.land("tiny-2022-03-01.csv", YEAR_2021);
        Lake.openOrCreate(workshop.lake());
        for (String table : List.of("observations", "rejected_rows", "industry_measures", "areas")) {
            Files.createDirectories(
                    workshop.lake().resolve("tables").resolve(table).resolve("_delta_log"));
        }
        assertThat(workshop.run().run().outcome()).isEqualTo("published");
        assertThat(workshop.ask(VALUE + "'manufacturing'")).containsExactly(500_000.0);
    }

    @Test
    void aRunThatDiedBeforeItsLedgerWasWrittenIsRepeatedWithoutDoubling() throws IOException {
        workshop.land("tiny-2022-03-01.csv", YEAR_2021);
        workshop.run();
        Files.delete(workshop.lake().resolve("ledger.json"));
        workshop.run();
        assertThat(workshop.ask("SELECT count(*) FROM observations")).containsExactly(8L);
        assertThat(workshop.ask(VALUE + "'manufacturing'")).containsExactly(500_000.0);
    }

    @Test
    void aFailedErrorRulePublishesNothingAndSaysWhere() {
        workshop.land("tiny-2022-03-01.csv", YEAR_2021);
        String good = workshop.run().run().release();
        workshop.land("tiny-2023-03-01.csv", "CN,31,2022,-5,10", "CN,40,2022,9,1");
        RunReport report = workshop.run();
        assertThat(report.run().exitCode()).isEqualTo(65);
        assertThat(report.run().outcome()).isEqualTo("rejected");
        assertThat(report.problems())
                .extracting(Problem::text)
                .singleElement()
                .asString()
                .contains("tiny", "value-added-possible", "1 of 2 cases", "CN 31 2022");
        assertThat(workshop.ask("SELECT release FROM releases WHERE current")).containsExactly(good);
        Path findings = Lake.existing(workshop.lake())
                .orElseThrow()
                .findings(report.run().run());
        try (ReleaseSql sql = new ReleaseSql(findings)) {
            assertThat(sql.ask(
                                    "SELECT failed, measured FROM rule_results WHERE rule = 'value-added-possible' AND NOT passed")
                            .rows())
                    .containsExactly(List.of(1L, 5000.0));
        }
    }

    @Test
    void rejectedRowsKeepFileRowRuleAndWhatStoodThere() {
        workshop.land(
                "tiny-2022-03-01.csv",
                "CN,31,2021,abc,10",
                "XX,31,2021,1,1",
                "CN,99,2021,1,1",
                "CN,31,20x1,1,1",
                "CN,32,2021,1,1",
                "CN,32,2021,1,1",
                "CN,33,2021,1,1",
                "CN,33,2021,1,2",
                "CN,40,2021,1,-1",
                "CN,40,2022,1,1",
                "CN,40,2023,1,1",
                "CN,40,2024,1,1",
                "CN,40,2020,1,1");
        workshop.run();
        assertThat(
                        workshop.ask(
                                "SELECT concat_ws(' ', file, row, rule, field, observed) FROM rejected_rows ORDER BY row, rule, field"))
                .containsExactly(
                        "tiny-2022-03-01.csv 2 number va abc",
                        "tiny-2022-03-01.csv 3 area-known area XX",
                        "tiny-2022-03-01.csv 4 activity-known code 99",
                        "tiny-2022-03-01.csv 5 period-possible year 20x1",
                        "tiny-2022-03-01.csv 7 duplicate-key employment 1.0",
                        "tiny-2022-03-01.csv 7 duplicate-key value_added 1000.0",
                        "tiny-2022-03-01.csv 8 conflicting-figures employment 1.0",
                        "tiny-2022-03-01.csv 9 conflicting-figures employment 2.0",
                        "tiny-2022-03-01.csv 9 duplicate-key value_added 1000.0",
                        "tiny-2022-03-01.csv 10 non-negative employment -1.0");
    }

    @Test
    void aFolderThatIsNotOursIsRefusedAndNotTouched() {
        workshop.land("tiny-2022-03-01.csv", YEAR_2021);
        workshop.write("lake/thesis.txt", "years of work");
        MillwrightException refused = catchThrowableOfType(MillwrightException.class, workshop::run);
        assertThat(refused.exitCode()).isEqualTo(78);
        assertThat(refused.problems().get(0).code()).isEqualTo(ErrorCode.NOT_A_LAKE);
        assertThat(workshop.lake()).isDirectoryContaining("glob:**thesis.txt");
        assertThat(workshop.lake().toFile().list()).hasSize(1);
    }

    @Test
    void aSecondRunIsTurnedAwayAndToldWhoHoldsTheLake() {
        workshop.land("tiny-2022-03-01.csv", YEAR_2021);
        try (LakeLock held = LakeLock.take(Lake.openOrCreate(workshop.lake()), "20240101T000000000Z")) {
            assertThatThrownBy(workshop::run)
                    .isInstanceOfSatisfying(
                            MillwrightException.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(75))
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        assertThat(workshop.run().run().outcome()).isEqualTo("published");
    }

    @Test
    void everyTableKeepsToTheOldestReaderAndCarriesItsComments() throws IOException {
        workshop.land("tiny-2022-03-01.csv", YEAR_2021);
        workshop.run();
        try (Stream<Path> tables = Files.list(workshop.lake().resolve("tables"))) {
            for (Path table : tables.toList()) {
                String log = Files.readString(table.resolve("_delta_log/00000000000000000000.json"));
                assertThat(log)
                        .as(table.toString())
                        .contains("\"minReaderVersion\":1")
                        .contains("comment");
            }
        }
    }
}
