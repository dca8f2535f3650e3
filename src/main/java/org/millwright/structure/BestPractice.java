package org.millwright.structure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.millwright.model.Reason;
import org.millwright.stat.decomposition.Malmquist;
import org.millwright.stat.decomposition.Production;

/**
 * Units that are compared with the best among them, year by year.
 *
 * <p>Two years are compared by the units that have all figures in both. A unit that lacks one, or has one that is not positive, is
 * null with a reason; and so is a unit that is left alone.
 */
final class BestPractice {
    private static final int FEWEST = 2;
    private static final SortedMap<String, Function<Malmquist, Double>> STATISTICS = new TreeMap<>(Map.of(
            "malmquist", Malmquist::index,
            "efficiency_change", Malmquist::efficiencyChange,
            "technical_change", Malmquist::technicalChange));

    private final Divisions divisions;
    private final List<ProductionUnit> units;
    private final String reference;
    private final List<String> years;

    /** @param reference what the units are */
    BestPractice(Divisions divisions, List<ProductionUnit> units, String reference) {
        this.divisions = divisions;
        this.units = units;
        this.reference = reference;
        years = units.stream()
                .flatMap(unit -> unit.area().years(ProductionUnit.ALL).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether any unit can be compared in any year. */
    boolean exists() {
        return units.stream()
                .anyMatch(unit -> years.stream().anyMatch(year -> unit.gap(year).isEmpty()));
    }

    /** Three rows of {@code structure_statistics} for each year but the first, and each unit. */
    Stream<Row> rows() {
        return years.stream().skip(1).flatMap(year -> rows(year, before(year)));
    }

    private static String before(String year) {
        return Integer.toString(Integer.parseInt(year) - 1);
    }

    private Stream<Row> rows(String year, String base) {
        List<Optional<Reason>> gaps =
                units.stream().map(unit -> gap(unit, base, year)).toList();
        int[] complete = IntStream.range(0, units.size())
                .filter(unit -> gaps.get(unit).isEmpty())
                .toArray();
        Malmquist[] indices = complete.length < FEWEST
                ? new Malmquist[0]
                : Malmquist.of(production(complete, base), production(complete, year));
        Map<Integer, Malmquist> ofUnit = IntStream.range(0, indices.length)
                .boxed()
                .collect(Collectors.toMap(place -> complete[place], place -> indices[place]));
        return IntStream.range(0, units.size()).boxed().flatMap(unit -> {
            Optional<Malmquist> index = Optional.ofNullable(ofUnit.get(unit));
            Reason reason = index.isPresent() ? null : gaps.get(unit).orElse(Reason.MISSING);
            return STATISTICS.entrySet().stream().map(statistic -> {
                double value = index.map(statistic.getValue()).orElse(Double.NaN);
                return row(units.get(unit), statistic.getKey(), year, base, new Outcome(value, reason));
            });
        });
    }

    private static Optional<Reason> gap(ProductionUnit unit, String base, String year) {
        return Stream.concat(unit.gap(base).stream(), unit.gap(year).stream()).max(Reason::compareTo);
    }

    private Production production(int[] complete, String year) {
        return new Production(
                IntStream.of(complete)
                        .mapToObj(unit -> units.get(unit).output(year))
                        .toArray(double[][]::new),
                IntStream.of(complete)
                        .mapToObj(unit -> units.get(unit).inputs(year))
                        .toArray(double[][]::new));
    }

    private Row row(ProductionUnit unit, String statistic, String year, String base, Outcome outcome) {
        return new StatisticRows(
                        unit.area().dataset(), unit.area().area(), ProductionUnit.OUTPUT, units.size(), reference)
                .row(statistic, divisions.industry(unit.industry()), year, base, outcome);
    }
}
