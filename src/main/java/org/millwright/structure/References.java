package org.millwright.structure;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.millwright.contract.Area;
import org.millwright.model.Reason;
import org.millwright.rows.Runs;
import org.millwright.stat.structure.Distribution;

/**
 * The areas of a dataset that have a series, and with what each of them is compared.
 *
 * <p>A region is compared with the area that it is part of. Areas whose parent has no figure here, such as countries, are
 * compared with all of their kind together: the sum over those that have a figure of every group in the year. One such area alone
 * is compared with nothing.
 */
final class References {
    /** Rows of one key make the references of one series. */
    static final String[] KEY = {"dataset", "measure", "price_basis"};

    /** The reference of areas that are compared with the sum of all of them. */
    static final String ALL = "all";

    private static final int FEWEST = 2;

    private final Divisions divisions;
    private final Map<String, String> parents;
    private final Series series;
    private final Map<String, AreaPanel> areas = new TreeMap<>();
    private final Map<List<Integer>, Map<String, Distribution>> sums = new HashMap<>();
    private final Map<List<Object>, ReferenceYears> years = new HashMap<>();

    /** Of every area that is part of another one the other. */
    static HashMap<String, String> parents(Collection<Area> areas) {
        HashMap<String, String> parents = new HashMap<>();
        areas.stream()
                .filter(area -> !area.parent().isEmpty())
                .forEach(area -> parents.put(area.code(), area.parent()));
        return parents;
    }

    /** @param parents of an area the one that it is part of */
    References(Divisions divisions, Map<String, String> parents, Series series) {
        this.divisions = divisions;
        this.parents = parents;
        this.series = series;
    }

    /** The references of each key in turn, of rows of which those of one key stand together. */
    static Stream<References> of(Divisions divisions, Map<String, String> parents, Iterator<Row> figures) {
        return new Runs<References>(
                        figures,
                        Runs.by(KEY),
                        first -> new References(divisions, parents, Series.of(first)),
                        References::add)
                .stream();
    }

    /** Adds a row of the series. */
    void add(Row figure) {
        String area = figure.getAs("area");
        areas.computeIfAbsent(area, unknown -> new AreaPanel(divisions, figure.getAs("dataset"), area))
                .add(figure);
    }

    Series series() {
        return series;
    }

    Collection<AreaPanel> areas() {
        return areas.values();
    }

    /** What an area is compared with: its parent, or {@link #ALL}; empty for nothing. */
    Optional<String> of(AreaPanel area) {
        String parent = parents.get(area.area());
        if (parent != null && areas.containsKey(parent)) {
            return Optional.of(parent);
        }
        return tops().size() < FEWEST ? Optional.empty() : Optional.of(ALL);
    }

    private List<AreaPanel> tops() {
        return areas.values().stream()
                .filter(area -> !areas.containsKey(parents.getOrDefault(area.area(), "")))
                .toList();
    }

    /** How the series of a reference is distributed over the groups of the area that is compared with it. */
    Distribution distribution(String reference, GroupPanel groups, String year) {
        return reference.equals(ALL)
                ? sums.computeIfAbsent(places(groups), unknown -> new HashMap<>())
                        .computeIfAbsent(year, unknown -> sum(groups.places(), year))
                : ofParent(areas.get(reference).of(series, year), groups.places());
    }

    /** The figures of a reference in each two years, by the groups of the area that is compared with it. */
    ReferenceYears years(String reference, GroupPanel groups) {
        return years.computeIfAbsent(
                List.of(reference, places(groups)),
                unknown -> reference.equals(ALL)
                        ? years(tops(), groups, FEWEST)
                        : years(List.of(areas.get(reference)), groups, 1));
    }

    private ReferenceYears years(List<AreaPanel> members, GroupPanel groups, int fewest) {
        List<GroupPanel> panels =
                members.stream().map(area -> area.by(groups.places(), series)).toList();
        return new ReferenceYears(panels, fewest);
    }

    private static List<Integer> places(GroupPanel groups) {
        return Arrays.stream(groups.places()).boxed().toList();
    }

    private static Distribution ofParent(YearFigures figures, int[] groups) {
        if (figures.hasAll(groups)) {
            return Distribution.of(figures.of(groups));
        }
        return Distribution.undefined(figures.gap(Arrays.stream(groups)));
    }

    private Distribution sum(int[] groups, String year) {
        List<double[]> complete = tops().stream()
                .map(area -> area.of(series, year))
                .filter(figures -> figures.hasAll(groups))
                .map(figures -> figures.of(groups))
                .toList();
        double[] sum = new double[groups.length];
        complete.forEach(figures -> Arrays.setAll(sum, group -> sum[group] + figures[group]));
        return complete.size() < FEWEST ? Distribution.undefined(Reason.MISSING) : Distribution.of(sum);
    }
}
