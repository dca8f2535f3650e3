package org.millwright.structure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millwright.model.Reason;

/** What the areas of a reference have of some groups in each two years: the sum over those whose two years compare. */
final class ReferenceYears {
    private final List<GroupPanel> areas;
    private final int fewest;
    private final Map<List<String>, Two> known = new HashMap<>();

    /**
     * @param areas their figures of the groups
     * @param fewest how many of them must have both years
     */
    ReferenceYears(List<GroupPanel> areas, int fewest) {
        this.areas = areas;
        this.fewest = fewest;
    }

    /**
     * The figures of the same areas in two years, by group.
     *
     * @param gap why there are none; empty if there are
     */
    record Two(double[] base, double[] year, Optional<Reason> gap) {
        private static Two none(Reason gap) {
            return new Two(new double[0], new double[0], Optional.of(gap));
        }

        private Two plus(Two other) {
            return new Two(sum(base, other.base), sum(year, other.year), Optional.empty());
        }

        private static double[] sum(double[] one, double[] other) {
            double[] sum = new double[one.length];
            Arrays.setAll(sum, group -> one[group] + other[group]);
            return sum;
        }
    }

    Two between(String base, String year) {
        return known.computeIfAbsent(List.of(base, year), unknown -> sum(base, year));
    }

    private Two sum(String base, String year) {
        List<Two> each = areas.stream().map(area -> of(area, base, year)).toList();
        List<Two> comparable = each.stream().filter(two -> two.gap().isEmpty()).toList();
        if (comparable.size() >= fewest) {
            return comparable.stream().reduce(Two::plus).orElseThrow();
        }
        return each.size() == 1 ? each.get(0) : Two.none(Reason.MISSING);
    }

    private static Two of(GroupPanel area, String base, String year) {
        int from = area.years().indexOf(base);
        int to = area.years().indexOf(year);
        if (from < 0 || to < 0) {
            return Two.none(Reason.MISSING);
        }
        return area.gap(from, to)
                .map(Two::none)
                .orElseGet(() -> new Two(area.of(0, from), area.of(0, to), Optional.empty()));
    }
}
