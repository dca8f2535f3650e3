package org.millwright.index;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.raise_error;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/**
 * A column of numbers, which a CSV gives as text. An empty cell, {@code NA} and {@code NaN} are missing.
 *
 * @param typed whether the file itself says that it holds numbers
 */
record NumberColumn(String name, boolean typed) {
    private static final Object[] MISSING = {"", "NA", "NaN"};

    /** Java would also take 1d and 1f for numbers, which are figures with a flag. */
    private static final String NUMBER = "^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?$";

    static NumberColumn of(String name, StructType schema) {
        return new NumberColumn(name, schema.apply(name).dataType() instanceof NumericType);
    }

    static Column named(String name) {
        return col("`" + name.replace("`", "``") + "`");
    }

    /**
     * The number; null where it is missing, and a failure where it is wrong. A typed column goes through as it is, which
     * matters for the speed of a large table: NaN is missing to those who read it, and they refuse an infinite value.
     */
    Column value() {
        if (typed) {
            return number();
        }
        Column refusal = raise_error(lit("no number in the column " + name)).cast("double");
        return when(isMissing(), lit(null).cast("double"))
                .when(isWrong(), refusal)
                .otherwise(number());
    }

    /** The name and the cell where it is neither missing nor a finite number; else null. */
    Column complaint() {
        return when(isWrong(), concat(lit(name + " = "), named(name).cast("string")));
    }

    private Column isMissing() {
        Column number = named(name);
        return typed ? number.isNull().or(isnan(number.cast("double"))) : coalesce(text().isin(MISSING), lit(true));
    }

    private Column isWrong() {
        Column infinite = coalesce(number().between(-Double.MAX_VALUE, Double.MAX_VALUE), lit(false))
                .equalTo(false);
        Column refused = typed ? infinite : text().rlike(NUMBER).equalTo(false).or(infinite);
        return isMissing().equalTo(false).and(refused);
    }

    private Column number() {
        return typed ? named(name).cast("double") : text().try_cast("double");
    }

    private Column text() {
        return trim(named(name).cast("string"));
    }
}
