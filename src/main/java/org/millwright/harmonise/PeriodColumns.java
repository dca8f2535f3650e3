package org.millwright.harmonise;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.millwright.model.Frequency;
import org.millwright.model.Periods;

/** The arithmetic of {@link Periods} as expressions of Spark. */
final class PeriodColumns {
    private static final int YEAR_DIGITS = 4;

    private PeriodColumns() {}

    /** How many periods of its frequency a year has: 1, 4 or 12. */
    static Column perYear(Column period) {
        return when(length(period).equalTo(YEAR_DIGITS), 1)
                .when(period.contains("Q"), 4)
                .otherwise(12);
    }

    /** The frequency of a period, as contracts write it. */
    static Column frequency(Column period) {
        return when(length(period).equalTo(YEAR_DIGITS), Frequency.ANNUAL.code())
                .when(period.contains("Q"), Frequency.QUARTERLY.code())
                .otherwise(Frequency.MONTHLY.code());
    }

    /** The place of a period among those of its frequency: neighbours differ by 1. */
    static Column position(Column period) {
        Column year = substring(period, 1, YEAR_DIGITS).cast("int");
        Column perYear = perYear(period);
        Column within = when(perYear.equalTo(4), substring(period, 7, 1))
                .when(perYear.equalTo(12), substring(period, 6, 2))
                .cast("int");
        return year.multiply(perYear).plus(coalesce(within.minus(1), lit(0)));
    }

    /** The period at a place. */
    static Column period(Column position, Column perYear) {
        Column year = floor(position.divide(perYear)).cast("string");
        Column number = position.mod(perYear).plus(1).cast("string");
        return when(perYear.equalTo(1), year)
                .when(perYear.equalTo(4), concat(year, lit("-Q"), number))
                .otherwise(concat(year, lit("-"), lpad(number, 2, "0")));
    }

    /** A period and those that hold it: of a month itself, its quarter and its year. */
    static Column selfAndLonger(Column period) {
        Column year = substring(period, 1, YEAR_DIGITS);
        Column quarter = floor(position(period).mod(12).divide(3)).plus(1).cast("string");
        Column perYear = perYear(period);
        return when(perYear.equalTo(12), array(period, concat(year, lit("-Q"), quarter), year))
                .when(perYear.equalTo(4), array(period, year))
                .otherwise(array(period));
    }
}
