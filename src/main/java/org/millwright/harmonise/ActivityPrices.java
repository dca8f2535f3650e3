package org.millwright.harmonise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.millwright.contract.Deflation;
import org.millwright.model.PriceBasis;
import org.millwright.stat.price.PriceMethod;
import org.millwright.stat.price.RealSeries;

/** The annual figures of one activity of an area in one dataset, and what they are at the prices of a base year. */
final class ActivityPrices {
    private static final String CURRENT = PriceBasis.CURRENT.code();
    private static final String CONSTANT = PriceBasis.CONSTANT.code();

    private final StructType schema;
    private final int baseYear;
    private final Map<Key, TreeMap<Integer, Row>> series = new TreeMap<>();

    /** A series is what one source says of a measure. */
    private record Key(String measure, String basis, String source) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::measure)
                    .thenComparing(Key::basis)
                    .thenComparing(Key::source)
                    .compare(this, other);
        }
    }

    ActivityPrices(Collection<Row> figures, StructType schema, int baseYear) {
        this.schema = schema;
        this.baseYear = baseYear;
        figures.forEach(row -> series.computeIfAbsent(
                        new Key(text(row, "measure"), text(row, "price_basis"), text(row, "source")),
                        key -> new TreeMap<>())
                .put(Integer.valueOf(text(row, "period")), row));
    }

    private String text(Row row, String column) {
        return row.getString(schema.fieldIndex(column));
    }

    /** A row for every year of every nominal series that its source deflates. */
    List<Row> real(Map<String, List<Deflation>> bySource) {
        List<Row> rows = new ArrayList<>();
        series.forEach((key, nominal) -> bySource.getOrDefault(key.source(), List.of()).stream()
                .filter(deflation -> deflation.measure().equals(key.measure()))
                .filter(deflation -> series.keySet().stream().noneMatch(other -> isPublished(deflation, other)))
                .forEach(deflation -> rows.addAll(real(deflation, key.source(), nominal))));
        return rows;
    }

    private static boolean isPublished(Deflation deflation, Key key) {
        return key.measure().equals(deflation.measure()) && key.basis().equals(CONSTANT);
    }

    private List<Row> real(Deflation deflation, String source, TreeMap<Integer, Row> nominal) {
        TreeMap<Integer, Row> figures = ofDataset(deflation.measure(), source);
        List<TreeMap<Integer, Row>> indices = deflation.indices().stream()
                .map(index -> ofDataset(index, source))
                .toList();
        int[] years = years(figures, indices);
        RealSeries real = RealSeries.of(
                deflation.method(),
                values(figures, years),
                indices.stream().map(index -> values(index, years)).toList(),
                baseYear - years[0]);
        return nominal.entrySet().stream()
                .map(year -> {
                    int t = year.getKey() - years[0];
                    Stream<Row> index = real.restsOn(t)
                            .mapToObj(at -> indices.stream().map(segment -> segment.get(years[at])))
                            .flatMap(rows -> rows);
                    boolean fromBase = deflation.method() == PriceMethod.VOLUME;
                    Stream<Row> base = fromBase ? Stream.of(figures.get(baseYear)) : Stream.of();
                    return row(
                            year.getValue(),
                            real,
                            t,
                            Stream.concat(index, base).filter(Objects::nonNull).toList());
                })
                .toList();
    }

    /** Per year the figure of the source, or of another one of the dataset where the source has none. */
    private TreeMap<Integer, Row> ofDataset(String measure, String source) {
        TreeMap<Integer, Row> figures =
                new TreeMap<>(series.getOrDefault(new Key(measure, CURRENT, source), new TreeMap<>()));
        series.forEach((key, others) -> {
            if (key.measure().equals(measure) && key.basis().equals(CURRENT)) {
                others.forEach((year, row) -> figures.merge(year, row, (one, other) -> hasValue(one) ? one : other));
            }
        });
        return figures;
    }

    private boolean hasValue(Row row) {
        return !row.isNullAt(schema.fieldIndex("value"));
    }

    /** All years from the first to the last that play a part. */
    private int[] years(TreeMap<Integer, Row> figures, List<TreeMap<Integer, Row>> indices) {
        List<Integer> known = new ArrayList<>(figures.keySet());
        indices.forEach(index -> known.addAll(index.keySet()));
        known.add(baseYear);
        return IntStream.rangeClosed(Collections.min(known), Collections.max(known))
                .toArray();
    }

    private double[] values(TreeMap<Integer, Row> rows, int[] years) {
        return IntStream.of(years)
                .mapToObj(rows::get)
                .mapToDouble(
                        row -> row == null || !hasValue(row) ? Double.NaN : row.getDouble(schema.fieldIndex("value")))
                .toArray();
    }

    /** The row of a year at constant prices, from that at current prices; it has the statuses of all that it rests on. */
    private Row row(Row nominal, RealSeries real, int t, List<Row> inputs) {
        Object[] cells =
                IntStream.range(0, schema.size()).mapToObj(nominal::get).toArray();
        int status = real.reason(t).map(StatusBits::ofReason).orElse(0);
        int confidential = 0;
        for (Row input : Stream.concat(Stream.of(nominal), inputs.stream()).toList()) {
            status |= number(input, "status");
            confidential |= number(input, "confidential");
        }
        double value = real.values()[t];
        cells[schema.fieldIndex("price_basis")] = CONSTANT;
        cells[schema.fieldIndex("value")] = Double.isFinite(value) ? value : null;
        cells[schema.fieldIndex("status")] = status;
        cells[schema.fieldIndex("confidential")] = confidential;
        return RowFactory.create(cells);
    }

    private int number(Row row, String column) {
        int at = schema.fieldIndex(column);
        return row.isNullAt(at) ? 0 : row.getInt(at);
    }
}
