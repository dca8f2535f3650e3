package org.millwright.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millwright.error.ErrorCode;
import org.millwright.error.Problems;

/** A hierarchy of industries, with one whole at the top. */
public final class IndustryScheme {
    /** The industry that holds all others. */
    public static final String WHOLE = "manufacturing";

    private static final List<String> COLUMNS = List.of("code", "parent", "position", "label_en", "label_zh");

    private final String id;
    private final Map<String, Industry> industries;

    public IndustryScheme(String id, List<Industry> industries) {
        this.id = id;
        this.industries = new LinkedHashMap<>();
        industries.forEach(industry -> this.industries.put(industry.code(), industry));
    }

    /** Whether a file in {@code industries} is a scheme, and not a concordance that leads to one. */
    static boolean isScheme(String text) {
        return text.lines()
                .findFirst()
                .filter(String.join(",", COLUMNS)::equals)
                .isPresent();
    }

    static IndustryScheme read(String id, String file, String text, Problems problems) {
        List<Industry> industries = new CodeListFile(file, COLUMNS, problems)
                .readUnique(
                        text,
                        line -> new Industry(
                                line.required("code"),
                                line.text("parent"),
                                (int) line.number("position", 0),
                                line.required("label_en"),
                                line.required("label_zh")));
        IndustryScheme scheme = new IndustryScheme(id, industries);
        scheme.check(file, problems);
        return scheme;
    }

    private void check(String file, Problems problems) {
        for (Industry industry : industries.values()) {
            boolean isWhole = industry.code().equals(WHOLE);
            if (isWhole != industry.parent().isEmpty()) {
                problems.add(
                        ErrorCode.DEFINITION_INVALID,
                        file,
                        "'" + industry.code() + "' must " + (isWhole ? "not have" : "have") + " a parent",
                        "Only '" + WHOLE + "' stands at the top");
            } else if (!isWhole && !industries.containsKey(industry.parent())) {
                problems.add(
                        ErrorCode.DEFINITION_INVALID,
                        file,
                        "the parent '" + industry.parent() + "' of '" + industry.code() + "' is not in the scheme",
                        "Add it or correct the name");
            } else if (selfAndAncestors(industry.code()).isEmpty()) {
                problems.add(
                        ErrorCode.DEFINITION_INVALID,
                        file,
                        "'" + industry.code() + "' is its own ancestor",
                        "Correct its parent");
            }
        }
    }

    public String id() {
        return id;
    }

    public List<Industry> industries() {
        return List.copyOf(industries.values());
    }

    public Optional<Industry> find(String code) {
        return Optional.ofNullable(industries.get(code));
    }

    /** The industry and all that hold it, from itself to the whole; empty if the chain never ends. */
    public List<String> selfAndAncestors(String code) {
        List<String> chain = new ArrayList<>();
        for (Industry at = industries.get(code); at != null; at = industries.get(at.parent())) {
            if (chain.contains(at.code())) {
                return List.of();
            }
            chain.add(at.code());
        }
        return chain;
    }

    /** The industries that have no parts. */
    public List<String> leaves() {
        List<String> parents =
                industries.values().stream().map(Industry::parent).toList();
        return industries.keySet().stream()
                .filter(code -> !parents.contains(code))
                .collect(Collectors.toList());
    }
}
