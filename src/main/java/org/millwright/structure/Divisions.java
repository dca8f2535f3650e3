package org.millwright.structure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.millwright.contract.Industry;
import org.millwright.contract.IndustryScheme;

/**
 * How the industries of a scheme divide manufacturing into groups: the finest ones that an area has figures of.
 *
 * <p>An industry is divided into its children where two things hold. Nothing belongs to it that belongs to none of its
 * children: castings of steel and of other metals together are part of metallurgy alone, so that its children do not
 * make it. And every child either has a figure in some year or can itself be divided.
 *
 * <p>So groups never overlap and leave nothing out. They are the same in all years of an area, so that years compare.
 */
public final class Divisions implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<String> industries = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Integer, List<Integer>> children = new HashMap<>();
    private final Map<String, Set<String>> undivided;

    /** @param undivided of each dataset the industries that hold something which none of their children holds */
    public Divisions(IndustryScheme scheme, Map<String, Set<String>> undivided) {
        this.undivided = new HashMap<>(undivided);
        scheme.industries().forEach(industry -> {
            places.put(industry.code(), industries.size());
            industries.add(industry.code());
        });
        for (Industry industry : scheme.industries()) {
            if (!industry.code().equals(IndustryScheme.WHOLE)) {
                children.computeIfAbsent(places.get(industry.parent()), parent -> new ArrayList<>())
                        .add(places.get(industry.code()));
            }
        }
    }

    /** How many industries the scheme has. */
    int size() {
        return industries.size();
    }

    /** The place of an industry in the scheme. */
    int place(String industry) {
        return places.get(industry);
    }

    String industry(int place) {
        return industries.get(place);
    }

    /**
     * The groups, as places in the scheme and in its order; none where neither manufacturing nor all that makes it has figures.
     *
     * @param hasFigure whether the industry at a place has a figure in some year
     */
    int[] groups(String dataset, IntPredicate hasFigure) {
        return groups(places.get(IndustryScheme.WHOLE), undivided.getOrDefault(dataset, Set.of()), hasFigure).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private List<Integer> groups(int industry, Set<String> whole, IntPredicate hasFigure) {
        List<Integer> itself = hasFigure.test(industry) ? List.of(industry) : List.of();
        if (!children.containsKey(industry) || whole.contains(industries.get(industry))) {
            return itself;
        }
        List<Integer> parts = new ArrayList<>();
        for (int child : children.get(industry)) {
            List<Integer> ofChild = groups(child, whole, hasFigure);
            if (ofChild.isEmpty()) {
                return itself;
            }
            parts.addAll(ofChild);
        }
        return parts;
    }
}
