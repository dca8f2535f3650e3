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
import org.millwright.error.ErrorCode;
import org.millwright.error.Problems;

/** Leads from the codes of one classification to the industries of the scheme, with weights. */
public record Concordance(String classification, List<Row> rows) implements Serializable {
    private static final double WEIGHT_TOLERANCE = 1e-9;
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
        concordance.checkWeights(file, problems);
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

    private void checkWeights(String file, Problems problems) {
        Map<String, Double> sums =
                rows.stream().collect(Collectors.groupingBy(Row::from, Collectors.summingDouble(Row::weight)));
        sums.entrySet().stream()
                .filter(entry -> Math.abs(entry.getValue() - 1) > WEIGHT_TOLERANCE)
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> problems.add(
                        ErrorCode.DEFINITION_INVALID,
                        file,
                        "the weights of '" + entry.getKey() + "' sum to " + entry.getValue(),
                        "Make them sum to 1, or figures are lost or doubled"));
    }

    /** The codes of parts that lie below another part, by their prefix. */
    List<String> nestedParts() {
        Set<String> parts = rows.stream()
                .filter(row -> row.role() == Role.PART)
                .map(Row::from)
                .collect(Collectors.toCollection(TreeSet::new));
        return parts.stream()
                .filter(code -> parts.stream().anyMatch(other -> !other.equals(code) && code.startsWith(other)))
                .toList();
    }

    /** The listed code that a code of the data goes through: itself, or its longest listed prefix. */
    public Optional<String> listedPrefix(String code) {
        return rows.stream().map(Row::from).filter(code::startsWith).max(Comparator.comparingInt(String::length));
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
