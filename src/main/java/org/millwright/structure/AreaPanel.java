package org.millwright.structure;

import static org.millwright.contract.IndustryScheme.WHOLE;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.millwright.model.Reason;

/** The figures of one area of a dataset, in all its years. */
final class AreaPanel {
    private final Divisions divisions;
    private final String dataset;
    private final String area;
    private final Map<Series, NavigableMap<String, YearFigures>> figures = new TreeMap<>();
    private final Map<Series, String> units = new TreeMap<>();

    AreaPanel(Divisions divisions, String dataset, String area) {
        this.divisions = divisions;
        this.dataset = dataset;
        this.area = area;
    }

    /** Adds a row of {@code industry_measures}. */
    void add(Row figure) {
        Series series = Series.of(figure);
        units.putIfAbsent(series, figure.getAs("unit"));
        figures.computeIfAbsent(series, unknown -> new TreeMap<>())
                .computeIfAbsent(figure.getAs("period"), period -> YearFigures.none(divisions.size()))
                .add(divisions.place(figure.getAs("industry")), figure);
    }

    String dataset() {
        return dataset;
    }

    String area() {
        return area;
    }

    /** What the area has rows of. */
    List<Series> series() {
        return List.copyOf(figures.keySet());
    }

    /** The unit of a series that the area has: a measure has one unit in all industries and years of an area. */
    String unit(Series series) {
        return units.get(series);
    }

    /** The years that the area has a row of in one of some series, ascending. */
    List<String> years(Collection<Series> ofSeries) {
        return ofSeries.stream()
                .filter(figures::containsKey)
                .flatMap(series -> figures.get(series).keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The figures of a year; none at all where the area has no row of it. */
    YearFigures of(Series series, String year) {
        NavigableMap<String, YearFigures> years = figures.get(series);
        return years != null && years.containsKey(year) ? years.get(year) : YearFigures.none(divisions.size());
    }

    /**
     * The figures of some measures, by the finest industries that have them all, in every year that has a row of one of them;
     * empty if the area has no row of a measure.
     */
    Optional<GroupPanel> groups(Series... measures) {
        if (!figures.keySet().containsAll(List.of(measures))) {
            return Optional.empty();
        }
        List<String> years = years(List.of(measures));
        YearFigures[][] table = Stream.of(measures)
                .map(series -> years.stream().map(year -> of(series, year)).toArray(YearFigures[]::new))
                .toArray(YearFigures[][]::new);
        int[] groups = divisions.groups(
                dataset,
                industry -> IntStream.range(0, years.size())
                        .anyMatch(year -> Stream.of(table).allMatch(ofYears -> ofYears[year].has(industry))));
        return Optional.of(panel(groups.length == 0 ? new int[] {divisions.place(WHOLE)} : groups, years, table));
    }

    /** The figures of a measure by given groups, in every year that has a row of it. */
    GroupPanel by(int[] groups, Series series) {
        List<String> years = years(List.of(series));
        YearFigures[] figuresOfYears =
                years.stream().map(year -> of(series, year)).toArray(YearFigures[]::new);
        return panel(groups, years, new YearFigures[][] {figuresOfYears});
    }

    private GroupPanel panel(int[] groups, List<String> years, YearFigures[][] table) {
        double[][][] values = Stream.of(table)
                .map(ofYears -> Stream.of(ofYears).map(year -> year.of(groups)).toArray(double[][]::new))
                .toArray(double[][][]::new);
        Reason[] gaps = IntStream.range(0, years.size())
                .mapToObj(year -> Stream.of(table)
                        .map(ofYears -> gap(ofYears[year], groups))
                        .filter(gap -> gap != null)
                        .max(Reason::compareTo)
                        .orElse(null))
                .toArray(Reason[]::new);
        return new GroupPanel(
                IntStream.of(groups).mapToObj(divisions::industry).toList(),
                groups,
                years,
                values,
                gaps,
                Stretches.of(table, groups));
    }

    /** Where manufacturing is one group, the industries that would divide it are missing, and any of them may be withheld. */
    private Reason gap(YearFigures year, int[] groups) {
        boolean divided = groups.length > 1;
        if (divided && year.hasAll(groups)) {
            return null;
        }
        IntStream needed = divided ? IntStream.of(groups) : IntStream.range(0, divisions.size());
        return year.gap(needed);
    }
}
