package org.millwright.measure;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.millwright.contract.DatasetContents;
import org.millwright.contract.Formula;
import org.millwright.contract.Formula.Elsewhere;
import org.millwright.contract.Formula.Leaf;
import org.millwright.contract.Formula.Reference;
import org.millwright.contract.Indicator;
import org.millwright.contract.IndustryScheme;
import org.millwright.model.ObsStatus;
import org.millwright.model.Reason;

/**
 * Indicators from the figures of industries.
 *
 * <p>Input: {@code industry_measures}. Output: one row per dataset, area, industry, year and indicator, with value, unit
 * and, where the value is null, the reason. An indicator is computed for the datasets whose sources know all of its
 * measures; there every industry and period has a row.
 *
 * <p>Ratios are ratios of the industry's sums, never means of ratios. A denominator must be positive, else the value is
 * null with {@link Reason#DENOMINATOR}.
 */
public final class IndicatorValues {
    private static final int YEAR_DIGITS = 4;

    private final Collection<Indicator> indicators;
    private final Map<String, DatasetContents> datasets;

    public IndicatorValues(Collection<Indicator> indicators, Map<String, DatasetContents> datasets) {
        this.indicators = indicators;
        this.datasets = datasets;
    }

    public Dataset<Row> of(Dataset<Row> industryMeasures) {
        Dataset<Row> wide = pivot(industryMeasures);
        Dataset<Row> withElsewhere = wide.select(elsewhere());
        Column[] values = indicators.stream().map(this::value).toArray(Column[]::new);
        Column rows = array(values);
        return withElsewhere
                .select(col("dataset"), col("area"), col("industry"), col("period"), inline(rows))
                .filter(col("indicator").isNotNull());
    }

    /** One row per unit; a column for each measure and price basis, and one that is 1 where the figure is withheld. */
    private Dataset<Row> pivot(Dataset<Row> industryMeasures) {
        List<Column> columns = new ArrayList<>();
        for (Reference measure : references()) {
            Column same = col("measure")
                    .equalTo(measure.name())
                    .and(col("price_basis").equalTo(measure.constantPrices() ? "constant" : "current"));
            Column withheld = same.and(col("obs_status").equalTo(ObsStatus.Q.name()));
            columns.add(max(when(same, col("value"))).as(name(measure)));
            columns.add(max(when(withheld, lit(1))).as(withheld(measure)));
        }
        return industryMeasures
                .filter(length(col("period")).equalTo(YEAR_DIGITS))
                .groupBy("dataset", "area", "industry", "period")
                .agg(columns.get(0), columns.subList(1, columns.size()).toArray(Column[]::new));
    }

    private Set<Reference> references() {
        Set<Reference> references = new LinkedHashSet<>();
        indicators.forEach(indicator -> indicator.formula().leaves().forEach(leaf -> references.add(figure(leaf))));
        return references;
    }

    private static Reference figure(Leaf leaf) {
        return leaf instanceof Elsewhere elsewhere ? elsewhere.figure() : (Reference) leaf;
    }

    private static String name(Reference measure) {
        return measure.name() + (measure.constantPrices() ? "__constant" : "");
    }

    private static String withheld(Reference measure) {
        return name(measure) + "__withheld";
    }

    private static String name(Elsewhere elsewhere) {
        return elsewhere.place() + "__" + elsewhere.period() + "__" + name(elsewhere.figure());
    }

    /** All columns of a unit, and the figures that stand in another row: of another period, or of the whole. */
    private Column[] elsewhere() {
        Set<Elsewhere> places = new LinkedHashSet<>();
        indicators.forEach(indicator -> indicator.formula().leaves().forEach(leaf -> {
            if (leaf instanceof Elsewhere elsewhere) {
                places.add(elsewhere);
            }
        }));
        return Stream.concat(
                        Stream.of(col("*")),
                        places.stream().map(place -> column(place).as(name(place))))
                .toArray(Column[]::new);
    }

    private static Column column(Elsewhere elsewhere) {
        WindowSpec unit = Window.partitionBy("dataset", "area", "industry");
        Column figure = col(name(elsewhere.figure()));
        return switch (elsewhere.place()) {
            case AT ->
                max(when(col("period").equalTo(elsewhere.period()), figure)).over(unit);
            case TOTAL ->
                max(when(col("industry").equalTo(IndustryScheme.WHOLE), figure))
                        .over(Window.partitionBy("dataset", "area", "period"));
            case PREVIOUS -> {
                WindowSpec byPeriod = unit.orderBy("period");
                Column isYearBefore = lag("period", 1)
                        .over(byPeriod)
                        .cast("int")
                        .plus(1)
                        .equalTo(col("period").cast("int"));
                yield when(isYearBefore, lag(figure, 1).over(byPeriod));
            }
        };
    }

    /** The row of one indicator as a struct, without the indicator's id where the dataset does not know its measures. */
    private Column value(Indicator indicator) {
        Formula formula = indicator.formula();
        Column value = formula.toColumn(IndicatorValues::column);
        Column unit = lit(null);
        for (Map.Entry<String, DatasetContents> dataset : datasets.entrySet()) {
            DatasetContents contents = dataset.getValue();
            if (formula.leaves().allMatch(leaf -> contents.figures().contains(figure(leaf)))) {
                String named = indicator.unit().replace(Indicator.CURRENCY, contents.currency());
                unit = when(col("dataset").equalTo(dataset.getKey()), lit(named))
                        .otherwise(unit);
            }
        }
        return struct(
                when(unit.isNotNull(), lit(indicator.id())).as("indicator"),
                value.as("value"),
                unit.cast("string").as("unit"),
                when(value.isNull(), reason(formula)).as("reason"),
                lit(indicator.version()).as("indicator_version"));
    }

    private static Column column(Leaf leaf) {
        return leaf instanceof Elsewhere elsewhere ? col(name(elsewhere)) : col(name((Reference) leaf));
    }

    private static Column reason(Formula formula) {
        List<Leaf> leaves = formula.leaves().toList();
        Column suppressed = lit(false);
        Column missing = lit(false);
        for (Leaf leaf : leaves) {
            suppressed = suppressed.or(col(withheld(figure(leaf))).isNotNull());
            missing = missing.or(column(leaf).isNull());
        }
        return when(missing.and(suppressed), Reason.SUPPRESSED.name())
                .when(missing, Reason.MISSING.name())
                .otherwise(Reason.DENOMINATOR.name());
    }
}
