package org.millwright.sources;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.millwright.validate.Tally;

/** The combustion units of the Greenhouse Gas Reporting Program; sums were taken by DuckDB over the same file. */
class UsGhgrpTest {
    private static final long UNITS = 10_926;
    /** tce per MMBtu: 1.055056 GJ against 29.3076 GJ. */
    private static final double TCE = 1.055056 / 29.3076;

    private static SourceRun run;

    @BeforeAll
    static void readUnits() {
        run = SourceRun.of("us-ghgrp");
    }

    @Test
    void everyUnitIsAccepted() {
        assertThat(run.accepted()).containsOnly(entry("energy", UNITS), entry("greenhouse_gases", UNITS));
        assertThat(run.notAccepted()).isEmpty();
    }

    /** Row 8032: 7.511857386984839E7 MMBtu and 624,679.5 t at the olefins unit of Chocolate Bayou, NAICS 325211. */
    @Test
    void unitKeepsItsFigureAndItsPlaceInTheFile() {
        List<Row> unit = run.cells()
                .filter(col("breakdown").equalTo("1004368|GP-OL2 COMBUSTION|Fuel Gas|16101"))
                .orderBy("measure")
                .select("activity", "measure", "value", "unit", "row", "vintage")
                .collectAsList();
        assertThat(unit).hasSize(2);
        assertThat(unit.get(0).getDouble(2)).isCloseTo(7.511857386984839E7 * TCE, within(1e-3));
        assertThat(unit.get(1).getDouble(2)).isEqualTo(624_679.5);
        assertThat(unit)
                .extracting(
                        row -> row.get(0), row -> row.get(1), row -> row.get(3), row -> row.get(4), row -> row.get(5))
                .containsExactly(
                        tuple("325211", "energy", "tce", 8032L, "2024-01-10"),
                        tuple("325211", "greenhouse_gases", "tCO2e", 8032L, "2024-01-10"));
    }

    /** Codes 31 to 33; 3311 and 3312; 313, 314, 315 and 32522; 324. The other 2,127 units are outside manufacturing. */
    @Test
    void unitsAreSummedByIndustry() {
        assertThat(figure("manufacturing", "energy")).isCloseTo(8.62355887292796E9 * TCE, within(1.0));
        assertThat(figure("steel", "energy")).isCloseTo(433_926_530.395029813 * TCE, within(1.0));
        assertThat(figure("textiles", "energy")).isCloseTo(2.766764312784447E7 * TCE, within(1.0));
        assertThat(figure("petrochemicals", "energy")).isCloseTo(2.650411806908773E9 * TCE, within(1.0));
        assertThat(figure("petrochemicals", "greenhouse_gases")).isCloseTo(1.2564721640034518E8, within(1.0));
        assertThat(figure("manufacturing", "greenhouse_gases")).isCloseTo(4.584560243660132E8, within(1.0));
    }

    private static double figure(String industry, String measure) {
        return run.figure("US", industry, measure, "2017");
    }

    @Test
    void everyIndustryHasBothFigures() {
        assertThat(run.industries().filter(col("value").isNotNull()).count()).isEqualTo(13 * 2);
        assertThat(run.industries().count()).isEqualTo(13 * 2);
    }

    @Test
    void everyUnitIsWithinBounds() {
        assertThat(run.tallies())
                .extracting(Tally::rule, Tally::checked, Tally::failed)
                .containsExactly(
                        tuple("energy-of-a-unit-in-bounds", UNITS, 0L), tuple("gases-of-a-unit-in-bounds", UNITS, 0L));
    }
}
