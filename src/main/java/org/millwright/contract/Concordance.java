package org.millwright.contract;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.millwright.error.Problems;

/** Leads from the codes of one classification to the industries of the scheme, with weights. */
public record Concordance(String classification, List<Row> rows) implements Serializable {
    /** What a code may look like: a listed code with more behind it, such as a footnote, is none. */
    private static final Pattern CODE = Pattern.compile("[\\w./&-]+");

    private static final List<String> COLUMNS =
            List.of("from", "to", "weight", "role", "basis", "year", "judgement", "alternative", "note");

    /** What a code of the classification is to the industry it leads to. */
    public enum Role {
        /** A member of the partition of manufacturing: it is summed. */
        PART,
        /** A published aggregate: it is preferred to the sum of the parts, never added to them. */
        TOTAL,
        /** Not manufacturing. */
        OUTSIDE
    }

    /** One link; {@code judgement} names the judgement call behind it and {@code alternative} the other choice. */
    public record Row(
            String from,
            String to,
            double weight,
            Role role,
            String basis,
            String year,
            String judgement,
            String alternative,
            String note)
            implements Serializable {}

    static Concordance read(String classification, String file, String text, IndustryScheme scheme, Problems problems) {
        List<Row> rows = new CodeListFile(file, COLUMNS, problems).read(text, line -> row(line, scheme));
        Concordance concordance = new Concordance(classification, rows);
        Weights.check(
                rows.stream().collect(Collectors.groupingBy(Row::from, Collectors.summingDouble(Row::weight))),
                file,
                problems);
        return concordance;
    }

    private static Row row(CodeListFile.Line line, IndustryScheme scheme) {
        Role role = switch (line.required("role")) {
            case "part" -> Role.PART;
            case "total" -> Role.TOTAL;
            case "outside" -> Role.OUTSIDE;
            default -> {
                line.problem("the role '" + line.text("role") + "' is not known", "Write part, total or outside");
                yield Role.OUTSIDE;
            }
        };
        String to = line.text("to");
        double weight = line.number("weight", 1);
        if (weight <= 0) {
            line.problem("the weight " + weight + " is not positive", "Write a weight above 0, or remove the line");
        }
        if (role != Role.OUTSIDE && scheme.find(to).isEmpty()) {
            line.problem("the industry '" + to + "' is not in the scheme " + scheme.id(), "Correct it");
        }
        return new Row(
                line.required("from"),
                to,
                weight,
                role,
                line.text("basis"),
                line.text("year"),
                line.text("judgement"),
                line.text("alternative"),
                line.text("note"));
    }

    /** The codes of parts that lie below another part, by their prefix. */
    List<String> nestedParts() {
        Set<String> parts = parts();
        return parts.stream()
                .filter(code -> parts.stream().anyMatch(other -> !other.equals(code) && code.startsWith(other)))
                .toList();
    }

    /** The listed code that a code of the data goes through: itself, or its longest listed prefix. */
    public Optional<String> listedPrefix(String code) {
        return rows.stream().map(Row::from).filter(code::startsWith).max(Comparator.comparingInt(String::length));
    }

    /** The industries that a code goes to through its longest listed prefix, with its share in each; none outside the scheme. */
    Map<String, Double> industries(String code) {
        String listed = listedPrefix(code).orElse(code);
        return rows.stream()
                .filter(row -> row.from().equals(listed) && row.role() != Role.OUTSIDE)
                .collect(Collectors.toMap(Row::to, Row::weight, Double::sum));
    }

    /** The codes that are summed. */
    Set<String> parts() {
        return rows.stream()
                .filter(row -> row.role() == Role.PART)
                .map(Row::from)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a code stands for manufacturing, a part of it or an aggregate of its parts. */
    public boolean isManufacturing(String code) {
        Optional<String> listed = listedPrefix(code);
        return rows.stream()
                .filter(row -> row.role() != Role.OUTSIDE)
                .map(Row::from)
                .anyMatch(from -> listed.map(from::equals).orElseGet(() -> from.startsWith(code)));
    }

    /**
     * Whether a code of the data has its place. It has where it is listed, or lies below a listed code; where exactly the
     * listed codes are summed also above one, since its parts are then summed without it.
     */
    public boolean knows(String code, Activity.Selection selection) {
        boolean above = selection == Activity.Selection.LISTED
                && rows.stream().anyMatch(row -> row.from().startsWith(code));
        return CODE.matcher(code).matches() && (above || listedPrefix(code).isPresent());
    }
}
