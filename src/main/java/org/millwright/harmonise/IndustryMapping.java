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
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.millwright.contract.Activity;
import org.millwright.contract.Concordance;
import org.millwright.contract.Concordance.Role;
import org.millwright.contract.Definitions;
import org.millwright.contract.SourceContract;

/**
 * Where every activity code of every source goes in the industry scheme.
 *
 * <p>A part goes to its industry and to all industries that hold it; a published total goes to its industry alone. Codes
 * above or below the summed level, and codes outside manufacturing, go nowhere.
 */
public final class IndustryMapping {
    static final StructType SCHEMA = StructType.fromDDL(
            "source STRING, activity STRING, industry STRING, weight DOUBLE, is_total BOOLEAN, expected INT");

    private final Definitions definitions;
    private final Map<String, Set<String>> activities;

    /** @param activities the activity codes that stand in the data of each source */
    public IndustryMapping(Definitions definitions, Map<String, Set<String>> activities) {
        this.definitions = definitions;
        this.activities = new TreeMap<>(activities);
    }

    /** One link of the mapping. */
    record Link(String source, String activity, String industry, double weight, boolean total) {
        /** Two parts of one code that meet again in an industry which holds both. */
        Link plus(Link other) {
            return new Link(source, activity, industry, weight + other.weight, total);
        }
    }

    /** The mapping as a small table, with the number of parts that each industry of a source needs to be complete. */
    public Dataset<Row> table(SparkSession session) {
        List<Link> links = links();
        Map<String, Set<String>> parts = new LinkedHashMap<>();
        links.stream()
                .filter(link -> !link.total())
                .forEach(link -> parts.computeIfAbsent(link.source() + "/" + link.industry(), key -> new TreeSet<>())
                        .add(link.activity()));
        List<Row> rows = links.stream()
                .map(link -> RowFactory.create(
                        link.source(),
                        link.activity(),
                        link.industry(),
                        link.weight(),
                        link.total(),
                        parts.getOrDefault(link.source() + "/" + link.industry(), Set.of())
                                .size()))
                .toList();
        return session.createDataFrame(rows, SCHEMA);
    }

    /** The classification of the activity codes of each source in the data. */
    public Map<String, String> classifications() {
        Map<String, String> classifications = new TreeMap<>();
        activities.keySet().stream()
                .map(definitions.sources()::get)
                .filter(Objects::nonNull)
                .forEach(source -> classifications.put(
                        source.id(), source.keys().activity().classification()));
        return classifications;
    }

    List<Link> links() {
        List<Link> links = new ArrayList<>();
        activities.forEach((id, codes) -> {
            SourceContract source = definitions.sources().get(id);
            if (source != null) {
                codes(source, codes).forEach(code -> links.addAll(links(source, code)));
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
        Concordance concordance = definitions.concordance(source);
        String listed = source.keys().activity().selection() == Activity.Selection.LISTED
                ? code
                : concordance.listedPrefix(code).orElse(code);
        Map<String, Link> links = new LinkedHashMap<>();
        for (Concordance.Row row : concordance.rows()) {
            if (!row.from().equals(listed) || row.role() == Role.OUTSIDE) {
                continue;
            }
            boolean total = row.role() == Role.TOTAL;
            List<String> industries =
                    total ? List.of(row.to()) : definitions.scheme().selfAndAncestors(row.to());
            industries.forEach(industry ->
                    links.merge(industry, new Link(source.id(), code, industry, row.weight(), total), Link::plus));
        }
        return links.values();
    }
}
