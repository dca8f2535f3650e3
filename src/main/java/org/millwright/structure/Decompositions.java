package org.millwright.structure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.when;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.millwright.contract.Area;
import org.millwright.contract.IndustryScheme;
import org.millwright.model.MethodVersion;
import org.millwright.stat.decomposition.Decomposition;
import org.millwright.stat.decomposition.LogMeanDivisia;
import org.millwright.stat.decomposition.RegionalShiftShare;
import org.millwright.stat.decomposition.ShiftShare;

/**
 * What made productivity, energy use and emissions of an area change, and value added and employment of an area grow otherwise than
 * elsewhere, between each of its years and every earlier one.
 *
 * <p>Input: {@code industry_measures}. Output: one row per dataset, area, two years, group, effect and price basis of value added,
 * and one for the total, which all effects of all groups sum to. Groups are the finest industries that have both
 * measures and partition manufacturing, the same in all years of an area. Value added is taken at every price basis that the
 * area has it at.
 *
 * <p>Where two years cannot be split all of their rows are null, with one reason: that of the figure which a group lacks in one of
 * them, {@code BREAK} if a series breaks or changes its classification between them, else that of the method.
 */
public final class Decompositions {
    public static final MethodVersion SHIFT_SHARE = new MethodVersion("structure", "shift-share", "1");
    public static final MethodVersion REGIONAL = new MethodVersion("structure", "regional-shift-share", "1");
    public static final MethodVersion LMDI = new MethodVersion("structure", "lmdi-additive", "1");

    private static final String VALUE_ADDED = "value_added";
    private static final String EMPLOYMENT = "employment";
    private static final List<String> QUANTITIES = List.of("energy", "co2");

    private final Divisions divisions;
    private final HashMap<String, String> parents;

    public Decompositions(Divisions divisions, Collection<Area> areas) {
        this.divisions = divisions;
        parents = References.parents(areas);
    }

    /** The rows of {@code productivity_decomposition}: value added per person employed, by {@link ShiftShare}. */
    public Dataset<Row> productivity(Dataset<Row> industryMeasures) {
        List<Ratio> ratios = valueAdded()
                .map(output -> new Ratio(VALUE_ADDED, output, Series.current(EMPLOYMENT), output.priceBasis()))
                .toList();
        return rows(industryMeasures, new ShiftShare(), ratios)
                .withColumn("unit", concat(col("unit"), lit(" per person")))
                .withColumn("method_version", lit(SHIFT_SHARE.toString()));
    }

    /** The rows of {@code intensity_decomposition}: energy and CO2 by the activity of value added, by {@link LogMeanDivisia}. */
    public Dataset<Row> intensity(Dataset<Row> industryMeasures) {
        List<Ratio> ratios = QUANTITIES.stream()
                .flatMap(quantity -> valueAdded()
                        .map(activity ->
                                new Ratio(quantity, Series.current(quantity), activity, activity.priceBasis())))
                .toList();
        return rows(industryMeasures, new LogMeanDivisia(), ratios).withColumn("method_version", lit(LMDI.toString()));
    }

    /**
     * The rows of {@code regional_decomposition}: value added and employment of an area beside the area that it is part of, or beside
     * all areas of the dataset, by {@link RegionalShiftShare}.
     */
    public Dataset<Row> regional(Dataset<Row> industryMeasures) {
        Dataset<Row> years = AreaPanels.years(industryMeasures, List.of(VALUE_ADDED, EMPLOYMENT));
        Dataset<Row> pairs = AreaPanels.together(years, References.KEY)
                .mapPartitions(new RegionalSplits(divisions, parents), Encoders.row(PairRows.SCHEMA));
        return effects(pairs, new RegionalShiftShare())
                .withColumnRenamed("quantity", "measure")
                .withColumn("method_version", lit(REGIONAL.toString()));
    }

    private static Stream<Series> valueAdded() {
        return Stream.of(Series.current(VALUE_ADDED), Series.constant(VALUE_ADDED));
    }

    private Dataset<Row> rows(Dataset<Row> industryMeasures, Decomposition method, List<Ratio> ratios) {
        List<String> measures = ratios.stream()
                .flatMap(ratio -> Stream.of(ratio.numerator(), ratio.denominator()))
                .map(Series::measure)
                .distinct()
                .toList();
        Dataset<Row> pairs = AreaPanels.byArea(AreaPanels.years(industryMeasures, measures))
                .mapPartitions(new AreaSplits(divisions, method, ratios), Encoders.row(PairRows.SCHEMA));
        return effects(pairs, method);
    }

    /** A row for each effect in rows of {@link PairRows#SCHEMA}. */
    private static Dataset<Row> effects(Dataset<Row> pairs, Decomposition method) {
        return pairs.select(col("*"), posexplode(col("effects")).as(new String[] {"place", "value"}))
                .withColumn("industry", industry(method.effects().size()))
                .withColumn("effect", effect(method.effects()))
                .drop("groups", "effects", "place");
    }

    private static Column industry(int effects) {
        Column group = col("place").minus(1).divide(effects).cast("int");
        return when(col("place").equalTo(0), lit(IndustryScheme.WHOLE))
                .otherwise(col("groups").getItem(group));
    }

    private static Column effect(List<String> effects) {
        Column names = array(effects.stream().map(effect -> lit(effect)).toArray(Column[]::new));
        return when(col("place").equalTo(0), lit("total"))
                .otherwise(names.getItem(col("place").minus(1).mod(effects.size())));
    }
}
