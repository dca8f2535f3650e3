package org.millwright.harmonise;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.substring_index;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/**
 * Observations as they were known on each day on which some of them came out.
 *
 * <p>An observation is valid from its vintage until the day before the next vintage of its key. It is repeated for every day
 * in between on which another figure of its year came out, since the figure of an industry may then have changed. A dataset
 * as it was known on a day is a dataset of its own, so that figures of industries are made of it as of any other.
 *
 * <p>Only years of a source, area, measure and price basis that came out more than once are here: of the others nothing was
 * revised.
 */
final class KnownObservations {
    /** No id has a blank in it. */
    private static final String AS_OF = " ";

    private static final String[] YEAR = {"source", "area", "measure", "price_basis", "year"};

    private KnownObservations() {}

    /** The observations of years that came out more than once, with the days on which they did. */
    static Dataset<Row> revised(Dataset<Row> observations) {
        Dataset<Row> dated = observations.withColumn("year", substring(col("period"), 1, 4));
        Dataset<Row> days = dated.groupBy(Stream.of(YEAR).map(functions::col).toArray(Column[]::new))
                .agg(collect_set("vintage").as("days"))
                .filter(size(col("days")).gt(1));
        return dated.join(days, YEAR);
    }

    /** @param revised what {@link #revised} gives */
    static Dataset<Row> onEveryDay(Dataset<Row> revised) {
        Column next = lead("vintage", 1)
                .over(Window.partitionBy("source", "area", "activity", "measure", "price_basis", "period", "breakdown")
                        .orderBy("vintage"));
        return revised.withColumn("next", next)
                .withColumn("day", explode(filter(col("days"), KnownObservations::isValid)))
                .withColumn("dataset", concat_ws(AS_OF, col("dataset"), col("day")))
                .drop("year", "days", "next", "day");
    }

    private static Column isValid(Column day) {
        return day.geq(col("vintage")).and(col("next").isNull().or(day.lt(col("next"))));
    }

    /** The dataset behind one that was known on a day. */
    static Column dataset() {
        return substring_index(col("dataset"), AS_OF, 1);
    }

    /** The day on which it was known. */
    static Column day() {
        return substring_index(col("dataset"), AS_OF, -1);
    }
}
