package org.millwright.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.millwright.contract.Correspondence.Link;

/** Figures through a correspondence and back, as the definition of its weights says. */
public final class RoundTrip {
    private RoundTrip() {}

    static Correspondence correspondence(Map<String, Map<String, Double>> weights) {
        List<Link> links = new ArrayList<>();
        weights.forEach((from, shares) -> shares.forEach((to, weight) -> links.add(link(from, to, weight))));
        return new Correspondence("from", "to", links);
    }

    private static Link link(String from, String to, double weight) {
        return new Link(from, to, weight, "", "", "", "");
    }

    /** figure(b) = sum over a of weight(a, b) figure(a), over the codes that have a figure. */
    public static Map<String, Double> convert(Correspondence correspondence, Map<String, Double> figures) {
        Map<String, Double> converted = new TreeMap<>();
        correspondence.links().stream()
                .filter(link -> figures.containsKey(link.from()))
                .forEach(link -> converted.merge(link.to(), link.weight() * figures.get(link.from()), Double::sum));
        return converted;
    }

    /** The way back with the shares that the codes had in the figures of their targets. */
    public static Correspondence back(Correspondence correspondence, Map<String, Double> figures) {
        Map<String, Double> totals = convert(correspondence, figures);
        List<Link> links = correspondence.links().stream()
                .filter(link -> figures.containsKey(link.from()))
                .map(link ->
                        link(link.to(), link.from(), link.weight() * figures.get(link.from()) / totals.get(link.to())))
                .toList();
        return new Correspondence(correspondence.to(), correspondence.from(), links);
    }

    public static double total(Map<String, Double> figures) {
        return figures.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
