package org.millwright.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.config.Gates;
import org.millwright.config.Gates.Drift;
import org.millwright.config.RunSettings.SourcePath;
import org.millwright.lake.Lake;
import org.millwright.lake.Ledger;
import org.millwright.lake.RunInfo;
import org.millwright.model.Severity;
import org.millwright.model.Window;
import org.millwright.query.ReleaseSql;
import org.millwright.testing.LocalSession;

/** What is asked of the deliveries of a source: that they are fresh, complete, and do not jump. */
class GatesTest {
    private static final Gates.Freshness FORTY_DAYS = new Gates.Freshness(40, Severity.ERROR);

    @TempDir
    private Path folder;

    private Workshop workshop;

    @BeforeEach
    void openWorkshop() {
        workshop = new Workshop(folder);
    }

    private static SourcePath tiny(Gates gates) {
        return new SourcePath("tiny", "*.csv", false, gates);
    }

    private static Gates freshness(Gates.Freshness gate) {
        return new Gates(Optional.of(gate), Optional.empty(), List.of());
    }

    private RunPlan plan() {
        return RunPlan.of(workshop.request(Optional.empty(), false), Lake.openOrCreate(workshop.lake()));
    }

    /** From 1 March to 10 April there are 30 + 10 days. */
    @ParameterizedTest
    @CsvSource({"2022-04-10, 40, true", "2022-04-11, 41, false", "2022-02-27, -2, true"})
    void aDeliveryIsFreshForSoManyDays(LocalDate day, double days, boolean fresh) {
        workshop.sources(tiny(freshness(FORTY_DAYS)));
        workshop.land("tiny-2021-03-01.csv", "CN,31,2020,100,10");
        workshop.land("tiny-2022-03-01.csv", "CN,31,2021,100,10");
        RuleResult result = new Deliveries(plan(), day)
                .results().stream()
                        .filter(row -> row.rule().equals("gate-freshness"))
                        .findFirst()
                        .orElseThrow();
        assertThat(result.passed()).isEqualTo(fresh);
        assertThat(result.stops()).isEqualTo(!fresh);
        assertThat(result.measured()).isEqualTo(days);
        assertThat(result.worstCase()).contains("of 2022-03-01", (long) days + " days before " + day, "40 days are");
    }

    @Test
    void whatTheTablesHoldIsAsFreshAsWhatLiesInLanding() {
        workshop.sources(tiny(freshness(FORTY_DAYS)));
        Path newest = workshop.land("tiny-2022-03-01.csv", "CN,31,2021,100,10");
        Ledger ledger = plan().ledgerAfter("20220301T000000000Z");
        assertThat(newest.toFile().delete()).isTrue();
        workshop.land("tiny-2021-03-01.csv", "CN,31,2020,100,10");
        ledger.write(Lake.openOrCreate(workshop.lake()));
        assertThat(Verdict.before(plan(), LocalDate.parse("2022-04-10")).stops())
                .isFalse();
        assertThat(Verdict.before(plan(), LocalDate.parse("2022-04-11")).errors())
                .singleElement()
                .asString()
                .contains("41 days before");
    }

    private RunInfo.Source brought(int files, long accepted, String leftOut) {
        return new RunInfo.Source("tiny", "tiny", files, accepted, 0, 0, 0, leftOut);
    }

    private void ended(String run, String outcome, RunInfo.Source source) {
        new RunInfo(
                        run,
                        "2022-01-01T00:00:00Z",
                        "2022-01-01T00:00:00Z",
                        outcome,
                        0,
                        "",
                        List.of(source),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Window.ALL)
                .write(Lake.openOrCreate(workshop.lake()));
    }

    /** 300 figures of three files are 100 a file. */
    @ParameterizedTest
    @CsvSource({"50, 0.5, true", "49, 0.51, false", "150, 0.5, true", "151, 0.51, false", "100, 0, true"})
    void aDeliveryHasAboutAsManyFiguresInAFileAsTheOneBefore(long accepted, double change, boolean holds) {
        ended("20220101T000000000Z", "published", brought(3, 300, ""));
        ended("20220102T000000000Z", "published", brought(1, 0, "it was bad"));
        ended("20220103T000000000Z", "rejected", brought(1, 5, ""));
        ended("20220104T000000000Z", "nothing-new", brought(0, 0, ""));
        RuleResult result = volume().results(List.of(brought(1, accepted, ""))).get(0);
        assertThat(result.passed()).isEqualTo(holds);
        assertThat(result.severity()).isEqualTo(Severity.WARNING);
        assertThat(result.measured()).isCloseTo(change, within(1e-12));
        assertThat(result.checked()).isEqualTo(1);
    }

    private VolumeGate volume() {
        Gates gates = new Gates(Optional.empty(), Optional.of(new Gates.Volume(0.5, Severity.WARNING)), List.of());
        return new VolumeGate(Lake.openOrCreate(workshop.lake()), List.of(tiny(gates)));
    }

    @Test
    void aFirstDeliveryAndANightWithoutOneAreNotCompared() {
        assertThat(volume().results(List.of(brought(1, 10, ""))).get(0).checked())
                .isZero();
        ended("20220101T000000000Z", "published", brought(3, 300, ""));
        assertThat(volume().results(List.of(brought(0, 0, ""))).get(0).checked())
                .isZero();
    }

    private static Dataset<Row> figures(String... lines) {
        SparkSession session = LocalSession.shared();
        List<Row> rows = Stream.of(lines)
                .map(line -> line.split(" "))
                .map(cell -> RowFactory.create(
                        "tiny", cell[0], cell[1], "current", "CNY", cell[2], "value_added", Double.valueOf(cell[3])))
                .toList();
        return session.createDataFrame(
                rows,
                StructType.fromDDL("dataset STRING, industry STRING, area STRING, price_basis STRING,"
                        + " unit STRING, period STRING, measure STRING, value DOUBLE"));
    }

    private RuleResult drift(Dataset<Row> now, Dataset<Row> released) {
        workshop.land("tiny-2022-03-01.csv", "CN,31,2021,100,10");
        return new DriftGate(now, released)
                .result(plan().contracts().get(0), new Drift("value_added", "steel", 0.3, Severity.ERROR));
    }

    /** Of steel: 2020 was revised from 100 to 140 in XM, new are 2021 and 2022; of these only the newest is compared. */
    @Test
    void aKeyFigureIsComparedWithTheCurrentReleaseAndANewOneWithTheYearBefore() {
        Dataset<Row> released = figures("steel CN 2020 100", "steel XM 2020 100", "textiles CN 2020 1");
        RuleResult revised = drift(figures("steel CN 2020 130", "steel XM 2020 140", "textiles CN 2020 9"), released);
        assertThat(revised.checked()).isEqualTo(2);
        assertThat(revised.failed()).isEqualTo(1);
        assertThat(revised.measured()).isCloseTo(0.4, within(1e-12));
        assertThat(revised.worstCase())
                .contains("steel in XM 2020", "140.000", "the current release says 100.000", "+40.0 %; 30.0 % is");
        assertThat(revised.rule()).isEqualTo("gate-drift-value_added-steel");

        RuleResult jumped = drift(figures("steel CN 2020 100", "steel CN 2021 900", "steel CN 2022 450"), released);
        assertThat(jumped.checked()).isEqualTo(2);
        assertThat(jumped.measured()).isCloseTo(0.5, within(1e-12));
        assertThat(jumped.worstCase()).contains("CN 2022", "a year before it was 900.000", "-50.0 %");

        Dataset<Row> months =
                figures("steel CN 2020-05 100", "steel CN 2021-04 1", "steel CN 2021-05 120", "steel CN 2021 9");
        RuleResult ofYear = drift(months, released.limit(0));
        assertThat(ofYear.checked()).isEqualTo(1);
        assertThat(ofYear.measured()).isCloseTo(0.2, within(1e-12));
        assertThat(drift(released, released.limit(0)).checked()).isZero();
    }

    @Test
    void gatesNameWhatTheContractAndTheSchemeHave() {
        Drift wrong = new Drift("value_addde", "stele", 1, Severity.WARNING);
        workshop.sources(tiny(new Gates(Optional.empty(), Optional.empty(), List.of(wrong))));
        workshop.land("tiny-2022-03-01.csv", "CN,31,2021,100,10");
        assertThatThrownBy(this::plan)
                .hasMessageContaining("Did you mean 'value_added'?")
                .hasMessageContaining("Did you mean 'steel'?");
    }

    /** A night with nothing new is judged as well, and starts no engine; a drift stops what has been computed already. */
    @Test
    void gatesOfSeverityErrorStopThePublicationAndTheOthersWarn() {
        Drift jump = new Drift("value_added", "steel", 0.3, Severity.ERROR);
        workshop.sources(tiny(new Gates(Optional.empty(), Optional.empty(), List.of(jump))));
        workshop.land("tiny-2022-03-01.csv", "CN,31,2021,100,10");
        String release = workshop.run().run().release();

        workshop.sources(tiny(freshness(new Gates.Freshness(40, Severity.WARNING))));
        RunReport warned = workshop.runWithoutEngine();
        assertThat(warned.run().outcome()).isEqualTo("nothing-new");
        assertThat(warned.run().warnings()).singleElement().asString().contains("newest delivery is of 2022-03-01");
        workshop.sources(tiny(freshness(FORTY_DAYS)));
        RunReport stale = workshop.runWithoutEngine();
        assertThat(stale.run().outcome()).isEqualTo("rejected");
        assertThat(stale.run().exitCode()).isEqualTo(65);

        workshop.sources(tiny(new Gates(
                Optional.of(new Gates.Freshness(40, Severity.WARNING)),
                Optional.of(new Gates.Volume(0.3, Severity.WARNING)),
                List.of(jump))));
        workshop.land("tiny-2023-03-01.csv", "CN,31,2021,150,10", "CN,40,2021,150,10");
        RunReport drifted = workshop.run();
        assertThat(drifted.run().exitCode()).isEqualTo(65);
        assertThat(drifted.problems()).singleElement().asString().contains("CN 2021", "+50.0 %");
        assertThat(drifted.run().warnings()).hasSize(2);
        Lake lake = Lake.existing(workshop.lake()).orElseThrow();
        try (ReleaseSql sql = new ReleaseSql(lake.findings(drifted.run().run()))) {
            assertThat(sql.ask("SELECT rule, severity, passed, measured FROM rule_results WHERE rule LIKE 'gate-%'"
                                    + " AND rule <> 'gate-freshness' AND run = '"
                                    + drifted.run().run() + "' ORDER BY rule")
                            .rows())
                    .containsExactly(
                            List.of("gate-drift-value_added-steel", "error", false, 0.5),
                            List.of("gate-volume", "warning", false, 1.0));
        }
        assertThat(Files.exists(lake.releases().resolve(drifted.run().run()))).isFalse();
        assertThat(workshop.ask("SELECT release FROM releases WHERE current")).containsExactly(release);
    }
}
