package org.millwright.harmonise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.millwright.contract.Activity;
import org.millwright.contract.Concordance;
import org.millwright.contract.Concordance.Role;
import org.millwright.contract.Correspondence;
import org.millwright.contract.Definitions;
import org.millwright.contract.SourceContract;
import org.millwright.harmonise.IndustryMapping.Link.Kind;

/**
 * Where every activity code of every source goes in the industry scheme.
 *
 * <p>A part goes to its industry and to all industries that hold it; a published total goes to its industry alone. Codes
 * above or below the summed level, and codes outside manufacturing, go nowhere.
 *
 * <p>Where a source is converted to another classification, a code that this takes across the border of an industry is also a
 * shift: its share is added to the industry or, if it is negative, taken away, whatever the industry is summed from.
 */
public final class IndustryMapping {
    static final StructType SCHEMA = StructType.fromDDL("source STRING, activity STRING, industry STRING,"
            + " weight DOUBLE, is_total BOOLEAN, expected INT, is_shift BOOLEAN, shifts INT");

    private final Definitions definitions;
    private final Map<String, Set<String>> activities;

    /** @param activities the activity codes that stand in the data of each source */
    public IndustryMapping(Definitions definitions, Map<String, Set<String>> activities) {
        this.definitions = definitions;
        this.activities = new TreeMap<>(activities);
    }

    /** One link of the mapping. */
    record Link(String source, String activity, String industry, double weight, Kind kind) {
        /** What the figure of the code is to the industry. */
        enum Kind {
            PART,
            TOTAL,
            SHIFT
        }

        /** Two parts of one code that meet again in an industry which holds both. */
        Link plus(Link other) {
            return new Link(source, activity, industry, weight + other.weight, kind);
        }

        boolean total() {
            return kind == Kind.TOTAL;
        }

        private String place() {
            return source + "/" + industry;
        }
    }

    /** The mapping as a small table, with the number of parts and of shifts that each industry of a source needs. */
    public Dataset<Row> table(SparkSession session) {
        List<Link> links = links();
        Map<String, Integer> parts = codesByIndustry(links, Kind.PART);
        Map<String, Integer> shifts = codesByIndustry(links, Kind.SHIFT);
        List<Row> rows = links.stream()
                .map(link -> RowFactory.create(
                        link.source(),
                        link.activity(),
                        link.industry(),
                        link.weight(),
                        link.total(),
                        parts.getOrDefault(link.place(), 0),
                        link.kind() == Kind.SHIFT,
                        shifts.getOrDefault(link.place(), 0)))
                .toList();
        return session.createDataFrame(rows, SCHEMA);
    }

    /** The classification by whose codes the figures of each source in the data are made. */
    public Map<String, String> classifications() {
        Map<String, String> classifications = new TreeMap<>();
        activities.keySet().stream()
                .map(definitions.sources()::get)
                .filter(Objects::nonNull)
                .forEach(source -> classifications.put(
                        source.id(), source.keys().activity().madeBy()));
        return classifications;
    }

    private static Map<String, Integer> codesByIndustry(List<Link> links, Kind kind) {
        Map<String, Set<String>> codes = new LinkedHashMap<>();
        links.stream()
                .filter(link -> link.kind() == kind)
                .forEach(link -> codes.computeIfAbsent(link.place(), place -> new TreeSet<>())
                        .add(link.activity()));
        Map<String, Integer> numbers = new LinkedHashMap<>();
        codes.forEach((place, found) -> numbers.put(place, found.size()));
        return numbers;
    }

    /**
     * Of each dataset the industries that cannot be divided: a code of the data is part of the industry itself and of none of
     * its children, so that the children do not make the industry.
     */
    public Map<String, Set<String>> undivided() {
        List<String> leaves = definitions.scheme().leaves();
        Map<String, Set<String>> undivided = new TreeMap<>();
        activities.forEach((id, codes) -> {
            SourceContract source = definitions.sources().get(id);
            if (source != null) {
                Set<String> industries = undivided.computeIfAbsent(source.dataset(), dataset -> new TreeSet<>());
                codes(source, codes).stream()
                        .flatMap(code -> rows(source, code))
                        .filter(row -> row.role() == Role.PART && !leaves.contains(row.to()))
                        .forEach(row -> industries.add(row.to()));
            }
        });
        return undivided;
    }

    List<Link> links() {
        List<Link> links = new ArrayList<>();
        activities.forEach((id, codes) -> {
            SourceContract source = definitions.sources().get(id);
            if (source != null) {
                codes(source, codes).forEach(code -> links.addAll(links(source, code)));
                definitions.shifts(source).forEach(shift -> links.addAll(shifts(source, shift, codes)));
            }
        });
        return links;
    }

    /**
     * The codes to place: those in the data, and where the concordance lists the partition also the listed parts that are
     * not in the data, so that their absence makes a sum incomplete instead of too small.
     */
    private Collection<String> codes(SourceContract source, Set<String> inData) {
        Set<String> codes = new TreeSet<>(inData);
        List<String> listed = definitions.concordance(source).rows().stream()
                .filter(row -> row.role() == Role.PART)
                .map(Concordance.Row::from)
                .toList();
        boolean dividesUp = listed.stream().anyMatch(inData::contains);
        if (source.keys().activity().selection() == Activity.Selection.LISTED && dividesUp) {
            codes.addAll(listed);
        }
        return codes;
    }

    private Collection<Link> links(SourceContract source, String code) {
        Map<String, Link> links = new LinkedHashMap<>();
        rows(source, code).forEach(row -> {
            Kind kind = row.role() == Role.TOTAL ? Kind.TOTAL : Kind.PART;
            List<String> industries = kind == Kind.TOTAL
                    ? List.of(row.to())
                    : definitions.scheme().selfAndAncestors(row.to());
            industries.forEach(industry ->
                    links.merge(industry, new Link(source.id(), code, industry, row.weight(), kind), Link::plus));
        });
        return links.values();
    }

    /** What the concordance says of a code within manufacturing. */
    private Stream<Concordance.Row> rows(SourceContract source, String code) {
        Concordance concordance = definitions.concordance(source);
        String listed = source.keys().activity().selection() == Activity.Selection.LISTED
                ? code
                : concordance.listedPrefix(code).orElse(code);
        return concordance.rows().stream().filter(row -> row.from().equals(listed) && row.role() != Role.OUTSIDE);
    }

    /** The codes in the data that a shift is made of, or its own where there is none, so that it is missed. */
    private static Collection<Link> shifts(SourceContract source, Correspondence.Shift shift, Set<String> inData) {
        boolean below = source.keys().activity().selection() == Activity.Selection.PREFIX;
        Set<String> codes = inData.stream()
                .filter(code -> below ? code.startsWith(shift.code()) : code.equals(shift.code()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (codes.isEmpty()) {
            codes.add(shift.code());
        }
        return codes.stream()
                .map(code -> new Link(source.id(), code, shift.industry(), shift.share(), Kind.SHIFT))
                .toList();
    }
}
