package org.millwright.index;

import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** A slice of one unit to a row for each replicate, counted from 1. */
final class UnitReplicates implements FlatMapFunction<Row, Row> {
    static final StructType REPLICATES = StructType.fromDDL(
            "dataset STRING, period STRING, peers STRING, unit STRING, replicate INT, score DOUBLE, rank INT");

    @Override
    public Iterator<Row> call(Row slice) {
        double[] scores = PackedDoubles.read(slice.getAs("scores"));
        double[] ranks = PackedDoubles.read(slice.getAs("ranks"));
        int first = slice.<Integer>getAs("first") + 1;
        return IntStream.range(0, scores.length)
                .mapToObj(r -> RowFactory.create(
                        slice.getAs("dataset"),
                        slice.getAs("period"),
                        slice.getAs("peers"),
                        slice.getAs("unit"),
                        first + r,
                        Double.isNaN(scores[r]) ? null : scores[r],
                        Double.isNaN(ranks[r]) ? null : (int) ranks[r]))
                .iterator();
    }
}
