package org.millwright.harmonise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.millwright.contract.MeasureCode;
import org.millwright.contract.MeasureCode.OverTime;
import org.millwright.model.Frequency;
import org.millwright.model.PriceBasis;
import org.millwright.model.Reason;
import org.millwright.rows.Runs;

/**
 * The way through time: brings all periods and sources of a series (dataset, area, industry, measure, price basis) together
 * and turns them into the figures of its months, quarters and years.
 *
 * <p>Input: one row for each source, frequency and period of a series, all of one area in one partition and sorted by series;
 * memory holds one series. Output: {@code industry_measures}, with columns for the rules of {@link PeriodRules}.
 */
final class SeriesPass implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    /** Places of the columns of a row before the pass. */
    private static final List<String> BEFORE = List.of(
            "dataset",
            "area",
            "industry",
            "measure",
            "price_basis",
            "unit",
            "source",
            "frequency",
            "period",
            "value",
            "status",
            "coverage",
            "confidential",
            "is_total");

    private static final int SERIES = 6;

    private static final StructType AFTER = StructType.fromDDL("dataset STRING, area STRING, industry STRING,"
            + " measure STRING, price_basis STRING, unit STRING, period STRING, value DOUBLE, reason STRING, months INT,"
            + " twelve_months DOUBLE, obs_status STRING, conf_status STRING, coverage DOUBLE, classification STRING,"
            + " series_break BOOLEAN, source STRING, origin STRING, complete BOOLEAN, figures INT, rival DOUBLE,"
            + " rival_source STRING");

    private final HashMap<String, OverTime> overTime = new HashMap<>();
    private final HashMap<String, String> classifications;

    private SeriesPass(Collection<MeasureCode> measures, Map<String, String> classifications) {
        measures.forEach(measure -> overTime.put(measure.code(), measure.overTime()));
        this.classifications = new HashMap<>(classifications);
    }

    /**
     * The figures of all periods.
     *
     * @param classifications classification of the activity codes of each source
     */
    static Dataset<Row> through(
            Dataset<Row> figures, Collection<MeasureCode> measures, Map<String, String> classifications) {
        String first = BEFORE.get(0);
        String[] others = BEFORE.subList(1, BEFORE.size()).toArray(String[]::new);
        String[] series = BEFORE.subList(1, SERIES).toArray(String[]::new);
        return figures.select(first, others)
                .sortWithinPartitions(first, series)
                .mapPartitions(new SeriesPass(measures, classifications), Encoders.row(AFTER));
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        BiPredicate<Row, Row> sameSeries = Runs.by(BEFORE.subList(0, SERIES).toArray(String[]::new));
        return Runs.of(rows, sameSeries).flatMap(this::figures).iterator();
    }

    /** The rows of one series after the pass. */
    private Stream<Row> figures(List<Row> series) {
        List<SourceSeries> sources = new ArrayList<>();
        for (Row row : series) {
            source(sources, row.getString(6), row.getString(7)).add(row.getString(8), figure(row));
        }
        Row first = series.get(0);
        return SeriesFigure.of(sources, overTime(first)).stream().map(figure -> row(first, figure));
    }

    /** Growth as it was published is of its own months alone: neither differences nor sums of it mean anything. */
    private OverTime overTime(Row series) {
        boolean isGrowth = series.getString(4).equals(PriceBasis.COMPARABLE.code());
        return isGrowth ? OverTime.NONE : overTime.getOrDefault(series.getString(3), OverTime.NONE);
    }

    /** The series of a source and frequency among those of a series: it seldom has more than one. */
    private static SourceSeries source(List<SourceSeries> sources, String id, String frequency) {
        for (SourceSeries source : sources) {
            if (source.source().equals(id) && source.frequency().code().equals(frequency)) {
                return source;
            }
        }
        SourceSeries added = SourceSeries.of(id, frequency(frequency));
        sources.add(added);
        return added;
    }

    private static Frequency frequency(String code) {
        return Stream.of(Frequency.values())
                .filter(frequency -> frequency.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no frequency '" + code + "'"));
    }

    private static Figure figure(Row row) {
        return Figure.observed(
                row.isNullAt(9) ? Double.NaN : row.getDouble(9),
                row.getInt(10),
                row.getDouble(11),
                row.getInt(12) == 1,
                row.getBoolean(13));
    }

    private Row row(Row series, SeriesFigure told) {
        PeriodFigure best = told.best();
        Figure figure = best.figure();
        return RowFactory.create(
                series.get(0),
                series.get(1),
                series.get(2),
                series.get(3),
                series.get(4),
                series.get(5),
                best.period(),
                known(figure.value()),
                figure.reason().map(Reason::name).orElse(null),
                best.months(),
                known(told.twelveMonths()),
                figure.obsStatus(),
                figure.confStatus(),
                figure.coverage(),
                classifications.get(best.source()),
                figure.hasBreak(),
                best.source(),
                best.origin().name(),
                best.complete(),
                told.sources(),
                told.rival().map(rival -> rival.figure().value()).orElse(null),
                told.rival().map(PeriodFigure::source).orElse(null));
    }

    private static Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
