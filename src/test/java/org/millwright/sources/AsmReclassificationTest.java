package org.millwright.sources;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.contract.Correspondence;
import org.millwright.contract.DefinitionFiles;
import org.millwright.contract.Definitions;
import org.millwright.contract.RoundTrip;
import org.millwright.error.Problems;

/** The survey years in NAICS 2007 as industries of NAICS 2012; cells in 1,000 USD were read off the files. */
class AsmReclassificationTest {
    /** The share of 334119, other computer peripheral equipment, that the correspondence gives to 333316. */
    private static final double CAMERAS = 0.1521;

    private static final double ONE_DOLLAR = 1;

    private static SourceRun run;

    @BeforeAll
    static void readTables() {
        run = SourceRun.of("us-census-asm-2007", "us-census-asm-2012");
    }

    private static Dataset<Row> rows(String industry, String measure, String period) {
        return run.industries()
                .filter(col("industry")
                        .equalTo(industry)
                        .and(col("measure").equalTo(measure))
                        .and(col("period").equalTo(period)));
    }

    @Test
    void allYearsAreOneSeriesInOneClassification() {
        assertThat(SourceRun.counts(run.industries(), col("classification"))).containsOnlyKeys("naics-2012");
    }

    /** Value added of 2009: the codes of machinery sum to 423,561,652, those of other manufacturing to 606,988,088. */
    @Test
    void digitalCamerasGoAlongWithTheirIndustry() {
        double cameras = CAMERAS * 4_397_372e3;
        assertThat(run.figure("US", "machinery", "value_added", "2009"))
                .isCloseTo(423_561_652e3 + cameras, within(ONE_DOLLAR));
        assertThat(run.figure("US", "other_manufacturing", "value_added", "2009"))
                .isCloseTo(606_988_088e3 - cameras, within(ONE_DOLLAR));
        assertThat(SourceRun.counts(rows("machinery", "value_added", "2009"), col("obs_status")))
                .containsOnlyKeys("E");
    }

    /** Industries that keep their codes are as published, all manufacturing above all. */
    @Test
    void otherFiguresStayAsTheyWere() {
        assertThat(run.figure("US", "manufacturing", "value_added", "2009")).isEqualTo(1_978_017_343e3);
        assertThat(SourceRun.counts(run.industries().filter(col("obs_status").equalTo("E")), col("industry")))
                .containsOnlyKeys("machinery", "other_manufacturing", "traditional");
        assertThat(SourceRun.counts(run.industries().filter(col("obs_status").equalTo("E")), col("period")))
                .containsOnlyKeys("2008", "2009");
    }

    /** The cell of 334119 is withheld: the industry is that of NAICS 2007, 1,508,311 for machinery, and says so. */
    @Test
    void aWithheldShareBreaksTheSeries() {
        Column broken = col("series_break").equalTo(true);
        Dataset<Row> rows = run.industries().filter(broken);
        assertThat(SourceRun.counts(rows, col("measure"))).containsOnlyKeys("computer_investment");
        assertThat(SourceRun.counts(rows, col("period"))).containsOnlyKeys("2009");
        assertThat(SourceRun.counts(rows, col("industry")))
                .containsOnlyKeys("machinery", "other_manufacturing", "traditional");
        assertThat(run.figure("US", "machinery", "computer_investment", "2009")).isEqualTo(1_508_311e3);
    }

    /** No source says how much of 334119 were digital cameras: in proportion to the shipments of both targets in 2014. */
    @Test
    void theShareIsThatOfTheTargetsShipments() {
        double cameras = run.observed("US", "333316", "revenue", "2014");
        double others = run.observed("US", "334118", "revenue", "2014");
        assertThat(cameras / (cameras + others)).isCloseTo(CAMERAS, within(5e-5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"value_added", "revenue", "employment", "payroll"})
    void sixDigitFiguresComeBackFromNaics2012(String measure) {
        Map<String, Double> figures = sixDigits(measure);
        Correspondence there = correspondence();
        figures.keySet()
                .retainAll(there.links().stream().map(Correspondence.Link::from).toList());
        assertThat(figures).hasSizeGreaterThan(200);
        Map<String, Double> converted = RoundTrip.convert(there, figures);
        Map<String, Double> back = RoundTrip.convert(RoundTrip.back(there, figures), converted);
        double total = DoubleStream.of(figures.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .sum();
        assertThat(RoundTrip.total(converted)).isCloseTo(total, within(total * 1e-12));
        assertThat(back).hasSameSizeAs(figures);
        figures.forEach((code, figure) -> assertThat(back.get(code)).isCloseTo(figure, within(figure * 1e-12)));
    }

    private static Correspondence correspondence() {
        Problems problems = new Problems();
        Definitions definitions = Definitions.read(DefinitionFiles.bundled(), "china-traditional-8", problems);
        problems.throwIfAny();
        return definitions.correspondences().get("naics-2007-to-naics-2012");
    }

    private static Map<String, Double> sixDigits(String measure) {
        Map<String, Double> figures = new TreeMap<>();
        run.cells()
                .filter(col("rule").isNull().and(col("value").isNotNull()))
                .filter(col("period").equalTo("2009").and(col("measure").equalTo(measure)))
                .filter(col("activity").rlike("^\\d{6}$"))
                .select("activity", "value")
                .collectAsList()
                .forEach(row -> figures.put(row.getString(0), row.getDouble(1)));
        return figures;
    }
}
