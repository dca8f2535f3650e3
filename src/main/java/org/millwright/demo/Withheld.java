package org.millwright.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * The divisions of regions whose figures are not published, in any year.
 *
 * <p>They stand in pairs of two regions and two divisions: a single gap in a column could be computed from the nation's
 * figure and the other regions.
 */
final class Withheld {
    private static final List<List<String>> DIVISIONS = List.of(List.of("16", "28"), List.of("25", "43"));
    private static final int REGIONS_OF_A_PAIR = 2;

    private final List<Integer> regions = new ArrayList<>();

    Withheld(Noise noise, int all) {
        int pairs = Math.min(DIVISIONS.size(), all / REGIONS_OF_A_PAIR);
        for (int draw = 0; regions.size() < pairs * REGIONS_OF_A_PAIR; draw++) {
            int region = 1 + noise.below(all, "withheld", draw);
            if (!regions.contains(region)) {
                regions.add(region);
            }
        }
    }

    boolean covers(int area, Division division) {
        int place = regions.indexOf(area);
        return place >= 0 && DIVISIONS.get(place / REGIONS_OF_A_PAIR).contains(division.code());
    }
}
