package org.millwright.sources;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.millwright.validate.Tally;

/** The official workbooks of CIP 4.0; cells were read with a spreadsheet reader of another language. */
class CnCipTest {
    private static final long INDUSTRIES = 37;
    private static final long YEARS = 31;
    private static final double RELATIVE = 1e-12;
    /** Steel and non-ferrous metals are one in CIP. */
    private static final List<String> PUBLISHED = List.of(
            "manufacturing",
            "traditional",
            "petrochemicals_and_chemicals",
            "petrochemicals",
            "chemicals",
            "metallurgy",
            "building_materials",
            "machinery",
            "light_industry",
            "textiles",
            "other_manufacturing");
    /** All but the three that hold others. */
    private static final List<String> GROUPS = PUBLISHED.subList(3, PUBLISHED.size());

    private static SourceRun run;

    @BeforeAll
    static void readWorkbooks() {
        run = SourceRun.of("cn-cip");
    }

    @Test
    void everyCellOfEveryWorkbookIsAccepted() {
        assertThat(run.notAccepted()).isEmpty();
        assertThat(run.accepted())
                .containsOnlyKeys(
                        "value_added",
                        "gross_output",
                        "revenue",
                        "capital_compensation",
                        "profit",
                        "labour_compensation",
                        "investment",
                        "capital_stock",
                        "employment",
                        "hours_worked",
                        "producer_price_index")
                .allSatisfy((measure, figures) -> assertThat(figures).isEqualTo(INDUSTRIES * YEARS));
    }

    @Test
    void figuresEqualTheCells() {
        // CIP_4.0_(2023)_1.2.xlsx and 1.3, AH20: industry 17 in 2017, million yuan
        assertCell("17", "value_added", "2017", 2474153.25540475e6);
        assertCell("17", "gross_output", "2017", 10994568.697486e6);
        assertCell("17", "revenue", "2017", 10994568.697486e6);
        // 1.4, AG20 of the sheets Capital compensation and Labor compensation
        assertCell("17", "capital_compensation", "2017", 1708061.35540475e6);
        assertCell("17", "profit", "2017", 1708061.35540475e6);
        assertCell("17", "labour_compensation", "2017", 766091.9e6);
        // 1.6, AG20 and C16 (industry 13 in 1987), previous year = 100
        assertCell("17", "producer_price_index", "2017", 121.859512874957);
        assertCell("13", "producer_price_index", "1987", 102.3);
        // 2.1, AF7: industry 4 in 2016, a negative investment; 2.2, AG20: million yuan of 2000
        assertCell("4", "investment", "2016", -9869.5921915607e6);
        assertCell("17", "capital_stock", "2017", 3778279.172997959e6);
        // 3.1, AG20: thousand persons; 3.2, AG20: million hours
        assertCell("17", "employment", "2017", 5659822.338000002);
        assertCell("17", "hours_worked", "2017", 14401.17e6);
    }

    private static void assertCell(String activity, String measure, String period, double expected) {
        assertThat(run.observed("CN", activity, measure, period))
                .isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
    }

    @Test
    void rulesHoldInEveryIndustryAndYear() {
        assertThat(run.tallies())
                .extracting(Tally::rule)
                .containsExactly("hours-per-person-possible", "value-added-is-labour-and-capital");
        assertThat(run.tallies()).allSatisfy(tally -> {
            assertThat(tally.checked()).isEqualTo(INDUSTRIES * YEARS);
            assertThat(tally.failed()).isZero();
        });
        // The contract says that the workbooks agree far below a yuan.
        assertThat(run.tallies().get(1).worst()).isLessThan(0.01);
    }

    /** Rows 9 to 27 of 1.2 (AH) and of 3.1 (AG) added up: 24,050,548.641075 million yuan and 139,255.923319 thousand persons. */
    @Test
    void manufacturingIsTheSumOfNineteenIndustries() {
        assertThat(run.figure("CN", "manufacturing", "value_added", "2017"))
                .isCloseTo(24050548.641075004e6, within(24e12 * RELATIVE * 10));
        assertThat(run.figure("CN", "manufacturing", "employment", "2017")).isCloseTo(139255923.319, within(1e-3));
    }

    /** The ministry says "about 80 %". */
    @Test
    void traditionalIndustriesMakeAboutFourFifthsOfManufacturing() {
        assertThat(100 * share("value_added")).isCloseTo(81.9, within(0.05));
        assertThat(100 * share("employment")).isCloseTo(78.7, within(0.05));
    }

    private static double share(String measure) {
        return run.shares()
                .filter(col("period").equalTo("2017").and(col("measure").equalTo(measure)))
                .select("share")
                .collectAsList()
                .get(0)
                .getDouble(0);
    }

    @Test
    void everyMeasureHasItsShareEveryYear() {
        Map<String, Long> shares =
                SourceRun.counts(run.shares().filter(col("share").isNotNull()), col("measure"));
        assertThat(shares)
                .containsOnlyKeys("value_added", "revenue", "profit", "employment")
                .allSatisfy((measure, years) -> assertThat(years).isEqualTo(YEARS));
    }

    @Test
    void everyIndustryHasEverySumEveryYear() {
        Dataset<Row> sums = run.industries().filter(col("measure").notEqual("producer_price_index"));
        Map<String, Long> years = SourceRun.counts(
                sums.filter(col("value").isNotNull()),
                concat_ws(" ", col("industry"), col("measure"), col("price_basis")));
        assertThat(sums.count()).isEqualTo(PUBLISHED.size() * (10L + 3) * YEARS);
        assertThat(years)
                .hasSize(PUBLISHED.size() * (10 + 3))
                .allSatisfy((key, found) -> assertThat(found).isEqualTo(YEARS));
        assertThat(SourceRun.counts(sums, col("industry"))).containsOnlyKeys(PUBLISHED);
    }

    /** Only an industry that is one industry of CIP has a price index; the others would need weights. */
    @Test
    void priceIndicesAreNotSummed() {
        Dataset<Row> prices = run.industries()
                .filter(col("measure")
                        .equalTo("producer_price_index")
                        .and(col("value").isNotNull()));
        assertThat(SourceRun.counts(prices, col("industry")))
                .containsOnlyKeys("petrochemicals", "chemicals", "building_materials", "metallurgy");
        assertThat(run.figure("CN", "metallurgy", "producer_price_index", "2017"))
                .isEqualTo(121.859512874957);
    }

    /** Petrochemicals are industry 13; 1.6, AE16 to AG16, and 1.2, AE16 to AH16, rows of which are typed in here. */
    @Test
    void valueAddedIsDeflatedByTheChainOfProducerPrices() {
        Map<Integer, Double> real = run.real("petrochemicals", "value_added");
        assertReal(real.get(2014), 831149.98841293203e6 * 0.784684);
        assertReal(real.get(2015), 861752.74014864e6);
        assertReal(real.get(2016), 902018.82016743498e6 / 0.933062);
        assertReal(real.get(2017), 1000852.17878567e6 / (0.933062 * 1.192053));
    }

    private static void assertReal(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(expected * RELATIVE));
    }

    /** What value added buys of the industry's own output adds up over industries, at the prices of 2015. */
    @Test
    void realValueAddedOfManufacturingIsTheSumOfItsIndustries() {
        // Nineteen industries, added up by a program in another language: million yuan of 2015
        assertThat(run.real("CN", "manufacturing", "value_added", "1987")).isCloseTo(1157039e6, within(1e6));
        assertThat(run.real("CN", "manufacturing", "value_added", "2016")).isCloseTo(21639415e6, within(1e6));
        assertThat(run.real("CN", "manufacturing", "value_added", "2015"))
                .isCloseTo(run.figure("CN", "manufacturing", "value_added", "2015"), within(1.0));
    }

    /**
     * Chinese manufacturing at current prices, 1987 to 2017, by the definition: productivity of each of eight groups, weighted with its
     * share of workers. Its growth came from within: what workers moved to other industries adds is less than 4 %, and negative.
     */
    @Test
    void productivityGrewWithinIndustries() {
        Map<String, Double> effects = new HashMap<>();
        Dataset<Row> rows =
                run.productivity().filter("base_period = '1987' AND period = '2017' AND price_basis = 'current'");
        rows.groupBy("effect")
                .sum("value")
                .collectAsList()
                .forEach(row -> effects.put(row.getString(0), row.getDouble(1)));
        double grown = 0;
        double moved = 0;
        for (String group : GROUPS) {
            double before = figure(group, "value_added", "1987") / figure(group, "employment", "1987");
            double after = figure(group, "value_added", "2017") / figure(group, "employment", "2017");
            grown += share(group, "1987") * (after - before);
            moved += after * (share(group, "2017") - share(group, "1987"));
        }
        double change = figure("manufacturing", "value_added", "2017") / figure("manufacturing", "employment", "2017")
                - figure("manufacturing", "value_added", "1987") / figure("manufacturing", "employment", "1987");
        assertThat(effects.get("within")).isCloseTo(grown, within(1e-9 * change));
        assertThat(effects.get("static") + effects.get("dynamic")).isCloseTo(moved, within(1e-9 * change));
        assertThat(effects.get("total")).isCloseTo(change, within(1e-9 * change));
        assertThat(moved / change).isBetween(-0.04, 0.0);
    }

    private static double figure(String industry, String measure, String period) {
        return run.figure("CN", industry, measure, period);
    }

    private static double share(String group, String period) {
        return figure(group, "employment", period) / figure("manufacturing", "employment", period);
    }

    @Test
    void productivityOfEveryTwoYearsIsSplitExactly() {
        Dataset<Row> pairs = run.productivity()
                .groupBy("period", "base_period", "price_basis")
                .agg(
                        sum(when(col("effect").equalTo("total"), col("value"))).as("total"),
                        sum(when(col("effect").notEqual("total"), col("value"))).as("effects"));
        assertThat(pairs.filter("price_basis = 'current' AND total IS NOT NULL").count())
                .isEqualTo(YEARS * (YEARS - 1) / 2);
        assertThat(pairs.filter("abs(total - effects) > 1e-9 * abs(total)").count())
                .isZero();
    }

    /**
     * The nineteen industries as a spreadsheet reader of another language added them up to eight groups, metallurgy not divided. Value
     * added in million yuan, of 1987 (columns D of 1.2) and 2017 (AH):
     *
     * <pre>
     * petrochemicals         16,674.6037972319    1,000,852.17878567
     * chemicals              44,130.2830199377    2,876,636.14783583
     * metallurgy             34,312.1290636927    2,474,153.25540475
     * building materials     32,065.8598388373    1,957,061.51225263
     * machinery              85,658.5055256353    5,433,743.1048764
     * light industry         66,775.7254124886    4,824,408.99769181
     * textiles               50,564.8656273352    1,135,534.80313438
     * rest of manufacturing  56,250.1442897686    4,348,158.64109353
     * </pre>
     */
    @Test
    void structureOfValueAddedIsThatOfEightGroups() {
        assertStatistic("hhi", "period = '2017'", 0.15943995100058678);
        assertStatistic("structural_change", "period = '2017' AND base_period = '1987'", 0.0867781343513329);
        assertStatistic("moore_cosine", "period = '2017' AND base_period = '1987'", 0.9705851842670754);
        assertStatistic("moore_angle", "period = '2017' AND base_period = '1987'", 13.93128066682828);
        // Employment of the eight groups in 2017, AG of 3.1: 901.34, 8,501.03, 5,659.82, 7,462.92, 31,392.39,
        // 37,800.55, 17,897.87
        // and 29,640.00 thousand persons.
        assertStatistic("theil", "period = '2017'", 0.15044176749428756);
    }

    private static void assertStatistic(String statistic, String years, double expected) {
        double computed =
                run.statistic("measure = 'value_added' AND price_basis = 'current' AND groups = 8 AND statistic = '"
                        + statistic + "' AND " + years);
        assertThat(computed).isCloseTo(expected, within(RELATIVE * expected));
    }

    /**
     * Nine measures, one of them at constant prices alone and three at both; 31 years have 31 x 30 / 2 = 465 pairs. Eight groups are
     * compared with the best among them in 30 years.
     */
    @Test
    void everyMeasureOfStructureHasEveryYearAndPairOfYears() {
        Dataset<Row> statistics = run.structure();
        assertThat(statistics.filter(col("value").isNull()).count()).isZero();
        assertThat(SourceRun.counts(statistics, col("statistic")))
                .containsOnly(
                        entry("hhi", 12 * YEARS),
                        entry("shannon", 12 * YEARS),
                        entry("theil", YEARS),
                        entry("structural_change", 12 * 465L),
                        entry("moore_cosine", 12 * 465L),
                        entry("moore_angle", 12 * 465L),
                        entry("lilien", 12 * 465L),
                        entry("malmquist", 8 * 30L),
                        entry("efficiency_change", 8 * 30L),
                        entry("technical_change", 8 * 30L));
    }
}
