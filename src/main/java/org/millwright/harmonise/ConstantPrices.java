package org.millwright.harmonise;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.millwright.contract.Deflation;
import org.millwright.contract.SourceContract;
import org.millwright.contract.TableRule;
import org.millwright.model.MethodVersion;
import org.millwright.model.PriceBasis;
import org.millwright.model.Reason;

/**
 * Figures of activities at current prices, and beside them the same at the prices of the base year.
 *
 * <p>Input: one figure per dataset, source, area, activity, period, measure and price basis, with value, status bits and
 * confidentiality. Output: the same rows, and for every year of a measure under {@code prices} of its source's contract one
 * with the price basis {@code constant}. Where the dataset itself has the measure of an activity at constant prices nothing is
 * derived.
 *
 * <p>This stands before activities are summed, so that the constant prices of an industry are sums at the weights of the
 * base year: they add up.
 */
public final class ConstantPrices {
    public static final MethodVersion METHOD = new MethodVersion("harmonise", "constant-prices", "1");

    /** Nothing is derived. */
    static final ConstantPrices NONE = new ConstantPrices(List.of(), 0);

    private static final int YEAR_DIGITS = 4;
    private static final Column[] ACTIVITY = columns("dataset", "area", "activity");

    private final Map<String, List<Deflation>> bySource;
    private final Object[] datasets;
    private final Object[] measures;
    private final int baseYear;

    /** @param baseYear the year in whose prices the figures stand */
    public ConstantPrices(Collection<SourceContract> contracts, int baseYear) {
        List<SourceContract> declaring = contracts.stream()
                .filter(contract -> !contract.prices().isEmpty())
                .toList();
        this.bySource = declaring.stream().collect(Collectors.toMap(SourceContract::id, SourceContract::prices));
        this.datasets =
                declaring.stream().map(SourceContract::dataset).distinct().toArray();
        this.measures = bySource.values().stream()
                .flatMap(List::stream)
                .flatMap(deflation -> Stream.concat(Stream.of(deflation.measure()), deflation.indices().stream()))
                .distinct()
                .toArray();
        this.baseYear = baseYear;
    }

    Dataset<Row> addedTo(Dataset<Row> activities) {
        if (bySource.isEmpty()) {
            return activities;
        }
        Dataset<Row> derived = activities
                .filter(col("dataset")
                        .isin(datasets)
                        .and(col("measure").isin(measures))
                        .and(col("price_basis").notEqual(PriceBasis.COMPARABLE.code()))
                        .and(length(col("period")).equalTo(YEAR_DIGITS)))
                .repartition(ACTIVITY)
                .sortWithinPartitions(columns("dataset", "area", "activity", "source", "measure", "period"))
                .mapPartitions(
                        new Deflating(bySource, baseYear, activities.schema()), Encoders.row(activities.schema()));
        return activities.union(derived);
    }

    /** Which figures of industries are derived, by their columns {@code source}, {@code measure} and {@code price_basis}. */
    private Column derived() {
        return bySource.entrySet().stream()
                .map(source -> col("source")
                        .equalTo(source.getKey())
                        .and(col("measure")
                                .isin(source.getValue().stream()
                                        .map(Deflation::measure)
                                        .toArray())))
                .reduce(lit(false), Column::or)
                .and(col("price_basis").equalTo(PriceBasis.CONSTANT.code()));
    }

    /** What made a figure of an industry: the version of the method, and of derived figures also that of this one and the year. */
    public Column methodVersion(String ofAll) {
        return when(derived(), lit(ofAll + "+" + METHOD + "+" + baseYear)).otherwise(lit(ofAll));
    }

    /** What must hold in the figures that are derived: their reasons, counted. It warns. */
    public List<TableRule> rules() {
        return List.of(rule("deflator-complete", Reason.DEFLATOR), rule("base-year-in-data", Reason.BASE_YEAR));
    }

    private TableRule rule(String id, Reason reason) {
        Column failed = coalesce(col("reason").equalTo(reason.name()), lit(false));
        return TableRule.counting(
                id, derived(), failed, concat_ws(" ", col("area"), col("industry"), col("measure"), col("period")));
    }

    private static Column[] columns(String... names) {
        return Stream.of(names).map(functions::col).toArray(Column[]::new);
    }
}
