package org.millwright.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.contract.FormulaParser;
import org.millwright.contract.OwnDefinitions;
import org.millwright.contract.Rule;
import org.millwright.model.Severity;

/** Every kind of rule on both sides of its tolerance; the deviations are reckoned in the comments. */
class RuleTest {
    @TempDir
    private Path folder;

    /** Tallies a rule over one year of figures: code, period, value added and employment, joined by spaces. */
    private Tally check(String frequency, Rule rule, String... figures) {
        String contract = OwnDefinitions.CONTRACT
                .replace("annual", frequency)
                .replace("factor: 1000", "factor: 1")
                .concat("markers: {x: Q}\n");
        Judgement judgement = Judgement.by(folder, contract);
        Optional<YearFigures> year = Optional.empty();
        for (String line : figures) {
            String[] part = line.split(" ", -1);
            Map<String, String> record =
                    Map.of("area", "CN", "code", part[0], "year", part[1], "va", part[2], "emp", part[3]);
            List<Row> cells = judgement.cells(record);
            year = Optional.of(year.orElseGet(() -> new YearFigures(cells.get(0))));
            cells.forEach(year.get()::add);
        }
        return year.orElseThrow().check("tiny", rule);
    }

    private static Rule identity(String left, String right, double tolerance, double relative) {
        return new Rule.Identity(
                "r", Severity.ERROR, 0, FormulaParser.parse(left), FormulaParser.parse(right), tolerance, relative);
    }

    private static void assertTally(Tally tally, long checked, long failed, double worst, String where) {
        assertThat(tally).isEqualTo(new Tally("tiny", "r", checked, failed, worst, where));
    }

    /** Both sides deviate by 100 - 2 * 49 = 2. */
    @ParameterizedTest
    @CsvSource({"2, 0, 0", "1.99, 0, 1", "0, 0.02, 0", "0, 0.0199, 1", "1, 0.02, 0", "2, 0.001, 0"})
    void identityHoldsWithinTheLargerTolerance(double tolerance, double relative, long failed) {
        Tally tally = check("annual", identity("value_added", "2 * employment", tolerance, relative), "31 2015 100 49");
        assertTally(tally, 1, failed, 2, "CN 31 2015 (2022-03-01): 100.0 against 98.0");
    }

    @Test
    void identityIsCheckedOnlyWhereBothSidesHaveAFigure() {
        Rule rule = identity("value_added", "employment", 0, 0);
        Tally tally = check("annual", rule, "31 2015 x 5", "32 2015 5 ", "33 2015 5 5", "34 2015 9 5");
        assertTally(tally, 2, 1, 4, "CN 34 2015 (2022-03-01): 9.0 against 5.0");
    }

    @Test
    void ruleOverLevelsDoesNotSeePublishedGrowth() {
        String growth = OwnDefinitions.CONTRACT.replace("unit: persons", "unit: '%', price-basis: comparable");
        List<Row> cells = Judgement.by(folder, growth)
                .cells(Map.of("area", "CN", "code", "31", "year", "2015", "va", "7", "emp", "5"));
        YearFigures year = new YearFigures(cells.get(0));
        cells.forEach(year::add);
        assertTally(year.check("tiny", identity("value_added", "employment", 0, 0)), 0, 0, 0, "");
    }

    @Test
    void identityOfAQuotientByZeroIsNotChecked() {
        assertTally(check("annual", identity("value_added / employment", "1", 0, 0), "31 2015 5 0"), 0, 0, 0, "");
    }

    private static Rule additivity(double tolerance, double relative) {
        return additivity("", tolerance, relative);
    }

    private static Rule additivity(String from, double tolerance, double relative) {
        return new Rule.Additivity(
                "r", Severity.ERROR, 0, "C", "3[12]", List.of("value_added", "employment"), from, tolerance, relative);
    }

    @Test
    void sumsBeforeTheFirstPeriodAreNotChecked() {
        String[] half = {"C 2015 100 7", "31 2015 60 3"};
        assertTally(check("annual", additivity("2016", 0, 0), half), 0, 0, 0, "");
        assertThat(check("annual", additivity("2015", 0, 0), half).failed()).isEqualTo(2);
    }

    /** The parts make 60 + 35 = 95 of 100, and 3 + 4 = 7 of 7. */
    @ParameterizedTest
    @CsvSource({"5, 0, 0", "4.99, 0, 1", "0, 0.05, 0", "0, 0.0499, 1"})
    void partsSumToTheTotalWithinTheTolerance(double tolerance, double relative, long failed) {
        Tally tally = check(
                "annual",
                additivity(tolerance, relative),
                "C 2015 100 7",
                "31 2015 60 3",
                "32 2015 35 4",
                "33 2015 1000 1000");
        assertTally(tally, 2, failed, 5, "CN C 2015 (2022-03-01): value_added 100.0 against 95.0");
    }

    @Test
    void sumWithAWithheldPartIsNotChecked() {
        Tally tally = check("annual", additivity(0, 0), "C 2015 100 7", "31 2015 60 3", "32 2015 x 4");
        assertTally(tally, 1, 0, 0, "CN C 2015 (2022-03-01): employment 7.0 against 7.0");
    }

    @Test
    void totalWithoutAnyPartIsNotChecked() {
        assertTally(check("annual", additivity(0, 0), "C 2015 100 7", "33 2015 1 1"), 0, 0, 0, "");
    }

    @ParameterizedTest
    @CsvSource({"10, 20, 0, 0", "10.5, 20, 1, 0.5", "0, 19, 1, 1", "11, 18, 2, 2"})
    void rangeIncludesItsBounds(double minimum, double maximum, long failed, double worst) {
        Rule rule = new Rule.Range("r", Severity.ERROR, 0, "value_added", minimum, maximum);
        Tally tally = check("annual", rule, "31 2015 10 1", "32 2015 20 1", "33 2015 x 1");
        assertThat(tally.checked()).isEqualTo(2);
        assertThat(tally.failed()).isEqualTo(failed);
        assertThat(tally.worst()).isEqualTo(worst);
    }

    @Test
    void cumulatedFigureNeverFallsWithinItsYear() {
        Rule rule = new Rule.Cumulative("r", Severity.ERROR, 0, "value_added");
        // 10 -> 10 -> 25 never falls; 9 -> 7 falls by 2, over the withheld month between.
        Tally tally = check(
                "year-to-date",
                rule,
                "31 2015-02 10 1",
                "31 2015-03 10 1",
                "31 2015-04 25 1",
                "32 2015-02 9 1",
                "32 2015-03 x 1",
                "32 2015-04 7 1");
        assertTally(tally, 3, 1, 2, "CN 32 2015-04 (2022-03-01): value_added 9.0 then 7.0");
    }
}
