package org.millwright.structure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.millwright.contract.IndustryScheme;
import org.millwright.model.MethodVersion;
import org.millwright.stat.decomposition.Decomposition;
import org.millwright.stat.decomposition.LogMeanDivisia;
import org.millwright.stat.decomposition.ShiftShare;

/**
 * What made productivity, energy use and emissions of an area change between each of its years and every earlier one.
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
    public static final MethodVersion LMDI = new MethodVersion("structure", "lmdi-additive", "1");

    private static final String VALUE_ADDED = "value_added";
    private static final String EMPLOYMENT = "employment";
    private static final List<String> QUANTITIES = List.of("energy", "co2");

    private final Divisions divisions;

    public Decompositions(Divisions divisions) {
        this.divisions = divisions;
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

    private static Stream<Series> valueAdded() {
        return Stream.of(Series.current(VALUE_ADDED), Series.constant(VALUE_ADDED));
    }

    private Dataset<Row> rows(Dataset<Row> industryMeasures, Decomposition method, List<Ratio> ratios) {
        List<String> measures = ratios.stream()
                .flatMap(ratio -> Stream.of(ratio.numerator(), ratio.denominator()))
                .map(Series::measure)
                .distinct()
                .toList();
        return AreaPanels.byArea(AreaPanels.years(industryMeasures, measures))
                .mapPartitions(new AreaSplits(divisions, method, ratios), Encoders.row(AreaSplits.PAIRS))
                .select(col("*"), posexplode(col("effects")).as(new String[] {"place", "value"}))
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
