package org.millwright.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millwright.error.ErrorCode;
import org.millwright.error.MillwrightException;
import org.millwright.error.Problem;

/**
 * What was known on a day.
 *
 * @param day ISO 8601 date; all that is known now where there is none
 */
record AsOf(Optional<String> day) {

    /** The observations whose vintage is not after the day. */
    Dataset<Row> known(Dataset<Row> observations) {
        return day.map(date -> observations.filter(col("vintage").leq(lit(date))))
                .orElse(observations);
    }

    /**
     * The sources of which nothing was known on the day yet, for people; this runs a Spark job if there is a day.
     *
     * @throws MillwrightException if nothing at all was known
     */
    List<String> unknown(Dataset<Row> observations) {
        if (day.isEmpty()) {
            return List.of();
        }
        List<Row> firsts = observations
                .groupBy("source")
                .agg(min("vintage").as("first"))
                .orderBy("first", "source")
                .collectAsList();
        List<String> unknown = firsts.stream()
                .filter(source -> source.getString(1).compareTo(day.get()) > 0)
                .map(source -> source.getString(0) + ": the first figures are of " + source.getString(1))
                .toList();
        if (unknown.size() == firsts.size()) {
            throw new MillwrightException(new Problem(
                    ErrorCode.NOTHING_KNOWN,
                    "--as-of " + day.get(),
                    "no source had published anything on that day"
                            + unknown.stream()
                                    .findFirst()
                                    .map(first -> "; " + first)
                                    .orElse(""),
                    "Give a later day"));
        }
        return unknown;
    }
}
