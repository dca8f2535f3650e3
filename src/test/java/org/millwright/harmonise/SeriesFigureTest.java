package org.millwright.harmonise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.millwright.contract.MeasureCode.OverTime;
import org.millwright.model.Frequency;

/** Years, quarters and months from what sources publish; every figure is reckoned by hand. */
class SeriesFigureTest {
    private final Map<String, SourceSeries> sources = new LinkedHashMap<>();

    /** Adds figures such as {@code 2015-02=30}: a number, {@code Q} or {@code M}; {@code p} behind it: provisional, {@code t}: a total. */
    private SeriesFigureTest with(String source, Frequency frequency, String figures) {
        SourceSeries series = sources.computeIfAbsent(source + frequency, key -> SourceSeries.of(source, frequency));
        for (String figure : figures.split(" ")) {
            String period = figure.substring(0, figure.indexOf('='));
            String value = figure.substring(figure.indexOf('=') + 1);
            series.add(period, figure(value));
        }
        return this;
    }

    private static Figure figure(String value) {
        boolean known = Character.isDigit(value.charAt(0));
        String status = known ? (value.endsWith("p") ? "P" : "A") : value;
        double number = known ? Double.parseDouble(value.replaceAll("[pt]", "")) : Double.NaN;
        return Figure.observed(number, StatusBits.of(status), 1, status.equals("Q"), value.endsWith("t"));
    }

    private List<SeriesFigure> figures(OverTime overTime) {
        return SeriesFigure.of(sources.values(), overTime);
    }

    /** Period, value or reason, and how many months: {@code 2015-02 30.0 2}. */
    private List<String> told(OverTime overTime) {
        return figures(overTime).stream()
                .map(SeriesFigure::best)
                .map(best -> best.period() + " "
                        + (best.figure().isKnown()
                                ? best.figure().value()
                                : best.figure().reason().orElseThrow())
                        + " " + best.months())
                .toList();
    }

    private SeriesFigureTest yearToDate(String figures) {
        return with("s", Frequency.YEAR_TO_DATE, figures);
    }

    @Test
    void februaryHoldsJanuaryAndThereIsNoJanuary() {
        assertThat(yearToDate("2015-02=30 2015-03=50 2015-04=65").told(OverTime.SUM))
                .containsExactly(
                        "2015 HOLE 12",
                        "2015-02 30.0 2",
                        "2015-03 20.0 1",
                        "2015-04 15.0 1",
                        "2015-Q1 50.0 3",
                        "2015-Q2 HOLE 3");
    }

    @Test
    void aPublishedJanuaryStandsAlone() {
        assertThat(yearToDate("2015-01=10 2015-02=30").told(OverTime.SUM)).contains("2015-01 10.0 1", "2015-02 20.0 1");
    }

    @Test
    void aMissingMonthIsAHoleInItselfAndTheNextButNotInTheYear() {
        assertThat(yearToDate("2015-10=100 2015-12=130 2016-01=5 2016-02=9").told(OverTime.SUM))
                .contains("2015-11 HOLE 1", "2015-12 HOLE 1", "2015 130.0 12", "2016-01 5.0 1", "2016-02 4.0 1");
        assertThat(figures(OverTime.SUM).stream()
                        .map(SeriesFigure::best)
                        .filter(best -> best.period().equals("2015")))
                .hasSize(1)
                .noneMatch(PeriodFigure::complete);
    }

    @Test
    void aYearThatBeginsInMarchTellsItsQuarter() {
        assertThat(yearToDate("2015-03=50 2015-04=65").told(OverTime.SUM))
                .contains("2015-02 HOLE 2", "2015-03 HOLE 1", "2015-Q1 50.0 3", "2015-04 15.0 1");
    }

    @Test
    void cumulatedQuartersTellQuartersAndYears() {
        assertThat(yearToDate("2015-03=10 2015-06=25 2015-09=45 2015-12=70").told(OverTime.SUM))
                .containsExactly(
                        "2015 70.0 12", "2015-Q1 10.0 3", "2015-Q2 15.0 3", "2015-Q3 20.0 3", "2015-Q4 25.0 3");
    }

    @Test
    void decembersTellYears() {
        assertThat(yearToDate("2014-12=90 2015-12=70").told(OverTime.SUM))
                .containsExactly("2014 90.0 12", "2015 70.0 12");
    }

    @Test
    void aStockIsTakenAsItStandsAndAMeanSaysHowManyMonthsItCovers() {
        yearToDate("2015-02=30 2015-03=33 2015-12=40");
        assertThat(told(OverTime.END)).contains("2015-02 30.0 1", "2015-03 33.0 1", "2015-Q1 33.0 3", "2015 40.0 12");
        assertThat(told(OverTime.MEAN)).contains("2015-02 30.0 2", "2015-03 33.0 3", "2015 40.0 12");
    }

    /** Months of two decimals, cumulated exactly: the differences must be what was added, to the last digit. */
    @Test
    void monthsAddUpToTheYearToDate() {
        Random random = new Random(3);
        for (int trial = 0; trial < 200; trial++) {
            sources.clear();
            BigDecimal cumulated = BigDecimal.ZERO;
            List<Double> added = new ArrayList<>();
            for (int month = 2; month <= 12; month++) {
                BigDecimal flow = BigDecimal.valueOf(random.nextInt(1_000_000_000), 2);
                added.add(flow.doubleValue());
                cumulated = cumulated.add(flow);
                yearToDate(String.format("2015-%02d=%s", month, cumulated.toPlainString()));
            }
            List<PeriodFigure> months = figures(OverTime.SUM).stream()
                    .map(SeriesFigure::best)
                    .filter(best -> best.period().matches("\\d{4}-\\d\\d"))
                    .toList();
            assertThat(months).extracting(best -> best.figure().value()).isEqualTo(added);
            assertThat(months.stream().mapToInt(PeriodFigure::months).sum()).isEqualTo(12);
        }
    }

    private SeriesFigureTest months(int from, int to) {
        IntStream.rangeClosed(from, to)
                .forEach(month -> with("s", Frequency.MONTHLY, String.format("2015-%02d=%d", month, month)));
        return this;
    }

    /** 1 + ... + 12 = 78 is the year of a flow, 6.5 that of a mean, 12 that of a stock. */
    @Test
    void quartersAndYearsFollowFromMonths() {
        months(1, 12);
        assertThat(told(OverTime.SUM)).contains("2015 78.0 12", "2015-Q1 6.0 3", "2015-Q4 33.0 3", "2015-07 7.0 1");
        assertThat(told(OverTime.MEAN)).contains("2015 6.5 12", "2015-Q1 2.0 3");
        assertThat(told(OverTime.END)).contains("2015 12.0 12", "2015-Q1 3.0 3");
        assertThat(told(OverTime.NONE)).hasSize(12).noneMatch(told -> told.startsWith("2015 "));
    }

    @Test
    void aPeriodWithoutAllItsMonthsIsUndefined() {
        months(1, 5);
        with("s", Frequency.MONTHLY, "2015-07=7");
        assertThat(told(OverTime.SUM))
                .contains("2015-06 HOLE 1", "2015-Q1 6.0 3", "2015-Q2 HOLE 3", "2015 HOLE 12")
                .noneMatch(told -> told.startsWith("2015-08"));
    }

    @Test
    void whatIsReckonedCarriesWhatItsPartsCarry() {
        with(
                "s",
                Frequency.QUARTERLY,
                "2015-Q1=1 2015-Q2=2p 2015-Q3=3 2015-Q4=4 2016-Q1=1 2016-Q2=Q 2016-Q3=M 2016-Q4=4");
        List<Figure> years = figures(OverTime.SUM).stream()
                .map(SeriesFigure::best)
                .filter(best -> best.months() == 12)
                .map(PeriodFigure::figure)
                .toList();
        assertThat(years).extracting(Figure::obsStatus).containsExactly("P", "Q");
        assertThat(years).extracting(Figure::confStatus).containsExactly("F", "C");
        assertThat(told(OverTime.SUM)).contains("2015 10.0 12", "2016 SUPPRESSED 12");
    }

    @Test
    void anAgencysTotalAndASumOfPartsHaveNoDifference() {
        assertThat(yearToDate("2015-02=30t 2015-03=50t 2015-04=65").told(OverTime.SUM))
                .contains("2015-03 20.0 1", "2015-04 BREAK 1");
    }

    @Test
    void publishedYearsComeBeforeCumulatedOnesAndTheseBeforeTotals() {
        months(1, 12);
        yearToDate("2015-12=79");
        assertThat(told(OverTime.SUM)).contains("2015 79.0 12");
        with("s", Frequency.ANNUAL, "2015=80");
        SeriesFigure year = figures(OverTime.SUM).get(0);
        assertThat(year.best().figure().value()).isEqualTo(80);
        assertThat(year.sources()).isEqualTo(1);
        assertThat(year.rival().orElseThrow().figure().value()).isEqualTo(78);
    }

    @Test
    void aWithheldYearIsTakenFromItsMonths() {
        months(1, 12);
        with("other", Frequency.ANNUAL, "2015=Q 2016=Q");
        assertThat(told(OverTime.SUM)).contains("2015 78.0 12", "2016 SUPPRESSED 12");
    }

    @Test
    void twoSourcesOfOneFrequencyContradict() {
        with("one", Frequency.ANNUAL, "2015=80").with("two", Frequency.ANNUAL, "2015=81");
        assertThat(figures(OverTime.SUM)).extracting(SeriesFigure::sources).containsExactly(2);
    }

    @Test
    void onlyFlowsHaveTwelveMonths() {
        months(1, 12);
        assertThat(figures(OverTime.SUM))
                .filteredOn(figure -> figure.twelveMonths() == 78)
                .hasSize(1);
        assertThat(figures(OverTime.MEAN))
                .extracting(SeriesFigure::twelveMonths)
                .containsOnly(Double.NaN);
    }
}
