package org.millwright.index;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.millwright.rows.Runs;
import org.millwright.stat.robustness.Spread;
import org.millwright.stat.robustness.UnitRobustness;

/** The slices of one unit, in their order, to how firmly the unit stands. */
final class UnitSpread implements MapPartitionsFunction<Row, Row> {
    static final StructType ROBUSTNESS = StructType.fromDDL("dataset STRING, period STRING, peers STRING, unit STRING,"
            + " nominal_score DOUBLE, nominal_rank INT, reason STRING, replicates INT, scored INT, same_rank DOUBLE,"
            + " score_mean DOUBLE, score_median DOUBLE, score_q05 DOUBLE, score_q95 DOUBLE,"
            + " rank_mean DOUBLE, rank_median DOUBLE, rank_q05 DOUBLE, rank_q95 DOUBLE");

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        return Runs.of(rows, Runs.by(Outcomes.UNIT)).map(UnitSpread::robustness).iterator();
    }

    private static Row robustness(List<Row> slices) {
        Row first = slices.get(0);
        Integer nominalRank = first.getAs("nominal_rank");
        double[] scores = joined(slices, "scores");
        UnitRobustness unit =
                UnitRobustness.of(nominalRank == null ? Double.NaN : nominalRank, scores, joined(slices, "ranks"));
        int scored = (int)
                Arrays.stream(scores).filter(score -> !Double.isNaN(score)).count();
        String reason = first.getAs("reason");
        Stream<Object> facts = Stream.of(
                first.getAs("dataset"),
                first.getAs("period"),
                first.getAs("peers"),
                first.getAs("unit"),
                first.getAs("nominal_score"),
                nominalRank,
                reason == null && scored == 0 ? first.getAs("failure") : reason,
                scores.length,
                scored);
        Stream<Object> statistics = Stream.concat(
                        Stream.of(unit.sameRank()), Stream.concat(figures(unit.score()), figures(unit.rank())))
                .map(figure -> Double.isNaN(figure) ? null : figure);
        return RowFactory.create(Stream.concat(facts, statistics).toArray());
    }

    private static Stream<Double> figures(Spread spread) {
        return Stream.of(spread.mean(), spread.median(), spread.q05(), spread.q95());
    }

    private static double[] joined(List<Row> slices, String column) {
        return slices.stream()
                .flatMapToDouble(slice -> DoubleStream.of(PackedDoubles.read(slice.getAs(column))))
                .toArray();
    }
}
