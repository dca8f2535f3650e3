package org.millwright.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millwright.model.Periods;
import org.millwright.stat.imputation.Imputation;

/** Carries values of a unit from one period to another, where a leaf's imputation says so. */
final class AlongTime {
    private final Layout layout;

    AlongTime(Layout layout) {
        this.layout = layout;
    }

    static boolean isAskedBy(Layout layout) {
        return layout.leaves().stream().anyMatch(node -> node.leaf().imputation() instanceof Imputation.AlongTime);
    }

    /** A place in the panel. */
    private record Place(int section, int row) {}

    /** The same sections, each with what is carried into its gaps. */
    List<CrossSection> carry(List<CrossSection> panel) {
        if (!isAskedBy(layout)) {
            return panel;
        }
        List<CrossSection> sections = panel.stream()
                .sorted(Comparator.comparing(CrossSection::period))
                .map(section ->
                        section.withCarried(CrossSection.missing(layout.leaves().size(), section.size())))
                .toList();
        List<double[][]> values = sections.stream()
                .map(section -> Denomination.of(layout, section))
                .toList();
        places(sections).values().forEach(series -> carry(series, sections, values));
        return sections;
    }

    private static Map<String, List<Place>> places(List<CrossSection> sections) {
        Map<String, List<Place>> places = new LinkedHashMap<>();
        for (int s = 0; s < sections.size(); s++) {
            CrossSection section = sections.get(s);
            for (int row = 0; row < section.size(); row++) {
                places.computeIfAbsent(section.peers()[row] + "\0" + section.unit()[row], key -> new ArrayList<>())
                        .add(new Place(s, row));
            }
        }
        return places;
    }

    private void carry(List<Place> series, List<CrossSection> sections, List<double[][]> values) {
        int[] positions = series.stream()
                .mapToInt(
                        place -> Periods.position(sections.get(place.section()).period()))
                .toArray();
        for (int q = 0; q < layout.leaves().size(); q++) {
            if (layout.leaves().get(q).leaf().imputation() instanceof Imputation.AlongTime method) {
                int leaf = q;
                double[] filled = method.fill(
                        series.stream()
                                .mapToDouble(place -> values.get(place.section())[leaf][place.row()])
                                .toArray(),
                        positions);
                for (int t = 0; t < filled.length; t++) {
                    Place place = series.get(t);
                    sections.get(place.section()).carried()[leaf][place.row()] = filled[t];
                }
            }
        }
    }
}
