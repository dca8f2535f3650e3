package org.millwright.structure;

import static org.apache.spark.sql.functions.lit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.millwright.contract.Area;
import org.millwright.contract.MeasureCode;
import org.millwright.model.MethodVersion;

/**
 * How manufacturing is distributed over its industries, how that changes, and how areas differ.
 *
 * <p>Input: {@code industry_measures}, of which only years are looked at. Output: {@code structure_statistics}, one row per
 * dataset, area, industry, period, base period, statistic, measure and price basis. The industry is {@code manufacturing} but for
 * location quotients; there is a base period, every earlier year of the area, where two years are compared.
 *
 * <p>Measures are those that the code list has statistics of structure for, in current and constant prices; Theil's index is that of
 * value added over employment. Groups are those of {@link Divisions}, for each measure, and for Theil's index for both.
 *
 * <p>Productivity against best practice is that of {@link FrontierStatistics}.
 *
 * <p>A year in which a group has no figure is null with the reason of that figure; so is an area that is not divided at all. Two years
 * with a break of a series between them, or a change of its classification, are null with {@code BREAK}. Other reasons are those of
 * {@link org.millwright.stat.structure.Distribution} and of each statistic.
 */
public final class StructureStatistics {
    public static final MethodVersion METHOD = new MethodVersion("structure", "shares", "1");

    private static final Encoder<Row> ROWS = Encoders.row(StatisticRows.SCHEMA);

    private final Divisions divisions;
    private final List<String> measures;
    private final HashMap<String, String> parents;

    public StructureStatistics(Divisions divisions, Collection<MeasureCode> measures, Collection<Area> areas) {
        this.divisions = divisions;
        this.measures = measures.stream()
                .filter(MeasureCode::structural)
                .map(MeasureCode::code)
                .toList();
        parents = References.parents(areas);
    }

    public Dataset<Row> of(Dataset<Row> industryMeasures) {
        Dataset<Row> years = AreaPanels.years(industryMeasures, measures);
        Dataset<Row> ofAreas = AreaPanels.byArea(years).mapPartitions(new AreaStatistics(divisions), ROWS);
        Dataset<Row> besideReferences = AreaPanels.together(years, References.KEY)
                .mapPartitions(new ReferenceStatistics(divisions, parents), ROWS);
        return ofAreas.unionAll(besideReferences)
                .withColumn("method_version", lit(METHOD.toString()))
                .unionAll(FrontierStatistics.of(industryMeasures, divisions));
    }
}
