package org.millwright.index;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/**
 * How much the scores and ranks of a composite depend on the choices made for it: the uncertainty analysis, Sobol's indices,
 * and what leaving out an indicator or a pillar does.
 *
 * <p>Every slice of replicates gets the part of the panel that it needs, which must fit into a task; replicates may be as many
 * as one likes. A replicate depends on the seed and its number only, and neither on slices nor on partitions.
 */
public final class CompositeRobustness {
    private static final Column[] UNIT = columns(Outcomes.UNIT);
    private static final Column[] PERIOD = columns("dataset", "period");
    private static final String FIRST = "first";

    private final CompositeScores index;
    private final Dataset<Row> outcomes;

    /**
     * Prepares the analysis of a composite that has alternatives.
     *
     * @param panel what the index is computed on
     * @param units the units of the index, {@link CompositeScores#units}; their periods are counted at once
     * @throws org.millwright.error.MillwrightException if the panel is too large for a task
     */
    public static CompositeRobustness of(CompositeScores index, Dataset<Row> panel, Dataset<Row> units) {
        PanelShare share = PanelShare.of(index.models(), units);
        share.requireThatItFits();
        return new CompositeRobustness(
                index,
                panel,
                share,
                share.slices(panel.sparkSession().sparkContext().defaultParallelism()));
    }

    CompositeRobustness(CompositeScores index, Dataset<Row> panel, PanelShare share, int slices) {
        this.index = index;
        Dataset<Row> copies = panel.filter(share.needed())
                .withColumn("slice", explode(sequence(lit(0), lit(slices - 1))))
                .repartitionById(slices, col("slice"))
                .sortWithinPartitions(UNIT);
        outcomes = copies.mapPartitions(
                        new Replication(index.models(), share.analysed(), slices), Encoders.row(Outcomes.SLICE))
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    /** One row per unit and analysed period: the spread of score and rank over the replicates. */
    public Dataset<Row> units() {
        return index.stamped(
                inOrder(ofUnits(), UNIT).mapPartitions(new UnitSpread(), Encoders.row(UnitSpread.ROBUSTNESS)));
    }

    /** One row per analysed period, factor or left-out node, and statistic. */
    public Dataset<Row> sensitivity() {
        return index.stamped(inOrder(outcomes.filter(col("unit").isNull()), PERIOD)
                .mapPartitions(new Sensitivity(index.models()), Encoders.row(Sensitivity.STATISTICS)));
    }

    /** One row per unit, analysed period and replicate of the uncertainty analysis: score and rank. */
    public Dataset<Row> replicates() {
        return ofUnits().flatMap(new UnitReplicates(), Encoders.row(UnitReplicates.REPLICATES));
    }

    /** One row per replicate of any analysis and choice that it makes, as the first dataset has it; in the order of replicates. */
    public Dataset<Row> choices(SparkSession session) {
        CompositeModel model = index.models().values().iterator().next();
        Trials trials = new Trials(model.layout(), model.parameters());
        return session.range(trials.size()).mapPartitions(new ChoiceRows(model), Encoders.row(ChoiceRows.CHOICES));
    }

    /** Gives back the memory that holds the replicates. */
    public void unpersist() {
        outcomes.unpersist();
    }

    private Dataset<Row> ofUnits() {
        return outcomes.filter(col("unit").isNotNull());
    }

    private static Dataset<Row> inOrder(Dataset<Row> slices, Column... key) {
        Column[] order = Stream.concat(Stream.of(key), Stream.of(col(FIRST))).toArray(Column[]::new);
        return slices.repartition(key).sortWithinPartitions(order);
    }

    private static Column[] columns(String... names) {
        return Stream.of(names).map(functions::col).toArray(Column[]::new);
    }
}
