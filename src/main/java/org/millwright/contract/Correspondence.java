package org.millwright.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problems;

/**
 * Leads from the codes of one classification to those of another, with weights: the share of a code that each of its links
 * takes. A file {@code FROM-to-TO.csv} in {@code industries}.
 */
public record Correspondence(String from, String to, List<Link> links) implements Serializable {
    private static final double TOLERANCE = 1e-9;
    private static final Pattern NAME = Pattern.compile("(.+)-to-(.+)");
    private static final List<String> COLUMNS = List.of("from", "to", "weight", "basis", "year", "judgement", "note");

    /** One link; {@code judgement} names the judgement call behind its weight, where there is one. */
    public record Link(String from, String to, double weight, String basis, String year, String judgement, String note)
            implements Serializable {}

    /**
     * What the change of classification does to an industry: it gains the share of the figure of a code, or loses it if
     * the share is negative.
     */
    public record Shift(String code, String industry, double share) {}

    /** Whether a file of this name is a correspondence. */
    static boolean isName(String id) {
        return NAME.matcher(id).matches();
    }

    /** The name of the correspondence between two classifications. */
    static String name(String from, String to) {
        return from + "-to-" + to;
    }

    static Correspondence read(String id, String file, String text, Problems problems) {
        List<Link> links = new CodeListFile(file, COLUMNS, problems).read(text, Correspondence::link);
        Matcher name = NAME.matcher(id);
        Correspondence correspondence = name.matches()
                ? new Correspondence(name.group(1), name.group(2), links)
                : new Correspondence("", "", links);
        Weights.check(
                links.stream().collect(Collectors.groupingBy(Link::from, Collectors.summingDouble(Link::weight))),
                file,
                problems);
        correspondence.checkTwice(file, problems);
        return correspondence;
    }

    private static Link link(CodeListFile.Line line) {
        double weight = line.number("weight", 1);
        if (weight <= 0) {
            line.problem("the weight " + weight + " is not positive", "Write a weight above 0, or remove the line");
        }
        return new Link(
                line.required("from"),
                line.required("to"),
                weight,
                line.text("basis"),
                line.text("year"),
                line.text("judgement"),
                line.text("note"));
    }

    private void checkTwice(String file, Problems problems) {
        Map<String, Long> times = links.stream()
                .collect(Collectors.groupingBy(
                        link -> link.from() + " to " + link.to(), TreeMap::new, Collectors.counting()));
        times.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .forEach(entry -> problems.add(
                        ErrorCode.DEFINITION_INVALID,
                        file,
                        "the link from " + entry.getKey() + " stands twice",
                        "Remove one of them"));
    }

    /** Whether the code is linked, or lies above or below a code that is. */
    boolean covers(String code) {
        return links.stream().anyMatch(link -> link.from().startsWith(code) || code.startsWith(link.from()));
    }

    /**
     * What the change does to the industries of a scheme. Links that stay within an industry do nothing to it: where there
     * is no shift both classifications define the same industry, at whatever level its figures are summed.
     *
     * <p>share(j) = sum over the links of a code of weight * share of the target code in j, less the share of the code in j.
     */
    List<Shift> shifts(Concordance source, Concordance target, IndustryScheme scheme) {
        Map<String, Map<String, Double>> changes = new TreeMap<>();
        links.stream().map(Link::from).distinct().forEach(code -> {
            Map<String, Double> change = changes.computeIfAbsent(code, key -> new TreeMap<>());
            source.industries(code).forEach((industry, share) -> add(change, scheme, industry, -share));
        });
        links.forEach(link -> target.industries(link.to())
                .forEach((industry, share) -> add(changes.get(link.from()), scheme, industry, link.weight() * share)));
        List<Shift> shifts = new ArrayList<>();
        changes.forEach((code, change) -> change.forEach((industry, share) -> {
            if (Math.abs(share) > TOLERANCE) {
                shifts.add(new Shift(code, industry, share));
            }
        }));
        return shifts;
    }

    private static void add(Map<String, Double> change, IndustryScheme scheme, String industry, double share) {
        scheme.selfAndAncestors(industry).forEach(holder -> change.merge(holder, share, Double::sum));
    }
}
