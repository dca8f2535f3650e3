package org.millwright.harmonise;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.millwright.contract.MeasureCode;
import org.millwright.contract.MeasureCode.OverTime;
import org.millwright.contract.TableRule;
import org.millwright.harmonise.PeriodFigure.Origin;

/** What must hold in the periods of a series, on the rows of {@link IndustryMeasures}; all of it warns. */
public final class PeriodRules {
    /** Figures of one period that differ by no more than this share of the larger are the same but for rounding. */
    private static final double ROUNDING = 0.001;

    private static final Column CASE = concat_ws(" ", col("area"), col("industry"), col("measure"), col("period"));

    private PeriodRules() {}

    public static List<TableRule> all(Collection<MeasureCode> measures) {
        return List.of(
                monthsWithoutAHole(),
                quartersWithoutAHole(),
                yearToDateComplete(),
                neverFalls(measures),
                oneFrequency());
    }

    private static Column isQuarter() {
        return col("period").contains("Q");
    }

    private static Column isMonth() {
        return col("period").like("____-__").and(not(isQuarter()));
    }

    private static Column is(Origin origin) {
        return col("origin").equalTo(origin.name());
    }

    /** Between the first and the last month of a series none is missing. */
    private static TableRule monthsWithoutAHole() {
        return TableRule.counting("months-without-a-hole", isMonth(), not(col("complete")), CASE);
    }

    /** Between the first and the last published quarter of a series none is missing. */
    private static TableRule quartersWithoutAHole() {
        return TableRule.counting(
                "quarters-without-a-hole", isQuarter().and(is(Origin.PUBLISHED)), not(col("complete")), CASE);
    }

    /** A year has all its figures cumulated from January, up to the last of the series. */
    private static TableRule yearToDateComplete() {
        Column year = col("period").like("____").and(is(Origin.CUMULATED));
        return TableRule.counting("year-to-date-complete", year, not(col("complete")), CASE);
    }

    /** What cannot be negative never falls when it is cumulated; the deviation is the fall. */
    private static TableRule neverFalls(Collection<MeasureCode> measures) {
        Object[] flows = measures.stream()
                .filter(measure -> measure.nonNegative() && measure.overTime() == OverTime.SUM)
                .map(MeasureCode::code)
                .toArray();
        Column value = col("value");
        Column checked = is(Origin.CUMULATED).and(col("measure").isin(flows)).and(value.isNotNull());
        return TableRule.measuring(
                "year-to-date-never-falls",
                checked.and(col("months").lt(lit(12))),
                value.lt(0),
                greatest(value.multiply(-1), lit(0.0)),
                concat(CASE, lit(": "), value));
    }

    /**
     * Two figures of one period, of two frequencies of one source or of two sources, agree: an annual figure and the sum of
     * months, a month and the difference of two cumulated figures. Published figures are preferred.
     */
    private static TableRule oneFrequency() {
        Column value = col("value");
        Column rival = col("rival");
        Column apart = abs(value.minus(rival));
        return TableRule.measuring(
                "one-frequency-a-series",
                rival.isNotNull(),
                apart.gt(greatest(abs(value), abs(rival)).multiply(ROUNDING)),
                apart,
                concat(CASE, lit(": "), value, lit(" against "), rival, lit(" ("), col("rival_source"), lit(")")));
    }
}
